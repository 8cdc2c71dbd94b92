// What a grid needs of the list it shows; where the rows come from is the list's own affair.
import type { GridRow } from './column.ts';
import type { Sorting } from './layout.ts';
import type { ListPage } from './pages.ts';
import type { Span } from './window.ts';

/** A page as it is asked for. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
  readonly sort: readonly Sorting[];
}

export type LoadPage = (request: PageRequest) => Promise<ListPage>;

/** How a row stands in an outline; level 1 is the outermost. */
export interface OutlineRow {
  readonly level: number;
  /** null: a line, which has nothing below it. */
  readonly expanded: boolean | null;
}

export interface RowList {
  /** false until the first answer: skeleton rows are shown. */
  readonly known: boolean;
  readonly rowCount: number;
  readonly sums: ListPage['sums'];
  /** What went wrong with the last request, null when nothing did. */
  readonly problem: unknown;
  rowAt(place: number): GridRow | undefined;
  outlineAt(place: number): OutlineRow | undefined;
  /** Says which rows are about to be seen. */
  need(span: Span): void;
  /** Rows for copying and for commands; waits until they are there. */
  rowsIn(span: Span): Promise<readonly GridRow[]>;
  sortBy(sort: readonly Sorting[]): void;
  /** Asks again and keeps showing what there is until the answer comes. */
  reload(): void;
  toggle(place: number): void;
  /** Opens what is below every group, of all levels; done once it is there. */
  expandAll(): Promise<void>;
}
