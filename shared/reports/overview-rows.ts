// The rows of the overview by entity and currency. Currencies are never added.
import { type Month, formatMonth, lastDay } from '../calendar/day.ts';
import { importsIn } from '../book/standing-imports.ts';
import { missingBills, vendorPayersOf } from '../book/expected-bills.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { entityOn } from '../rules/link.ts';
import { type AccountKey, type EntityCode, accountKey } from '../rules/names.ts';
import type { Asking } from './asking.ts';
import { groupedBy } from './document-facts/bill-amounts.ts';
import { rowId } from './figure.ts';
import { listOf } from './list-queries.ts';
import type { ListRow } from './listing.ts';
import { chargedIn } from './charged.ts';
import { baseFirst, currencyOf, totalOf } from './overview-figures.ts';

/** The amounts of an entity's row. */
export const entityAmounts: readonly string[] = ['charges', 'previous', 'delta', 'balance', 'toInvoice'];

/** The overview's counts: of accounts, bills, exceptions and requests to make; and the days that the money lasts. */
export const overviewCounts = [
  'accounts',
  'billsReceived',
  'billsExpected',
  'runwayDays',
  'exceptions',
  'invoices',
  'invoicesIssued',
  'openDues',
] as const;

/** One row per entity and currency; an entity without money has a row in its own currency. */
export function overviewEntities(
  asking: Asking,
  month: Month,
  balances: readonly ListRow[],
  exceptions: readonly ListRow[],
): readonly ListRow[] {
  const { structure } = asking.book;
  const period = formatMonth(month);
  const isRun = asking.book.runs.has(month);
  const now = chargedIn(asking, month);
  const before = chargedIn(asking, (month - 1) as Month);
  const ofRow = (row: ListRow): string => rowId(row['entity'] ?? '', row['currency'] ?? '');
  const held = groupedBy(balances, ofRow);
  const invoices = groupedBy(listOf(asking, 'invoiceable', { period })!.rows, ofRow);
  const bills = billsByEntity(asking, month);
  const waiting = groupedBy(exceptions, (row) => entityOfException(asking, row, month));
  const accounts = groupedBy([...structure.accounts.keys()], (key) => entityOn(structure, key, lastDay(month)));
  return [...structure.entities.values()].flatMap(({ code, name, nameZh, currency: own }) => {
    const known = [...now.keys(), ...before.keys(), ...held.keys()].filter((id) => id.startsWith(`${rowId(code)}|`));
    const ids = known.length === 0 ? [rowId(code, own)] : [...new Set(known)];
    const compare = baseFirst(asking);
    return ids
      .sort((left, right) => compare(currencyOf(left), currencyOf(right)))
      .map((id): ListRow => {
        const currency = currencyOf(id);
        const text = (amount: Minor): string => formatMinor(amount, currency);
        const [charged, previous] = [now.get(id) ?? 0n, before.get(id) ?? 0n];
        return {
          id: rowId('entity', code, currency),
          entity: code,
          name,
          nameZh,
          currency,
          accounts: String(accounts.get(code)?.length ?? 0),
          ...(bills.get(code) ?? { billsReceived: '0', billsExpected: '0' }),
          provisional: bills.get(code)?.provisional ?? '',
          charges: text(charged),
          previous: text(previous),
          delta: isRun ? text(charged - previous) : '',
          balance: text(totalOf(held.get(id) ?? [], 'balance')),
          runwayDays: shortest(held.get(id) ?? []),
          exceptions: String(waiting.get(code)?.length ?? 0),
          invoices: String(invoices.get(id)?.length ?? 0),
          // Nothing can be issued yet.
          invoicesIssued: '0',
          toInvoice: text(totalOf(invoices.get(id) ?? [], 'amount')),
          closeState: 'open',
        };
      });
  });
}

function shortest(balances: readonly ListRow[]): string {
  const days = balances.map((row) => row['runwayDays'] ?? '').filter((text) => text !== '');
  return days.length === 0 ? '' : days.reduce((least, text) => (BigInt(text) < BigInt(least) ? text : least));
}

/** The entity of the account that a vendor makes its bill out to, as `provider:id`. */
export function entityBilled({ structure }: Asking['book'], payer: string, month: Month): EntityCode | undefined {
  const key = payer as AccountKey;
  return structure.accounts.has(key) ? entityOn(structure, key, lastDay(month)) : undefined;
}

interface EntityBills {
  readonly billsReceived: string;
  readonly billsExpected: string;
  readonly provisional: string;
}

/** The vendor's bills by the entity of the account they are made out to. */
function billsByEntity({ book }: Asking, month: Month): ReadonlyMap<EntityCode, EntityBills> {
  const entityOfPayer = (payer: string): EntityCode | undefined => entityBilled(book, payer, month);
  const received = groupedBy([...vendorPayersOf(book, month)], entityOfPayer);
  const missing = groupedBy(missingBills(book, month), entityOfPayer);
  const provisional = new Set(
    importsIn(book, month)
      .filter(({ final }) => !final)
      .flatMap(({ vendorPayers }) => vendorPayers.map(({ provider, id }) => entityOfPayer(accountKey(provider, id)))),
  );
  const codes = [...new Set([...received.keys(), ...missing.keys()])].filter((code) => code !== undefined);
  return new Map(
    codes.map((code) => {
      const [here, lacking] = [received.get(code)?.length ?? 0, missing.get(code)?.length ?? 0];
      const facts = { billsReceived: String(here), billsExpected: String(here + lacking) };
      return [code, { ...facts, provisional: provisional.has(code) ? 'yes' : '' }];
    }),
  );
}

/** The entity of the account that an exception is about, else of the account that the bill is made out to. */
export function entityOfException({ book }: Asking, row: ListRow, month: Month): EntityCode | undefined {
  const subject = row['subject'] ?? '';
  const payer = accountKey(subject.slice(0, subject.indexOf(':')), row['vendorPayer'] ?? '');
  const account = [subject as AccountKey, payer].find((key) => book.structure.accounts.has(key));
  return account === undefined ? undefined : entityOn(book.structure, account, lastDay(month));
}
