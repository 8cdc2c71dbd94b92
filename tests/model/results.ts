// Writes the state after a month as the result tables of formats.md §2: rows of named texts. Decides nothing.
import { Tally, cashOf, owedOf, purseOf } from './ledger.ts';
import { byCodePoints, holdsOn, keyOf, lastDay, partsOf } from './order.ts';
import { decimalsOf } from './profile.ts';
import { Rational, sum } from './rational.ts';
import { creditLimitOn, entityOn, payerOn } from './facts.ts';
import type { Ledger, Purse } from './ledger.ts';
import type { Variance } from './price.ts';
import type { Settled } from './settle.ts';
import type { Row } from './table.ts';

/** What a month takes over from the one before: sums that open the next table. */
export interface Carried {
  dues: Tally;
  float: Tally;
  invoiceable: Tally;
}

/** The rows of `charges.csv`. */
export function chargeRows(charges: Settled[]): Row[] {
  const amounts = (charge: Settled): Row => {
    const { list, amount, setOff, voucher, gift, cash, credit } = charge;
    return written(charge.currency, { list, amount, set_off: setOff, voucher, gift, cash, credit });
  };
  const identity = ['period', 'provider', 'payer', 'owner', 'entity', 'product', 'category', 'currency'] as const;
  const rows = charges.map((charge) => ({
    ...Object.fromEntries(identity.map((name) => [name, charge[name]])),
    ...amounts(charge),
  }));
  return sorted(rows, identity);
}

/** The rows of `balances.csv`: every account of the book. */
export function balanceRows(ledger: Ledger, month: string): Row[] {
  const rows = [...ledger.setup.accounts.values()].map(({ provider, id, currency }) => {
    const purse = purseOf(ledger, provider, id);
    const { limit, ...amounts } = balanceOf(ledger, purse, month);
    return {
      provider,
      account: id,
      entity: entityOn(ledger.setup, provider, id, lastDay(month)),
      currency,
      ...written(currency, amounts),
      credit_limit: limit ? limit.toFixed(decimalsOf(currency)) : '',
      status: statusOf(ledger, purse, month, amounts.owed, limit),
    };
  });
  return sorted(rows, ['provider', 'account']);
}

function balanceOf(ledger: Ledger, purse: Purse, month: string) {
  const { provider, id } = purse.account;
  const limit = creditLimitOn(ledger.setup, provider, id, lastDay(month));
  const [cash, owed] = [cashOf(purse), owedOf(purse)];
  const voucher = sum(
    [...ledger.vouchers]
      .filter(([{ provider: of, account }]) => of === provider && account === id)
      .filter(([valid]) => holdsOn(valid, lastDay(month)))
      .map(([, remaining]) => remaining),
  );
  const funds = sum([cash, purse.gift, voucher, limit ?? Rational.zero]);
  const available = funds.minus(purse.frozen).minus(owed);
  return { limit, cash, frozen: purse.frozen, gift: purse.gift, voucher, owed, available };
}

function statusOf(ledger: Ledger, purse: Purse, month: string, owed: Rational, limit: Rational | undefined): string {
  const { provider, id } = purse.account;
  if (limit && owed.compare(limit) > 0) return 'overdue';
  if (owed.sign() > 0) return 'owing';
  return payerOn(ledger.setup, provider, id, lastDay(month)) === id ? 'ok' : 'paid-for';
}

/** The rows of `lots.csv`. */
export function lotRows(ledger: Ledger): Row[] {
  const rows = [...ledger.purses.values()].flatMap(({ account: { provider, id, currency }, lots }) =>
    [...new Set(lots.map((lot) => lot.origin))].map((origin) => {
      const remaining = sum(lots.filter((lot) => lot.origin === origin).map((lot) => lot.amount));
      return { provider, account: id, origin, currency, ...written(currency, { remaining }) };
    }),
  );
  return sorted(rows, ['provider', 'account', 'origin', 'currency']);
}

/** The rows of `dues.csv`; what is carried becomes the closing. */
export function dueRows(ledger: Ledger, carried: Carried, month: string, firstMonth: string): Row[] {
  const payments = paymentsOf(ledger, month, firstMonth, carried);
  const { dues } = ledger.flows;
  const rows = keysOf(carried.dues, dues, payments).map(([creditor, debtor, currency]) => {
    const key = [creditor, debtor, currency] as const;
    const [opening, charges, paid] = [carried.dues.of(...key), dues.of(...key), payments.of(...key)];
    carried.dues.add(charges.minus(paid), ...key);
    return row({ creditor, debtor, currency }, { opening, charges, payments: paid, closing: carried.dues.of(...key) });
  });
  return sorted(nonZero(rows), ['creditor', 'debtor', 'currency']);
}

