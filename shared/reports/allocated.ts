// What became of the money allocated to accounts (F3, F4): allocated − recovered − unspent = consumed, where what was
// allocated on to other accounts counts as consumed here.
import { type Day, lastDay } from '../calendar/day.ts';
import type { Book } from '../book/book.ts';
import type { Minor } from '../money/minor.ts';
import type { AccountKey } from '../rules/names.ts';
import { type Purse, freeCashOf, smaller } from '../rules/purse.ts';
import { entriesBetween } from '../rules/timeline.ts';
import { totalsUntil } from './totals.ts';

export interface Allocated {
  readonly allocated: Minor;
  readonly recovered: Minor;
}

/** Answers what an account was allocated and gave back up to the end of a day. */
export function allocatedUntil(book: Book, day: Day): (account: AccountKey) => Allocated {
  const run = [...book.timeline.settled.keys()].findLast((month) => lastDay(month) <= day);
  const before = run === undefined ? undefined : totalsUntil(book, run);
  const after = run === undefined ? (-Infinity as Day) : lastDay(run);
  const since = new Map<AccountKey, { allocated: Minor; recovered: Minor }>();
  const at = (account: AccountKey): { allocated: Minor; recovered: Minor } => {
    const sum = since.get(account) ?? { allocated: 0n, recovered: 0n };
    since.set(account, sum);
    return sum;
  };
  for (const { outcome } of entriesBetween(book.timeline, after, day))
    for (const effect of outcome.effects) {
      if (effect.kind === 'allocated') at(effect.to).allocated += effect.amount;
      if (effect.kind === 'recovered') at(effect.account).recovered += effect.amount;
    }
  return (account) => ({
    allocated: (before?.allocated.get(account) ?? 0n) + (since.get(account)?.allocated ?? 0n),
    recovered: (before?.recovered.get(account) ?? 0n) + (since.get(account)?.recovered ?? 0n),
  });
}

/** What is left of allocated money in a purse. */
export function unspentOf(purse: Purse): Minor {
  return purse.lots.filter((lot) => lot.trail.length > 0).reduce((sum, lot) => sum + lot.remaining, 0n);
}

/** What of it can go back: no more than is unfrozen. */
export function recoverableOf(purse: Purse): Minor {
  return smaller(unspentOf(purse), freeCashOf(purse));
}
