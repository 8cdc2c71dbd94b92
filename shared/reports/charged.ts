// What a month charged, summed: for the book desk from the totals kept of the month, for another desk from the charges
// that it sees.
import type { Month } from '../calendar/day.ts';
import type { Asking } from './asking.ts';
import { chargesPosted } from './charges-posted.ts';
import { type ChargeSumName, type Sums, sumOfCharges, totalsUntil } from './totals.ts';

/** Sums of a month's charges, by default by `rowId(entity, currency)`; none where the month was not run. */
export function chargedIn(asking: Asking, month: Month, name: ChargeSumName = 'charged'): Sums {
  const { book, desk } = asking;
  if (!book.runs.has(month)) return new Map();
  return desk === '' ? totalsUntil(book, month)[name] : sumOfCharges(chargesPosted(asking, month), name);
}
