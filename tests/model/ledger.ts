// The state of all funds: lots, gift, vouchers, freezes, owed items, and the flows of the month (rules.md F, R).
import { keyOf } from './order.ts';
import { Rational, least, sum } from './rational.ts';
import { accountAt, entityOn } from './facts.ts';
import type { Account, Setup, Voucher } from './setup.ts';

/** Cash of one origin (F2); the last allocation of the trail is the one it came by. */
export interface Lot {
  origin: string;
  trail: string[];
  amount: Rational;
}

/** What an account holds and owes; lots and owed items oldest first. */
export interface Purse {
  account: Account;
  lots: Lot[];
  frozen: Rational;
  gift: Rational;
  openings: Rational[];
  owed: Rational[];
}

/** Sums by key; a key never added to is 0. */
export class Tally {
  readonly sums = new Map<string, Rational>();

  add(amount: Rational, ...key: string[]): void {
    this.sums.set(keyOf(...key), this.of(...key).plus(amount));
  }

  of(...key: string[]): Rational {
    return this.sums.get(keyOf(...key)) ?? Rational.zero;
  }
}

/** What a month moves: dues by creditor, debtor, currency; float by origin, holder, currency; the rest by provider, account. */
export interface Flows {
  dues: Tally;
  received: Tally;
  returned: Tally;
  spent: Tally;
  invoiceable: Tally;
}

/** All funds at one moment, with the flows since the last month was written. */
export interface Ledger {
  setup: Setup;
  purses: Map<string, Purse>;
  vouchers: Map<Voucher, Rational>;
  allocations: Map<string, { provider: string; from: string; to: string }>;
  flows: Flows;
}

/** No flows at all. */
export function noFlows(): Flows {
  return {
    dues: new Tally(),
    received: new Tally(),
    returned: new Tally(),
    spent: new Tally(),
    invoiceable: new Tally(),
  };
}

/** The ledger of a book before its first movement. */
export function openLedger(setup: Setup): Ledger {
  return {
    setup,
    purses: new Map(),
    vouchers: new Map(setup.vouchers.map((voucher) => [voucher, voucher.amount])),
    allocations: new Map(),
    flows: noFlows(),
  };
}

/** The purse of an account, empty at first. */
export function purseOf(ledger: Ledger, provider: string, id: string): Purse {
  const key = keyOf(provider, id);
  const purse = ledger.purses.get(key) ?? {
    account: accountAt(ledger.setup, provider, id),
    lots: [],
    frozen: Rational.zero,
    gift: Rational.zero,
    openings: [],
    owed: [],
  };
  ledger.purses.set(key, purse);
  return purse;
}

/** All cash of a purse. */
export function cashOf(purse: Purse): Rational {
  return sum(purse.lots.map((lot) => lot.amount));
}

/** Cash that is not frozen (F8). */
export function freeCashOf(purse: Purse): Rational {
  return cashOf(purse).minus(purse.frozen);
}

/** All that a purse owes the provider. */
export function owedOf(purse: Purse): Rational {
  return sum([...purse.openings, ...purse.owed]);
}

/** Takes an amount from lots, in the order given; answers the pieces. The purse must hold that much. */
export function takeFrom(purse: Purse, lots: Lot[], amount: Rational): Lot[] {
  const pieces: Lot[] = [];
  let missing = amount;
  for (const lot of [...lots]) {
    const part = least(lot.amount, missing);
    if (part.sign() <= 0) continue;
    lot.amount = lot.amount.minus(part);
    missing = missing.minus(part);
    pieces.push({ origin: lot.origin, trail: lot.trail, amount: part });
  }
  if (missing.sign() !== 0) throw new Error('More cash was taken than the lots hold.');
  purse.lots = purse.lots.filter((lot) => lot.amount.sign() > 0);
  return pieces;
}

/** Puts a new lot into a purse and lets it repay what the account owes (F7). */
export function arrive(ledger: Ledger, purse: Purse, lot: Lot, day: string): void {
  purse.lots.push(lot);
  repay(ledger, purse, [lot], lot.amount, day);
}

/** Repays the oldest owed items first from the lots given, at most the amount given (§2.1 step 6). */
export function repay(ledger: Ledger, purse: Purse, lots: Lot[], atMost: Rational, day: string): void {
  const { provider, id, currency } = purse.account;
  const amount = least(atMost, owedOf(purse));
  if (amount.sign() <= 0) return;
  const entity = entityOn(ledger.setup, provider, id, day);
  for (const piece of takeFrom(purse, lots, amount)) {
    owes(ledger, entity, piece.origin, currency, piece.amount);
    spend(ledger, piece.origin, entity, currency, piece.amount);
  }
  reduce(purse.owed, reduce(purse.openings, amount));
  if (ledger.setup.policies.get(provider)!.invoiceable === 'on-payment')
    ledger.flows.invoiceable.add(amount, provider, id);
}

/** A due arises, where debtor and creditor differ. */
export function owes(ledger: Ledger, debtor: string, creditor: string, currency: string, amount: Rational): void {
  if (debtor !== creditor) ledger.flows.dues.add(amount, creditor, debtor, currency);
}

/** Float is spent, where the money lay with another entity than its origin (R2). */
export function spend(ledger: Ledger, origin: string, holder: string, currency: string, amount: Rational): void {
  if (origin !== holder) ledger.flows.spent.add(amount, origin, holder, currency);
}

function reduce(items: Rational[], amount: Rational): Rational {
  let left = amount;
  while (items.length > 0 && left.sign() > 0) {
    const part = least(items[0]!, left);
    left = left.minus(part);
    items[0] = items[0]!.minus(part);
    if (items[0].sign() === 0) items.shift();
  }
  return left;
}
