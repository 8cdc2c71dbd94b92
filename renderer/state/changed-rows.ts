// Rows of a draft with some cells changed, and what a draft adds up to. Exact, and only ever for drafts: what is posted is
// added up by the main process.
import { type Decimal, add, formatCoefficient, parseDecimal, zero } from '../../shared/money/decimal.ts';
import type { GridRow } from '../components/grid/column.ts';
import type { PastedCell } from '../components/grid/paste.ts';

/** The rows with the cells put in; rows count from 0 in their order. */
export function changedRows(rows: readonly GridRow[], cells: readonly PastedCell[]): readonly GridRow[] {
  const byRow = new Map<number, Record<string, string>>();
  for (const { row, column, value } of cells) byRow.set(row, { ...byRow.get(row), [column]: value });
  return rows.map((row, place) => (byRow.has(place) ? ({ ...row, ...byRow.get(place) } as GridRow) : row));
}

/** The sum of a column by currency; what is no amount counts nothing. */
export function draftSums(rows: readonly GridRow[], column: string): Readonly<Record<string, string>> {
  const sums = new Map<string, Decimal>();
  for (const row of rows) {
    const value = parseDecimal(row[column] ?? '');
    const currency = row['currency'] ?? '';
    if (value) sums.set(currency, add(sums.get(currency) ?? zero, value));
  }
  return Object.fromEntries(
    [...sums].map(([currency, { coefficient, scale }]) => [currency, formatCoefficient(coefficient, scale)]),
  );
}
