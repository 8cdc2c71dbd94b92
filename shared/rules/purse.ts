// What an account holds and owes at a point of the timeline (rules F1, F2, F7, F8). Purses are never changed in place:
// a draft lays new ones over the old, so that a refused entry leaves nothing behind.
import type { Day, Month } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { AccountKey, EntityCode, MovementKey } from './names.ts';

/** Cash of one origin that came in one piece (rule F2); `trail` names the allocations it came through. */
export interface Lot {
  readonly origin: EntityCode;
  readonly date: Day;
  readonly remaining: Minor;
  readonly trail: readonly MovementKey[];
}

/** What is owed to the provider for one charge, or from an opening balance (period null). */
export interface OwedItem {
  readonly period: Month | null;
  /** The charge's place in its run; null for an opening. */
  readonly charge: number | null;
  readonly remaining: Minor;
}

export interface Purse {
  /** Oldest first: by date, then order of entry. */
  readonly lots: readonly Lot[];
  readonly frozen: Minor;
  readonly gift: Minor;
  /** What was spent of each voucher, by its key. */
  readonly voucherSpent: ReadonlyMap<string, Minor>;
  /** Oldest first: openings, then period, then order of settlement. */
  readonly owed: readonly OwedItem[];
}

export const emptyPurse: Purse = { lots: [], frozen: 0n, gift: 0n, voucherSpent: new Map(), owed: [] };

export function cashOf(purse: Purse): Minor {
  return purse.lots.reduce((sum, lot) => sum + lot.remaining, 0n);
}

/** Cash that may be spent, allocated, recovered or withdrawn (rule F8). */
export function freeCashOf(purse: Purse): Minor {
  return cashOf(purse) - purse.frozen;
}

export function owedOf(purse: Purse): Minor {
  return purse.owed.reduce((sum, item) => sum + item.remaining, 0n);
}

export type Purses = ReadonlyMap<AccountKey, Purse>;

/** Purses laid over others; reading falls through, writing stays above until it is committed. */
export interface PurseDraft {
  read(account: AccountKey): Purse;
  write(account: AccountKey, purse: Purse): void;
}

/** A draft over `below` and the map that receives its writes. */
export function draftOver(below: Purses): { readonly draft: PurseDraft; readonly written: Map<AccountKey, Purse> } {
  const written = new Map<AccountKey, Purse>();
  const draft: PurseDraft = {
    read: (account) => written.get(account) ?? below.get(account) ?? emptyPurse,
    write: (account, purse) => void written.set(account, purse),
  };
  return { draft, written };
}

/** A part of a lot that was taken out of a purse. */
export interface Taken {
  readonly lot: Lot;
  readonly amount: Minor;
}

/**
 * Takes `amount` from the lots that `allowed` accepts, in their order. The caller has made sure that there is enough.
 * Emptied lots are left out of `rest`.
 */
export function takeLots(
  lots: readonly Lot[],
  amount: Minor,
  allowed: (lot: Lot) => boolean = () => true,
): { readonly taken: readonly Taken[]; readonly rest: readonly Lot[] } {
  const taken: Taken[] = [];
  const rest: Lot[] = [];
  let missing = amount;
  for (const [at, lot] of lots.entries()) {
    if (missing === 0n) return { taken, rest: [...rest, ...lots.slice(at)] };
    const part = allowed(lot) ? smaller(missing, lot.remaining) : 0n;
    if (part > 0n) taken.push({ lot, amount: part });
    missing -= part;
    if (part < lot.remaining) rest.push(part === 0n ? lot : { ...lot, remaining: lot.remaining - part });
  }
  if (missing > 0n) throw new Error(`lots are ${missing} short of ${amount}`);
  return { taken, rest };
}

export function smaller(left: Minor, right: Minor): Minor {
  return left < right ? left : right;
}
