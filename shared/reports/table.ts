// A result table as people and programs read it: named columns, cells of text, rows sorted by what identifies them.
import { compareText } from '../rules/order.ts';

/** Cells by column name, in the order of the table's columns. */
export type TableRow = Readonly<Record<string, string>>;

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A table with its rows sorted by the identifying columns, by code point (formats.md §2). */
export function tableOf(
  name: string,
  columns: readonly string[],
  identifying: readonly string[],
  rows: readonly TableRow[],
): Table {
  const sorted = [...rows].sort((left, right) => {
    for (const column of identifying) {
      const difference = compareText(left[column] ?? '', right[column] ?? '');
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return { name, columns, rows: sorted };
}
