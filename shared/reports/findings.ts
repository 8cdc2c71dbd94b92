// What needs looking at but blocks nothing (rules B5, C4, F7), as findings.csv of formats.md §2 says it.
import { type Month, lastDay } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import { type Finding, findingsOf } from '../book/findings.ts';
import type { Bucket } from '../rules/bill.ts';
import { payerOn } from '../rules/link.ts';
import { type AccountKey, idOf, providerOf } from '../rules/names.ts';
import type { Account } from '../rules/structure.ts';
import { balancesOn } from './balances.ts';
import { type Table, type TableRow, tableOf } from './table.ts';

/** The findings of a month; `buckets` are its lines, which tell of vouchers. */
export function findingsTable(book: Book, period: Month, buckets: readonly Bucket[]): Table {
  const rows = [
    ...findingsOf(book, period, buckets).map((finding) => findingCells(book, finding)),
    ...riskyPayers(book, period).map(riskCells),
    ...adoptedAccounts(book).map(adoptionCells),
  ];
  const identifying = ['kind', 'provider', 'account', 'product', 'currency'];
  return tableOf('findings', [...identifying, 'amount', 'message'], identifying, rows);
}

/** The cells of findings.csv. */
export function findingCells(book: Book, finding: Finding): TableRow {
  const { kind, account, product, currency, amount, message } = finding;
  const provider = account ? providerOf(account) : providerOfImport(book, finding.import);
  return { kind, provider, account: account ? idOf(account) : '', product, currency, amount, message };
}

function providerOfImport(book: Book, id: string): string {
  return book.imports.get(id)?.fact.months[0]?.provider ?? '';
}

/** A payer that owes more than its limit puts every account at risk that it pays for (F7). */
export interface RiskyPayer {
  readonly account: Account;
  /** How much it owes beyond its limit. */
  readonly beyond: Minor;
  readonly paidFor: readonly AccountKey[];
}

/** The payers over their limit at the end of the month that pay for others. */
export function riskyPayers(book: Book, period: Month): readonly RiskyPayer[] {
  const day = lastDay(period);
  const { structure } = book;
  return balancesOn(book, day).flatMap(({ account, status, owed, creditLimit }) => {
    if (status !== 'overdue') return [];
    const paidFor = [...structure.accounts.keys()].filter(
      (key) => key !== account.key && payerOn(structure, key, day) === account.key,
    );
    return paidFor.length === 0 ? [] : [{ account, beyond: owed - (creditLimit ?? 0n), paidFor }];
  });
}

export function riskCells({ account, beyond, paidFor }: RiskyPayer): TableRow {
  const { provider, id, currency, name } = account;
  const amount = formatMinor(beyond, currency);
  const message = `${name || id} owes ${currency} ${amount} more than its limit; it pays for ${paidFor.length} other accounts.`;
  return { kind: 'blast-radius', provider, account: id, product: '', currency, amount, message };
}

/** The accounts that were adopted from bills (B5). */
export function adoptedAccounts(book: Book): readonly Account[] {
  return [...book.adopted].flatMap((key) => book.structure.accounts.get(key) ?? []);
}

export function adoptionCells({ provider, id, currency, role }: Account): TableRow {
  const message = `The account was not known to the book; it was adopted as the bill shows it (${role}).`;
  return { kind: 'unknown-account', provider, account: id, product: '', currency, amount: '', message };
}
