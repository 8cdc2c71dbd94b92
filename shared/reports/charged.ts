// What a month charged, by entity and currency: of the book desk from the totals kept of the month, of another desk from
// the charges that it sees.
import type { Month } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { Asking } from './asking.ts';
import { chargesPosted } from './charges-posted.ts';
import { rowId } from './figure.ts';
import { type Sums, totalsUntil } from './totals.ts';

/** Sums by `rowId(entity, currency)`; none where the month was not run. */
export function chargedIn(asking: Asking, month: Month): Sums {
  const { book, desk } = asking;
  if (!book.runs.has(month)) return new Map();
  if (desk === '') return totalsUntil(book, month).charged;
  const sums = new Map<string, Minor>();
  for (const { entity, currency, amount } of chargesPosted(asking, month)) {
    const id = rowId(entity, currency);
    sums.set(id, (sums.get(id) ?? 0n) + amount);
  }
  return sums;
}
