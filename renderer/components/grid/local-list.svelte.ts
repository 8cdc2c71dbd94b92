// A list whose rows are here already: a draft, or a short table of an answer. Sorted here; it adds nothing up.
import type { GridColumn, GridRow } from './column.ts';
import type { Sorting } from './layout.ts';
import type { ListPage } from './pages.ts';
import type { OutlineRow, RowList } from './row-list.ts';
import { sortedRows } from './sorted-rows.ts';
import type { Span } from './window.ts';

/** What a LocalList shows; read anew whenever it changes. */
export interface LocalRows {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly sums: ListPage['sums'];
}

export class LocalList implements RowList {
  readonly known = true;
  readonly problem = null;
  readonly #source: () => LocalRows;
  #sort = $state.raw<readonly Sorting[]>([]);

  constructor(source: () => LocalRows, sort: readonly Sorting[] = []) {
    this.#source = source;
    this.#sort = sort;
  }

  readonly #rows = $derived.by(() => sortedRows(this.#source().rows, this.#source().columns, this.#sort));

  get rowCount(): number {
    return this.#rows.length;
  }

  get sums(): ListPage['sums'] {
    return this.#source().sums;
  }

  rowAt(place: number): GridRow | undefined {
    return this.#rows[place];
  }

  outlineAt(): OutlineRow | undefined {
    return undefined;
  }

  need(): void {}

  async rowsIn({ from, to }: Span): Promise<readonly GridRow[]> {
    return Promise.resolve(this.#rows.slice(from, to));
  }

  sortBy(sort: readonly Sorting[]): void {
    this.#sort = sort;
  }

  reload(): void {}

  toggle(): void {}

  async expandAll(): Promise<void> {
    return Promise.resolve();
  }
}
