// Settles a month's charges, payer by payer, in the order of formats.md §2.1. Prices nothing.
import { arrive, freeCashOf, owes, purseOf, spend, takeFrom } from './ledger.ts';
import { byCodePoint, byCodePoints, firstDay, firstDifference, keyOf, lastDay } from './order.ts';
import { Rational, least } from './rational.ts';
import { entityOn } from './facts.ts';
import type { Ledger, Lot, Purse } from './ledger.ts';
import type { Charge } from './price.ts';
import type { Voucher } from './setup.ts';

/** A charge with what settled it: amount = setOff + voucher + gift + cash + credit. */
export interface Settled extends Charge {
  setOff: Rational;
  voucher: Rational;
  gift: Rational;
  cash: Rational;
  credit: Rational;
  /** What has not been set off or settled yet; 0 in the end. */
  left: Rational;
}

interface Payer {
  ledger: Ledger;
  purse: Purse;
  entity: string;
  period: string;
}

/** Settles all charges of a month; the funds up to its last day have been applied. */
export function settleMonth(ledger: Ledger, charges: Charge[]): Settled[] {
  const zero = Rational.zero;
  const settled = charges.map((charge) => ({
    ...charge,
    setOff: zero,
    voucher: zero,
    gift: zero,
    cash: zero,
    credit: zero,
    left: charge.amount,
  }));
  for (const key of new Set(settled.map(payerKeyOf))) {
    settlePayer(
      ledger,
      settled.filter((charge) => payerKeyOf(charge) === key),
    );
  }
  return settled;
}

function payerKeyOf(charge: Charge): string {
  return keyOf(charge.provider, charge.payer, charge.currency);
}

function settlePayer(ledger: Ledger, charges: Settled[]): void {
  const { provider, payer: id, period } = charges[0]!;
  const entity = entityOn(ledger.setup, provider, id, lastDay(period));
  const payer: Payer = { ledger, purse: purseOf(ledger, provider, id), entity, period };
  setOff(payer, charges);
  const positive = charges
    .filter((charge) => charge.left.sign() > 0)
    .sort((left, right) =>
      firstDifference(
        Number(left.owner !== id) - Number(right.owner !== id),
        right.left.compare(left.left),
        byIdentity(left, right),
      ),
    );
  for (const charge of positive) settleCharge(payer, charge);
  for (const charge of charges) countInvoiceable(payer, charge);
}

function byIdentity(left: Charge, right: Charge): number {
  const identity = (charge: Charge): string[] => [charge.owner, charge.product, charge.category, charge.entity];
  return byCodePoints(identity(left), identity(right));
}

function setOff(payer: Payer, charges: Settled[]): void {
  const negative = charges
    .filter((charge) => charge.amount.sign() < 0)
    .sort((left, right) => firstDifference(left.amount.compare(right.amount), byIdentity(left, right)));
  for (const refund of negative) {
    setOffAgainst(
      payer,
      refund,
      charges.filter((charge) => charge.owner === refund.owner),
    );
  }
  for (const refund of negative) setOffAgainst(payer, refund, charges);
  for (const refund of negative) {
    const rest = refund.left.negated();
    if (rest.sign() <= 0) continue;
    refund.cash = refund.left;
    refund.left = Rational.zero;
    owes(payer.ledger, payer.entity, refund.entity, refund.currency, rest);
    arrive(payer.ledger, payer.purse, { origin: payer.entity, trail: [], amount: rest }, lastDay(payer.period));
  }
}

function setOffAgainst(payer: Payer, refund: Settled, charges: Settled[]): void {
  const positive = charges
    .filter((charge) => charge.left.sign() > 0)
    .sort((left, right) => firstDifference(right.left.compare(left.left), byIdentity(left, right)));
  for (const charge of positive) {
    const part = least(charge.left, refund.left.negated());
    if (part.sign() <= 0) return;
    charge.setOff = charge.setOff.plus(part);
    charge.left = charge.left.minus(part);
    refund.setOff = refund.setOff.minus(part);
    refund.left = refund.left.plus(part);
    owes(payer.ledger, charge.entity, refund.entity, charge.currency, part);
  }
}

