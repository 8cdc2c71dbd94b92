// Rows in the order asked for: figures by their exact value, texts as people order them, what is empty last.
import { compareDecimals, parseDecimal } from '../../../shared/money/decimal.ts';
import { type GridColumn, type GridRow, isFigure } from './column.ts';
import type { Sorting } from './layout.ts';

/** The rows sorted by some columns, the first of which counts most. */
export function sortedRows(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  sort: readonly Sorting[],
): readonly GridRow[] {
  if (sort.length === 0) return rows;
  const kinds = new Map(columns.map(({ id, kind }) => [id, kind]));
  return [...rows].sort((left, right) => {
    for (const { column, descending } of sort) {
      const [a, b] = [left[column] ?? '', right[column] ?? ''];
      const difference = isFigure(kinds.get(column) ?? 'text') ? compareFigures(a, b) : a.localeCompare(b);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

function compareFigures(left: string, right: string): number {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  if (a && b) return compareDecimals(a, b);
  return Number(a === undefined) - Number(b === undefined);
}
