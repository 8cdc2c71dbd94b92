// What a list of the book is asked for: the conditions that the scope of the window adds, and its pages from the bridge.
import type { GridRow } from '../components/grid/column.ts';
import type { Sorting } from '../components/grid/layout.ts';
import { type Below, OutlineList } from '../components/grid/outline-list.svelte.ts';
import { PagedList } from '../components/grid/paged-list.svelte.ts';
import type { RowList } from '../components/grid/row-list.ts';
import type { QueryName } from '../../shared/contract/queries.ts';
import type { FigureInput } from '../../shared/reports/figure.ts';
import type { ListFilter } from '../../shared/reports/listing.ts';
import { bridge } from '../bridge.ts';
import { pageRows } from '../components/grid/pages.ts';
import { type GridColumn, isFigure } from '../components/grid/column.ts';
import type { LoadPage } from '../components/grid/row-list.ts';
import type { KnownValue } from '../filter-completion.ts';
import type { AskedList } from '../state/export-table.ts';
import type { View } from '../state/view.ts';

/** The columns of a list that the scope narrows. */
export interface ScopedColumns {
  readonly entity?: string;
  readonly account?: string;
}

/** The conditions by which the scope narrows a list that has these columns. */
export function scopeConditions(scope: View['scope'], columns: ScopedColumns = {}): readonly ListFilter[] {
  const pairs = [
    [columns.entity, scope.entity],
    [columns.account, scope.account],
  ] as const;
  return pairs.flatMap(([column, value]) =>
    column === undefined || value === '' ? [] : [{ column, test: 'is' as const, value }],
  );
}

/** Asks a query for one page after the other, and for all rows at once where more than a page is wanted. */
function pagesOf(query: QueryName, input: FigureInput, filters: readonly ListFilter[]): LoadPage {
  return async ({ offset, limit, sort }) => {
    const own = (input['filter'] ?? []) as unknown as readonly ListFilter[];
    const asked = { ...input, sort: [...sort], filter: [...own, ...filters] };
    if (limit > pageRows) return bridge.query('wholeList', { query, input: asked as never, offset });
    return bridge.query(query as 'billLines', { ...asked, offset, limit } as never);
  };
}

/** What a column holds of the rows that the filters leave; codes whatever is written, for their words hold it. */
export async function columnValues(
  query: QueryName,
  input: FigureInput,
  filters: readonly ListFilter[],
  column: GridColumn,
  written: string,
): Promise<readonly KnownValue[]> {
  if (isFigure(column.kind)) return [];
  const filter = filters.map((one) => ({ ...one }));
  const question = { query, input: { ...input, filter } as never, column: column.id };
  const { values } = await bridge.query('columnValues', { ...question, has: column.codes ? '' : written });
  return values;
}

/** Groups instead of lines: `linesOf` answers the query input for what is below a group of a level, 1 the outermost. */
export interface Outline {
  readonly groups: FigureInput;
  readonly linesOf: (group: GridRow, level: number) => FigureInput;
  /** The columns of the levels; without them there are groups and their lines. */
  readonly by?: readonly string[];
}

interface Listed {
  readonly query: QueryName;
  readonly input: FigureInput;
  readonly outline?: Outline;
}

/** The list that a grid shows: its lines, or its groups with what is below them. */
export function listOf(
  { query, input, outline }: Listed,
  conditions: readonly ListFilter[],
  sort: readonly Sorting[],
): RowList {
  return outline
    ? levelOf({ query, outline, conditions }, outline.groups, 1, sort)
    : new PagedList(pagesOf(query, input, conditions), sort);
}

interface Levels {
  readonly query: QueryName;
  readonly outline: Outline;
  readonly conditions: readonly ListFilter[];
}

/** The list at a level of an outline, the outermost being 1. */
function levelOf(levels: Levels, input: FigureInput, level: number, sort: readonly Sorting[]): RowList {
  const { query, outline, conditions } = levels;
  const pages = pagesOf(query, input, conditions);
  if (level === (outline.by?.length ?? 2)) return new PagedList(pages, sort);
  const below: Below = (group, sorting) => levelOf(levels, outline.linesOf(group, level), level + 1, sorting);
  return new OutlineList(pages, below, sort);
}

/** A list without groups as its query asks for it, filtered and sorted. */
export function askedAs(
  { query, input }: Omit<Listed, 'outline'>,
  conditions: readonly ListFilter[],
  sort: readonly Sorting[],
): AskedList {
  const copied = { sort: sort.map((one) => ({ ...one })), filter: conditions.map((one) => ({ ...one })) };
  return { query, input: { ...input, ...copied } as AskedList['input'] };
}