function settleCharge(payer: Payer, charge: Settled): void {
  const steps: Record<string, (payer: Payer, charge: Settled) => void> = {
    voucher: payByVoucher,
    gift: payByGift,
    cash: payByCash,
    credit: payByCredit,
  };
  for (const step of payer.ledger.setup.policies.get(charge.provider)!.deduction_order) steps[step]!(payer, charge);
}

function payByVoucher(payer: Payer, charge: Settled): void {
  for (const voucher of usableVouchers(payer, charge)) {
    const remaining = payer.ledger.vouchers.get(voucher)!;
    const part = least(remaining, charge.left);
    payer.ledger.vouchers.set(voucher, remaining.minus(part));
    charge.voucher = charge.voucher.plus(part);
    charge.left = charge.left.minus(part);
    if (!voucher.priced) continue;
    owes(payer.ledger, charge.entity, payer.entity, charge.currency, part);
    payer.ledger.flows.invoiceable.add(part, charge.provider, charge.payer);
  }
}

// F6: valid on a day of the month, for the product; soonest expiry, fewest products, oldest, then key.
function usableVouchers(payer: Payer, charge: Settled): Voucher[] {
  const end = (voucher: Voucher): string => voucher.to || '9999-99-99';
  const width = (voucher: Voucher): number => voucher.products.length || Number.MAX_SAFE_INTEGER;
  return [...payer.ledger.vouchers.keys()]
    .filter((voucher) => voucher.provider === charge.provider && voucher.account === charge.payer)
    .filter((voucher) => voucher.currency === charge.currency)
    .filter((voucher) => voucher.from <= lastDay(payer.period) && end(voucher) > firstDay(payer.period))
    .filter((voucher) => voucher.products.length === 0 || voucher.products.includes(charge.product))
    .sort((left, right) =>
      firstDifference(
        byCodePoint(end(left), end(right)),
        width(left) - width(right),
        byCodePoint(left.from, right.from),
        byCodePoint(left.key, right.key),
      ),
    );
}

function payByGift(payer: Payer, charge: Settled): void {
  const part = least(payer.purse.gift, charge.left);
  payer.purse.gift = payer.purse.gift.minus(part);
  charge.gift = charge.gift.plus(part);
  charge.left = charge.left.minus(part);
}

function payByCash(payer: Payer, charge: Settled): void {
  const part = least(freeCashOf(payer.purse), charge.left);
  if (part.sign() <= 0) return;
  for (const piece of takeFrom(payer.purse, lotsFor(payer, charge), part)) {
    owes(payer.ledger, charge.entity, piece.origin, charge.currency, piece.amount);
    spend(payer.ledger, piece.origin, payer.entity, charge.currency, piece.amount);
  }
  charge.cash = charge.cash.plus(part);
  charge.left = charge.left.minus(part);
}

function lotsFor(payer: Payer, charge: Settled): Lot[] {
  const { lots } = payer.purse;
  if (payer.ledger.setup.policies.get(charge.provider)!.lot_order === 'oldest') return lots;
  return [...lots.filter((lot) => lot.origin === charge.entity), ...lots.filter((lot) => lot.origin !== charge.entity)];
}

function payByCredit(payer: Payer, charge: Settled): void {
  if (charge.left.sign() <= 0) return;
  payer.purse.owed.push(charge.left);
  owes(payer.ledger, charge.entity, payer.entity, charge.currency, charge.left);
  charge.credit = charge.left;
  charge.left = Rational.zero;
}

// I2: priced vouchers and repaid items are counted where they happen.
function countInvoiceable(payer: Payer, charge: Settled): void {
  const { invoiceable } = payer.ledger.setup.policies.get(charge.provider)!;
  const credit = invoiceable === 'on-charge' ? charge.credit : Rational.zero;
  payer.ledger.flows.invoiceable.add(charge.cash.plus(credit), charge.provider, charge.payer);
}
