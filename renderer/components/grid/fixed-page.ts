// A short list that is already here, sorted and cut into the pages that a grid asks for. It adds nothing up.
import { compareDecimals, parseDecimal } from '../../../shared/money/decimal.ts';
import { type GridColumn, type GridRow, isFigure } from './column.ts';
import type { ListPage } from './pages.ts';
import type { PageRequest } from './row-list.ts';

/** The page of `rows` that is asked for. */
export function fixedPage(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  sums: ListPage['sums'],
  { offset, limit, sort }: PageRequest,
): ListPage {
  const kinds = new Map(columns.map(({ id, kind }) => [id, kind]));
  const sorted = [...rows].sort((left, right) => {
    for (const { column, descending } of sort) {
      const [a, b] = [left[column] ?? '', right[column] ?? ''];
      const difference = isFigure(kinds.get(column) ?? 'text') ? compareFigures(a, b) : a.localeCompare(b);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
  return { rows: sorted.slice(offset, offset + limit), total: rows.length, sums };
}

function compareFigures(left: string, right: string): number {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  if (a && b) return compareDecimals(a, b);
  return Number(b === undefined) - Number(a === undefined);
}
