// A month's run settled against the purses (rules F5–F9, R1; formats.md §2.1): it never fails for want of money, for
// credit takes what is left.
import { type Day, firstDay, lastDay } from '../calendar/day.ts';
import { touches } from '../calendar/dated.ts';
import type { Minor } from '../money/minor.ts';
import { type FundsEffect, dueBetween } from './effect.ts';
import { entityOn } from './link.ts';
import type { Run } from './movement.ts';
import { type AccountKey, type EntityCode, providerOf } from './names.ts';
import { compareLargest, compareText, firstDifference } from './order.ts';
import { arrive } from './owe.ts';
import { profileOf } from './profile.ts';
import { type OwedItem, type PurseDraft, type Taken, freeCashOf, smaller, takeLots } from './purse.ts';
import { type OpenCharge, byName, setOff } from './set-off.ts';
import type { Structure, Voucher } from './structure.ts';

interface Settlement {
  readonly draft: PurseDraft;
  readonly structure: Structure;
  readonly run: Run;
  readonly payer: AccountKey;
  /** The payer's entity on the last day of the month. */
  readonly holder: EntityCode;
  /** The payer's vouchers usable in the month, in the order in which they are spent. */
  readonly vouchers: readonly Voucher[];
  readonly effects: FundsEffect[];
}

/** Settles every charge of the run, payer by payer; answers what it did. */
export function settleRun(draft: PurseDraft, structure: Structure, run: Run): FundsEffect[] {
  const effects: FundsEffect[] = [];
  const byPayer = new Map<AccountKey, OpenCharge[]>();
  run.charges.forEach((charge, place) => {
    const open = byPayer.get(charge.payer) ?? [];
    byPayer.set(charge.payer, open);
    open.push({ charge, place, remaining: charge.amount });
  });
  for (const payer of [...byPayer.keys()].sort(compareText)) {
    const holder = entityOn(structure, payer, lastDay(run.period));
    const vouchers = usableVouchers(structure, payer, run);
    settlePayer({ draft, structure, run, payer, holder, vouchers, effects }, byPayer.get(payer) ?? []);
  }
  return effects;
}

function settlePayer(settlement: Settlement, open: OpenCharge[]): void {
  const { payer: account, holder, effects, draft, run } = settlement;
  for (const { negative, positive, amount } of setOff(open)) {
    const due = dueBetween(negative.charge.entity, positive.charge.entity);
    effects.push({ kind: 'set-off', account, charge: negative.place, against: positive.place, amount, due });
  }
  for (const one of open
    .filter((each) => each.remaining < 0n)
    .sort((a, b) => compareLargest(b.remaining, a.remaining) || byName(a, b))) {
    const amount = -one.remaining;
    const due = dueBetween(one.charge.entity, holder);
    effects.push({ kind: 'returned-as-cash', account, holder, charge: one.place, amount, due });
    const lot = { origin: holder, date: lastDay(run.period), remaining: amount, trail: [] };
    effects.push(...arrive(draft, { account, holder }, lot));
  }
  for (const one of open.filter((each) => each.remaining > 0n).sort((a, b) => inOrder(account, a, b)))
    settleCharge(settlement, one);
}

function inOrder(payer: AccountKey, left: OpenCharge, right: OpenCharge): number {
  const own = Number(right.charge.owner === payer) - Number(left.charge.owner === payer);
  return own || compareLargest(left.remaining, right.remaining) || byName(left, right);
}

function settleCharge(settlement: Settlement, open: OpenCharge): void {
  const { structure, payer } = settlement;
  const profile = profileOf(structure.policies, providerOf(payer));
  for (const deduction of profile.deductionOrder) {
    if (open.remaining === 0n) return;
    if (deduction === 'voucher') payByVouchers(settlement, open);
    else if (deduction === 'gift') payByGift(settlement, open);
    else if (deduction === 'cash') payByCash(settlement, open, profile.lotOrder === 'own-first');
    else payByCredit(settlement, open);
  }
}

