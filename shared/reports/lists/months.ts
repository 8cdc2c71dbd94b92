// The months that the book knows of, with how far each has come.
import { type Month, formatMonth } from '../../calendar/day.ts';
import type { Book } from '../../book/book.ts';
import { importsIn } from '../../book/standing-imports.ts';
import { missingBills, vendorPayersOf } from '../../book/expected-bills.ts';
import { type Asking, monthsWithBills } from '../asking.ts';
import { type List, columnsOf } from '../listing.ts';

/** `to-run`: bills are there and not charged; `outdated`: charged from other files than those that count now. */
export type MonthState = 'to-run' | 'run' | 'outdated';

/** Every month from the first to the last that has bills or charges. */
export function monthsList({ book }: Asking): List {
  const withBills = monthsWithBills(book);
  const known = new Set<Month>([...withBills, ...book.runs.keys()]);
  const rows = [...known]
    .sort((left, right) => left - right)
    .map((month) => {
      const [received, missing] = [vendorPayersOf(book, month).size, missingBills(book, month).length];
      const run = book.runs.get(month);
      return {
        id: formatMonth(month),
        period: formatMonth(month),
        state: monthState(book, month),
        billsReceived: String(received),
        billsExpected: String(received + missing),
        provisional: importsIn(book, month).every(({ final }) => final) ? '' : 'yes',
        run: run ? String(run.seq) : '',
        charges: run ? String(run.count) : '0',
      };
    });
  return {
    columns: columnsOf({
      text: ['period', 'state', 'provisional'],
      number: ['billsReceived', 'billsExpected', 'run', 'charges'],
    }),
    rows,
  };
}

/** How far a month has come. */
export function monthState(book: Book, month: Month): MonthState {
  const run = book.runs.get(month);
  if (!run) return 'to-run';
  const counting = importsIn(book, month).map(({ id }) => id);
  return counting.length === run.imports.length && counting.every((id) => run.imports.includes(id))
    ? 'run'
    : 'outdated';
}
