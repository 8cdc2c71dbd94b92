// Records as they tell about days up to a chosen one. Postings bear no date: a record that enters an earlier day also holds
// what it changed on later ones (L2, F11), and that is taken back here in one sum.
import type { Book } from '../book/book.ts';
import { PostingSum, postEntry } from '../book/postings.ts';
import type { Json, LedgerRecord, Posting } from '../book/record.ts';
import { type Day, lastDay, parseDay, parseMonth } from '../calendar/day.ts';
import type { MovementKey } from '../rules/names.ts';
import { indexAfter } from '../rules/timeline.ts';

/** The records without those about later days alone, and what the others did to later days, to be taken back. */
export function recordsUntil(
  book: Book,
  records: readonly LedgerRecord[],
  day: Day,
): { readonly kept: readonly LedgerRecord[]; readonly rest: readonly Posting[] } {
  const rest = new PostingSum();
  const kept = records.filter((record) => {
    const days = daysOf(book, record);
    const isLater = days.length > 0 && days.every((one) => one > day);
    if (isLater) for (const { position, amount, currency } of record.post) rest.add(position, amount, currency);
    return !isLater;
  });
  const { entries, outcomes } = book.timeline;
  for (let at = indexAfter(entries, day); at < entries.length; at++)
    postEntry(rest, book.structure, entries[at]!, outcomes[at]!.effects, -1n);
  return { kept, rest: rest.postings() };
}

/** The value dates of what a record put on the timeline or took off it; of other records none. */
function daysOf(book: Book, { data }: LedgerRecord): readonly Day[] {
  const month = parseMonth(textOf(data['run'], 'period'));
  const moved = rowsOf(data['movements']).map((row) => parseDay(textOf(row, 'date')));
  const reversed = rowsOf(data['reversals']).map(
    (row) => book.movements.get(textOf(row, 'movement') as MovementKey)?.movement.date,
  );
  return [...(month === undefined ? [] : [lastDay(month)]), ...moved, ...reversed].filter((day) => day !== undefined);
}

function rowsOf(facts: Json | undefined): readonly Json[] {
  return Array.isArray(facts) ? (facts as readonly Json[]) : [];
}

function textOf(facts: Json | undefined, name: string): string {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return '';
  const text = (facts as { readonly [name: string]: Json })[name];
  return typeof text === 'string' ? text : '';
}