function payByVouchers({ draft, payer: account, holder, vouchers, effects }: Settlement, open: OpenCharge): void {
  for (const voucher of vouchers) {
    if (!isFor(voucher, open)) continue;
    const purse = draft.read(account);
    const spent = purse.voucherSpent.get(voucher.key) ?? 0n;
    const amount = smaller(voucher.amount - spent, open.remaining);
    if (amount <= 0n) continue;
    draft.write(account, { ...purse, voucherSpent: new Map(purse.voucherSpent).set(voucher.key, spent + amount) });
    const due = voucher.priced ? dueBetween(holder, open.charge.entity) : undefined;
    const { key, priced } = voucher;
    effects.push({ kind: 'by-voucher', account, holder, charge: open.place, amount, voucher: { key, priced }, due });
    open.remaining -= amount;
  }
}

/** Of the currency, for the product. */
function isFor({ currency, products }: Voucher, { charge }: OpenCharge): boolean {
  return currency === charge.currency && (products.length === 0 || products.includes(charge.product));
}

/** Usable in the month; in the order of formats.md §2.1, 4. */
function usableVouchers(structure: Structure, account: AccountKey, run: Run): readonly Voucher[] {
  const [first, last] = [firstDay(run.period), lastDay(run.period)];
  const usable = (structure.vouchers.get(account) ?? []).filter((voucher) => touches(voucher, first, last));
  const breadth = (voucher: Voucher): number => voucher.products.length || Infinity;
  const earliest = (left: Day | null, right: Day | null, none: number): number =>
    compareNumbers(left ?? none, right ?? none);
  return usable.sort((left, right) =>
    firstDifference(
      earliest(left.to, right.to, Infinity),
      compareNumbers(breadth(left), breadth(right)),
      earliest(left.from, right.from, -Infinity),
      compareText(left.key, right.key),
    ),
  );
}

function compareNumbers(left: number, right: number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function payByGift({ draft, payer: account, holder, effects }: Settlement, open: OpenCharge): void {
  const purse = draft.read(account);
  const amount = smaller(purse.gift, open.remaining);
  if (amount <= 0n) return;
  draft.write(account, { ...purse, gift: purse.gift - amount });
  effects.push({ kind: 'by-gift', account, holder, charge: open.place, amount });
  open.remaining -= amount;
}

function payByCash({ draft, payer: account, holder, effects }: Settlement, open: OpenCharge, ownFirst: boolean): void {
  const purse = draft.read(account);
  const amount = smaller(freeCashOf(purse), open.remaining);
  if (amount <= 0n) return;
  const { entity } = open.charge;
  const { taken, rest } = ownFirst ? takeOwnFirst(purse.lots, amount, entity) : takeLots(purse.lots, amount);
  draft.write(account, { ...purse, lots: rest });
  for (const { lot, amount: part } of taken) {
    const { origin, date, trail } = lot;
    const due = dueBetween(origin, entity);
    const spent = { amount: part, origin, lot: { date, trail }, due };
    effects.push({ kind: 'by-cash', account, holder, charge: open.place, ...spent });
  }
  open.remaining -= amount;
}

function takeOwnFirst(
  lots: Parameters<typeof takeLots>[0],
  amount: Minor,
  entity: EntityCode,
): ReturnType<typeof takeLots> {
  const own = lots.filter((lot) => lot.origin === entity).reduce((sum, lot) => sum + lot.remaining, 0n);
  const first = takeLots(lots, smaller(own, amount), (lot) => lot.origin === entity);
  const second = takeLots(first.rest, amount - smaller(own, amount));
  const taken: readonly Taken[] = [...first.taken, ...second.taken];
  return { taken, rest: second.rest };
}

function payByCredit({ draft, run, payer: account, holder, effects }: Settlement, open: OpenCharge): void {
  const purse = draft.read(account);
  const amount = open.remaining;
  const item: OwedItem = { period: run.period, charge: open.place, remaining: amount };
  draft.write(account, { ...purse, owed: inPeriodOrder(purse.owed, item) });
  effects.push({
    kind: 'by-credit',
    account,
    holder,
    charge: open.place,
    amount,
    due: dueBetween(holder, open.charge.entity),
  });
  open.remaining = 0n;
}

/** Owed items stand by period, then order of settlement; a run of an earlier month puts its items before later ones. */
function inPeriodOrder(owed: readonly OwedItem[], item: OwedItem): readonly OwedItem[] {
  const later = owed.findIndex((each) => each.period !== null && item.period !== null && each.period > item.period);
  return later < 0 ? [...owed, item] : owed.toSpliced(later, 0, item);
}
