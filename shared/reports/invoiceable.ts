// What an account may ask an invoice for, as payer (rule I2; invoiceable.csv of formats.md §2): a negative result is
// carried into the next month.
import { type Month, lastDay } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import { accountOf, entityOn } from '../rules/link.ts';
import type { AccountKey } from '../rules/names.ts';
import { type Table, tableOf } from './table.ts';
import { totalsUntil } from './totals.ts';

/** The invoiceable amounts of a period by account, carried negatives included; zero amounts are left out. */
export function invoiceableIn(book: Book, period: Month): ReadonlyMap<AccountKey, Minor> {
  const amounts = totalsUntil(book, period).invoiceable as ReadonlyMap<AccountKey, Minor>;
  return new Map([...amounts].filter(([, amount]) => amount !== 0n));
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
