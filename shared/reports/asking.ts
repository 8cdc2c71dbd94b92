// What a query is answered from: the book, the desk that asks (rule P3), and the little that is not in memory, reached
// through `Sources`, which the main process implements.
import { type Day, type Month, formatMonth, lastDay, monthOf, parseDay, parseMonth } from '../calendar/day.ts';
import type { Book } from '../book/book.ts';
import type { Desk } from '../book/desk.ts';
import type { LedgerRecord } from '../book/record.ts';
import type { Bucket } from '../rules/bill.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';

/** Lines of an import that are alike in everything that a rule looks at; `place` is the bucket's number in its import. */
export interface ImportedBucket {
  readonly import: string;
  readonly place: number;
  readonly bucket: Bucket;
}

/** A row of an imported file as the vendor wrote it; rows count from 1 for the heading line. */
export interface SourceRow {
  readonly file: string;
  readonly sha256: string;
  readonly row: number;
  readonly headings: readonly string[];
  readonly cells: readonly string[];
}

/** Which records are wanted: by number, both inclusive, and where given only those whose line mentions one of the texts. */
export interface RecordChoice {
  readonly from: number;
  readonly to: number;
  readonly mentions?: readonly string[] | undefined;
}

/** What lies outside the book's memory. */
export interface Sources {
  /** The lines of a period in all imports that count. */
  buckets(period: Month): readonly ImportedBucket[];
  /** Records in order of entry. */
  records(choice: RecordChoice): readonly LedgerRecord[];
  /** The rows of the file behind some buckets of an import, at most `limit`. */
  sourceRows(importId: string, places: readonly number[], limit: number): readonly SourceRow[];
}

/** A query in the making: every report takes it. */
export interface Asking {
  readonly book: Book;
  readonly desk: Desk;
  readonly sources: Sources;
}

/** The month that a query names; refuses what is not one. */
export function monthAsked(period: string): Month {
  const month = parseMonth(period);
  if (month === undefined) throw new Refused(notReadable('badPeriod', 'period', period, 'a month like 2026-10'));
  return month;
}

/** The day that a query names; without one the book's last, so that nothing entered is left out. */
export function dayAsked(book: Book, asOf: string | undefined): Day {
  if (asOf === undefined) return latestDay(book);
  const day = parseDay(asOf);
  if (day === undefined) throw new Refused(notReadable('badDate', 'asOf', asOf, 'a date like 2026-10-31'));
  return day;
}

/** The last day on which anything in the book happened or begins, at the end of its month. */
export function latestDay(book: Book): Day {
  const days: Day[] = [book.timeline.end ?? (0 as Day)];
  for (const month of monthsWithBills(book)) days.push(lastDay(month));
  for (const links of book.structure.links.values()) for (const { from } of links) if (from !== null) days.push(from);
  for (const { date } of book.vendorBalances) days.push(date);
  return lastDay(monthOf(Math.max(...days) as Day));
}

/** The months of all imports that count, oldest first. */
export function monthsWithBills(book: Book): readonly Month[] {
  const months = new Set<Month>();
  for (const { fact, gone } of book.imports.values())
    if (!gone) for (const { month } of fact.months) months.add(parseMonth(month)!);
  return [...months].sort((left, right) => left - right);
}

/** The month before, as queries name it. */
export function monthBefore(period: string): string {
  return formatMonth((monthAsked(period) - 1) as Month);
}

function notReadable(code: string, column: string, value: string, expected: string): Refusal {
  const what = `“${value}” is not ${expected}.`;
  return { code, what, unchanged: 'Nothing was changed.', next: `Give ${expected}.`, where: { column, value } };
}
