// The headline figures of a month, one row for each currency, each with what it was the month before and how it changed
// since. Currencies are never added.
import { type Month, formatDay, formatMonth, lastDay } from '../calendar/day.ts';
import { type Minor, formatMinor, parseMinor } from '../money/minor.ts';
import { compareText } from '../rules/order.ts';
import type { Asking } from './asking.ts';
import { chargedIn } from './charged.ts';
import { groupedBy } from './document-facts/bill-amounts.ts';
import { listOf } from './list-queries.ts';
import type { ListRow } from './listing.ts';

/** The figures, in the order in which they are shown. */
export const figureNames = [
  'charges',
  'paidOnBehalf',
  'balance',
  'allocatedUnspent',
  'recoverable',
  'unissuedInvoices',
  'intercompany',
] as const;
export type FigureName = (typeof figureNames)[number];

/** The column that says what a figure was the month before. */
export function previousOf(name: FigureName): `${FigureName}Previous` {
  return `${name}Previous`;
}

/** The column that says how a figure changed since then. */
export function deltaOf(name: FigureName): `${FigureName}Delta` {
  return `${name}Delta`;
}

/** What a run makes: as long as the month was not run, it did not change against the month before. */
const ofRun: readonly FigureName[] = ['charges', 'paidOnBehalf'];

/** The columns that hold the amounts of the figures. */
export const figureAmounts: readonly string[] = figureNames.flatMap((name) => [name, previousOf(name), deltaOf(name)]);

/** The book's own currency stands before the others, these by their codes. */
export function baseFirst({ book }: Asking): (left: string, right: string) => number {
  const { baseCurrency } = book.title;
  return (left, right) => Number(right === baseCurrency) - Number(left === baseCurrency) || compareText(left, right);
}

/** One row per currency in which the month or the one before has charges, or accounts hold money. */
export function overviewFigures(
  asking: Asking,
  month: Month,
  balances: readonly ListRow[],
  balancesBefore: readonly ListRow[] = balancesAt(asking, (month - 1) as Month),
): readonly ListRow[] {
  const now = figuresOf(asking, month, balances);
  const before = figuresOf(asking, (month - 1) as Month, balancesBefore);
  const currencies = [...new Set([...now.keys(), ...before.keys()])].sort(baseFirst(asking));
  const isRun = asking.book.runs.has(month);
  const openDues = listOf(asking, 'dues', { period: formatMonth(month) })!.rows.filter(isOpen);
  return currencies.map((currency) => {
    const text = (amount: Minor): string => formatMinor(amount, currency);
    const cells = figureNames.flatMap((name) => {
      const [current, previous] = [now.get(currency)?.[name] ?? 0n, before.get(currency)?.[name] ?? 0n];
      const hasChange = isRun || !ofRun.includes(name);
      return [
        [name, text(current)],
        [previousOf(name), text(previous)],
        [deltaOf(name), hasChange ? text(current - previous) : ''],
      ] as const;
    });
    return {
      id: currency,
      currency,
      ...Object.fromEntries(cells),
      openDues: String(openDues.filter((row) => row['currency'] === currency).length),
    };
  });
}

/** What accounts hold at the end of a month. */
export function balancesAt(asking: Asking, month: Month): readonly ListRow[] {
  return listOf(asking, 'balances', { asOf: formatDay(lastDay(month)) })!.rows;
}

/** Whether a due is not settled. */
function isOpen(due: ListRow): boolean {
  return parseMinor(due['closing'] ?? '', due['currency'] ?? '') !== 0n;
}

type Figures = Readonly<Record<FigureName, Minor>>;

function figuresOf(asking: Asking, month: Month, balances: readonly ListRow[]): ReadonlyMap<string, Figures> {
  const period = formatMonth(month);
  const charged = byCurrency(chargedIn(asking, month));
  const onBehalf = chargedIn(asking, month, 'onBehalf');
  const ofCurrency = (rows: readonly ListRow[]) => groupedBy(rows, (row) => row['currency'] ?? '');
  const held = ofCurrency(balances);
  const invoices = ofCurrency(listOf(asking, 'invoiceable', { period })!.rows);
  const dues = ofCurrency(listOf(asking, 'dues', { period })!.rows);
  return new Map(
    [...new Set([...charged.keys(), ...held.keys()])].map((currency) => [
      currency,
      {
        charges: (charged.get(currency) ?? 0n) as Minor,
        paidOnBehalf: (onBehalf.get(currency) ?? 0n) as Minor,
        balance: totalOf(held.get(currency) ?? [], 'balance'),
        allocatedUnspent: totalOf(held.get(currency) ?? [], 'allocatedUnspent'),
        recoverable: totalOf(held.get(currency) ?? [], 'recoverable'),
        unissuedInvoices: totalOf(invoices.get(currency) ?? [], 'amount'),
        intercompany: totalOf(dues.get(currency) ?? [], 'closing'),
      },
    ]),
  );
}

/** The sum of a column over rows, each in its own currency: for rows of one currency. */
export function totalOf(rows: readonly ListRow[], column: string): Minor {
  return rows.reduce((sum, row) => sum + (parseMinor(row[column] ?? '', row['currency'] ?? '') ?? 0n), 0n) as Minor;
}

function byCurrency(charged: ReadonlyMap<string, Minor>): ReadonlyMap<string, Minor> {
  const sums = new Map<string, Minor>();
  for (const [id, amount] of charged) {
    const currency = currencyOf(id);
    sums.set(currency, ((sums.get(currency) ?? 0n) + amount) as Minor);
  }
  return sums;
}

/** The currency in the id of an entity and a currency. */
export function currencyOf(id: string): string {
  return id.slice(id.lastIndexOf('|') + 1);
}
