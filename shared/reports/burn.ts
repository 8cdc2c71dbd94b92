// How fast an account's money goes and how long it lasts: what it paid in cash and credit in the last month charged, by
// the day; and how many whole days what is available covers.
import { type Day, type Month, firstDay, lastDay } from '../calendar/day.ts';
import type { Book } from '../book/book.ts';
import type { Minor } from '../money/minor.ts';
import { roundRatio } from '../money/ratio.ts';
import type { AccountKey } from '../rules/names.ts';
import type { Asking } from './asking.ts';
import { seesCharge } from './sight.ts';
import { totalsUntil } from './totals.ts';

/** What payers paid out in a month, and its number of days. */
export interface Burn {
  readonly month: Month;
  readonly days: number;
  readonly spent: ReadonlyMap<AccountKey, Minor>;
}

/** The last month that was charged by a day; undefined before any. Payers whose charges a desk sees in part are left out. */
export function burnBefore(asking: Asking, day: Day): Burn | undefined {
  const month = lastRunBefore(asking.book, day);
  if (month === undefined) return undefined;
  const spent = new Map(totalsUntil(asking.book, month).paid as ReadonlyMap<AccountKey, Minor>);
  if (asking.desk !== '')
    for (const charge of asking.book.runs.get(month)?.run.charges ?? [])
      if (!seesCharge(asking, charge, month)) spent.delete(charge.payer);
  return { month, days: lastDay(month) - firstDay(month) + 1, spent };
}

function lastRunBefore(book: Book, day: Day): Month | undefined {
  const months = [...book.runs.keys()].filter((month) => lastDay(month) <= day);
  return months.length === 0 ? undefined : (Math.max(...months) as Month);
}

/** What an account spends a day, rounded to the minor unit; 0 where nothing, or more came back than went. */
export function perDay(burn: Burn | undefined, account: AccountKey): Minor {
  const spent = burn?.spent.get(account) ?? 0n;
  return burn === undefined || spent <= 0n ? 0n : roundRatio({ numerator: spent, denominator: BigInt(burn.days) }, 0);
}

/** The whole days that an available amount lasts; null where nothing is spent. */
export function runwayDays(burn: Burn | undefined, account: AccountKey, available: Minor): bigint | null {
  const spent = burn?.spent.get(account) ?? 0n;
  if (burn === undefined || spent <= 0n) return null;
  return available <= 0n ? 0n : (available * BigInt(burn.days)) / spent;
}
