// Which bills a month is expected to have (rule C6): one of every vendor payer that had one the month before, less those
// for which somebody decided that there is none.
import { type Month, formatMonth } from '../calendar/day.ts';
import type { Book } from './book.ts';

/** A vendor payer at a provider, as `provider:id`. */
export function vendorPayersOf(book: Book, period: Month): ReadonlySet<string> {
  const month = formatMonth(period);
  const payers = new Set<string>();
  for (const { fact, gone } of book.imports.values()) {
    if (gone) continue;
    for (const payer of fact.vendorPayers) if (payer.month === month) payers.add(`${payer.provider}:${payer.id}`);
  }
  return payers;
}

/** The vendor payers whose bill of the period is still missing. */
export function missingBills(book: Book, period: Month): readonly string[] {
  const present = vendorPayersOf(book, period);
  const none = book.resolutions.filter(
    (one) => one.resolution === 'no-bill-this-month' && one.month === formatMonth(period),
  );
  const excused = new Set(none.map((one) => one.subject));
  return [...vendorPayersOf(book, (period - 1) as Month)].filter((payer) => !present.has(payer) && !excused.has(payer));
}
