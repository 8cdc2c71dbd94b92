// The keys of the figures of a list as a screen shows it: of its cells, in groups too, and of the totals of what is filtered.
import type { QueryName } from '../../shared/contract/queries.ts';
import { type FigureInput, figureKey } from '../../shared/reports/figure.ts';
import type { ListFilter } from '../../shared/reports/listing.ts';
import { type GridColumn, type GridRow, figureTold } from '../components/grid/column.ts';
import type { Outline } from './list-query.ts';

/** A list as it is asked for. */
export interface Listed {
  readonly query: QueryName;
  readonly input: FigureInput;
  readonly outline?: Outline;
}

/** The figure that a cell of a list is or tells; undefined for other cells. `level` is that of an outline. */
export function cellFigure(list: Listed, row: GridRow, column: GridColumn, level: number): string | undefined {
  const told = figureTold(column, row);
  if (told === undefined) return undefined;
  const { query, outline } = list;
  const input = !outline ? list.input : level < 2 ? outline.groups : outline.linesOf(row, level - 1);
  return figureKey({ query, input, of: { row: row.id }, column: told });
}

/** The total of a column over the rows that pass the conditions. */
export function sumFigure(
  { query, input }: Listed,
  conditions: readonly ListFilter[],
  currency: string,
  column: string,
): string {
  const filter = conditions.map((one) => ({ ...one }));
  return figureKey({ query, input: { ...input, filter }, of: { sumIn: currency }, column });
}