function paymentsOf(ledger: Ledger, month: string, firstMonth: string, carried: Carried): Tally {
  const payments = new Tally();
  for (const { date, kind, creditor, debtor, currency, amount } of ledger.setup.reimbursements) {
    const key = [creditor, debtor, currency] as const;
    const isFirst = month === firstMonth;
    if (kind === 'opening') {
      if (isFirst) carried.dues.add(amount, ...key);
    } else if (date.slice(0, 7) === month) payments.add(amount, ...key);
    else if (isFirst && date < month) carried.dues.add(amount.negated(), ...key);
  }
  return payments;
}

/** The rows of `float.csv`; what is carried becomes the closing. */
export function floatRows(ledger: Ledger, carried: Carried): Row[] {
  const { received, returned, spent } = ledger.flows;
  const rows = keysOf(carried.float, received, returned, spent).map(([origin, holder, currency]) => {
    const key = [origin, holder, currency] as const;
    const amounts = { received: received.of(...key), returned: returned.of(...key), spent: spent.of(...key) };
    const opening = carried.float.of(...key);
    carried.float.add(amounts.received.minus(amounts.returned).minus(amounts.spent), ...key);
    return row({ origin, holder, currency }, { opening, ...amounts, closing: carried.float.of(...key) });
  });
  return sorted(nonZero(rows), ['origin', 'holder', 'currency']);
}

/** The rows of `invoiceable.csv`; a negative result is carried to the next month (I2). */
export function invoiceableRows(ledger: Ledger, carried: Carried, month: string): Row[] {
  const rows = keysOf(carried.invoiceable, ledger.flows.invoiceable).map(([provider, account]) => {
    const amount = carried.invoiceable.of(provider, account).plus(ledger.flows.invoiceable.of(provider, account));
    carried.invoiceable.sums.set(keyOf(provider, account), amount.sign() < 0 ? amount : Rational.zero);
    const { currency } = purseOf(ledger, provider, account).account;
    const entity = entityOn(ledger.setup, provider, account, lastDay(month));
    return row({ provider, account, entity, currency }, { amount });
  });
  return sorted(nonZero(rows), ['provider', 'account', 'currency']);
}

/** The rows of `findings.csv` that the model knows: the discount check and the accounts at risk. */
export function findingRows(ledger: Ledger, variances: Variance[], month: string): Row[] {
  const beyond = new Rational(1n, 100n);
  const rows = variances
    .filter(({ amount }) => amount.absolute().compare(beyond) > 0)
    .map(({ provider, owner, product, currency, amount }) => ({
      kind: 'discount-variance',
      provider,
      account: owner,
      product,
      currency,
      ...written(currency, { amount }),
    }));
  return sorted([...rows, ...accountsAtRisk(ledger, month)], ['kind', 'provider', 'account', 'product', 'currency']);
}

function accountsAtRisk(ledger: Ledger, month: string): Row[] {
  const isOverdue = (provider: string, id: string): boolean => {
    const purse = purseOf(ledger, provider, id);
    const { limit, owed } = balanceOf(ledger, purse, month);
    return statusOf(ledger, purse, month, owed, limit) === 'overdue';
  };
  return [...ledger.setup.accounts.values()].flatMap(({ provider, id, currency }) => {
    const payer = payerOn(ledger.setup, provider, id, lastDay(month));
    if (payer === id || !isOverdue(provider, payer)) return [];
    return [{ kind: 'blast-radius', provider, account: id, product: '', currency, amount: '' }];
  });
}

interface Figures {
  names: Row;
  amounts: Record<string, Rational>;
}

function row(names: { currency: string } & Row, amounts: Record<string, Rational>): Figures {
  return { names, amounts };
}

function nonZero(rows: Figures[]): Row[] {
  return rows
    .filter(({ amounts }) => Object.values(amounts).some((amount) => amount.sign() !== 0))
    .map(({ names, amounts }) => ({ ...names, ...written(names.currency!, amounts) }));
}

function written(currency: string, amounts: Record<string, Rational>): Row {
  const decimals = decimalsOf(currency);
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toFixed(decimals)]));
}

function sorted(rows: Row[], identity: readonly string[]): Row[] {
  const key = (of: Row): string[] => identity.map((name) => of[name] ?? '');
  return rows.sort((left, right) => byCodePoints(key(left), key(right)));
}

function keysOf(...tallies: Tally[]): [string, string, string][] {
  const keys = new Set(tallies.flatMap((tally) => [...tally.sums.keys()]));
  return [...keys].map((key) => partsOf(key) as [string, string, string]);
}
