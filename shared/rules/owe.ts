// Cash that arrives, and cash that is unfrozen, repays the oldest owed items first (rule F7; formats.md §2.1, 6).
import type { Minor } from '../money/minor.ts';
import { type FundsEffect, dueBetween } from './effect.ts';
import type { AccountKey, EntityCode } from './names.ts';
import { type Lot, type OwedItem, type Purse, type PurseDraft, owedOf, smaller, takeLots } from './purse.ts';

interface Arrival {
  readonly account: AccountKey;
  /** The account's entity on the day. */
  readonly holder: EntityCode;
}

/** Adds a lot to the account's purse; what the account owes is repaid out of it at once. */
export function arrive(draft: PurseDraft, { account, holder }: Arrival, lot: Lot): FundsEffect[] {
  const purse = draft.read(account);
  const repaid = smaller(lot.remaining, owedOf(purse));
  const left = lot.remaining - repaid;
  const lots = left > 0n ? [...purse.lots, { ...lot, remaining: left }] : purse.lots;
  draft.write(account, { ...purse, lots, owed: repay(purse.owed, repaid) });
  return repaid > 0n ? [repayment({ account, holder }, lot.origin, repaid)] : [];
}

/** Repays owed items out of the cash in the purse, oldest lots first, with at most `amount`. */
export function repayFromCash(draft: PurseDraft, { account, holder }: Arrival, amount: Minor): FundsEffect[] {
  const purse = draft.read(account);
  const repaid = smaller(amount, owedOf(purse));
  const { taken, rest } = takeLots(purse.lots, repaid);
  draft.write(account, { ...purse, lots: rest, owed: repay(purse.owed, repaid) });
  return taken.map(({ lot, amount: part }) => repayment({ account, holder }, lot.origin, part));
}

function repayment({ account, holder }: Arrival, origin: EntityCode, amount: Minor): FundsEffect {
  return { kind: 'repaid', account, holder, origin, amount, due: dueBetween(origin, holder) };
}

function repay(owed: readonly OwedItem[], amount: Minor): readonly OwedItem[] {
  let left = amount;
  const rest: OwedItem[] = [];
  for (const item of owed) {
    const part = smaller(left, item.remaining);
    left -= part;
    if (part < item.remaining) rest.push({ ...item, remaining: item.remaining - part });
  }
  return rest;
}

/** Puts an opening owed item before all that arose in the book, after openings entered before it. */
export function openOwed(purse: Purse, amount: Minor): Purse {
  const openings = purse.owed.filter((item) => item.period === null);
  const later = purse.owed.filter((item) => item.period !== null);
  return { ...purse, owed: [...openings, { period: null, charge: null, remaining: amount }, ...later] };
}
