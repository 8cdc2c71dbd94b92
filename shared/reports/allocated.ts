// What became of the money allocated to accounts (F3, F4): allocated − recovered − unspent = consumed, where what was
// allocated on to other accounts counts as consumed here.
import type { Day } from '../calendar/day.ts';
import type { Book } from '../book/book.ts';
import type { Minor } from '../money/minor.ts';
import type { AccountKey } from '../rules/names.ts';
import { type Purse, freeCashOf, smaller } from '../rules/purse.ts';

export interface Allocated {
  allocated: Minor;
  recovered: Minor;
}

/** What every account was allocated and gave back up to the end of a day. */
export function allocatedUntil(book: Book, day: Day): ReadonlyMap<AccountKey, Allocated> {
  const sums = new Map<AccountKey, Allocated>();
  const at = (account: AccountKey): Allocated => {
    const sum = sums.get(account) ?? { allocated: 0n, recovered: 0n };
    sums.set(account, sum);
    return sum;
  };
  const { entries, effects } = book.timeline;
  for (let index = 0; index < entries.length && entries[index]!.day <= day; index++)
    for (const effect of effects[index]!) {
      if (effect.kind === 'allocated') at(effect.to).allocated += effect.amount;
      if (effect.kind === 'recovered') at(effect.account).recovered += effect.amount;
    }
  return sums;
}

/** What is left of allocated money in a purse. */
export function unspentOf(purse: Purse): Minor {
  return purse.lots.filter((lot) => lot.trail.length > 0).reduce((sum, lot) => sum + lot.remaining, 0n);
}

/** What of it can go back: no more than is unfrozen. */
export function recoverableOf(purse: Purse): Minor {
  return smaller(unspentOf(purse), freeCashOf(purse));
}
