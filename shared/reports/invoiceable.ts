// What an account may ask an invoice for, as payer (rule I2; invoiceable.csv of formats.md §2): a negative result is
// carried into the next month.
import { type Month, lastDay } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import type { FundsEffect } from '../rules/effect.ts';
import { accountOf, entityOn } from '../rules/link.ts';
import { type AccountKey, providerOf } from '../rules/names.ts';
import { profileOf } from '../rules/profile.ts';
import { effectsUntil } from './flows.ts';
import { type Table, tableOf } from './table.ts';

/** The invoiceable amounts of a period by account, carried negatives included; zero amounts are left out. */
export function invoiceableIn(book: Book, period: Month): ReadonlyMap<AccountKey, Minor> {
  const byMonth = new Map<Month, Map<AccountKey, Minor>>();
  for (const { effect, month } of effectsUntil(book, period)) {
    const part = invoiceablePart(book, effect);
    if (part === 0n) continue;
    const amounts = byMonth.get(month) ?? new Map<AccountKey, Minor>();
    byMonth.set(month, amounts);
    amounts.set(effect.account, (amounts.get(effect.account) ?? 0n) + part);
  }
  let carried = new Map<AccountKey, Minor>();
  for (const month of [...byMonth.keys()].filter((each) => each < period).sort((left, right) => left - right))
    carried = new Map([...sum(carried, byMonth.get(month))].filter(([, amount]) => amount < 0n));
  return new Map([...sum(carried, byMonth.get(period))].filter(([, amount]) => amount !== 0n));
}

function sum(
  carried: ReadonlyMap<AccountKey, Minor>,
  fresh: ReadonlyMap<AccountKey, Minor> = new Map(),
): Map<AccountKey, Minor> {
  const sums = new Map(carried);
  for (const [account, amount] of fresh) sums.set(account, (sums.get(account) ?? 0n) + amount);
  return sums;
}

export function invoiceablePart(book: Book, effect: FundsEffect): Minor {
  // Asked where it matters only: most effects are cash, and there are as many as charges.
  const onPayment = (): boolean =>
    profileOf(book.structure.policies, providerOf(effect.account)).invoiceable === 'on-payment';
  switch (effect.kind) {
    case 'by-cash':
      return effect.amount;
    case 'by-voucher':
      return effect.voucher?.priced ? effect.amount : 0n;
    case 'repaid':
      return onPayment() ? effect.amount : 0n;
    case 'by-credit':
      return onPayment() ? 0n : effect.amount;
    case 'returned-as-cash':
      return -effect.amount;
    default:
      return 0n;
  }
}

export function invoiceableTable(book: Book, period: Month): Table {
  const rows = [...invoiceableIn(book, period)].map(([key, amount]) => {
    const { provider, id, currency } = accountOf(book.structure, key);
    const entity = entityOn(book.structure, key, lastDay(period));
    return { provider, account: id, entity, currency, amount: formatMinor(amount, currency) };
  });
  const identifying = ['provider', 'account', 'entity', 'currency'];
  return tableOf('invoiceable', [...identifying, 'amount'], identifying, rows);
}
