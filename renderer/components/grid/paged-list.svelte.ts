// A list read page by page as it is scrolled. Rows that were read stay shown while they are read again, so nothing jumps.
import type { GridRow } from './column.ts';
import type { Sorting } from './layout.ts';
import { type ListPage, PageStore, pageRows, partRows } from './pages.ts';
import type { LoadPage, OutlineRow, RowList } from './row-list.ts';
import type { Span } from './window.ts';

/** A RowList over one query. */
export class PagedList implements RowList {
  known = $state(false);
  rowCount = $state(0);
  sums = $state.raw<ListPage['sums']>({});
  problem = $state.raw<unknown>(null);
  #arrivals = $state(0);
  #pages = new PageStore();
  #sort: readonly Sorting[];
  #seen: Span = { from: 0, to: 0 };
  #readings = 0;
  readonly #load: LoadPage;
  #begun: Promise<void> = Promise.resolve();

  constructor(load: LoadPage, sort: readonly Sorting[] = []) {
    this.#load = load;
    this.#sort = sort;
    this.reload();
  }

  rowAt(place: number): GridRow | undefined {
    return this.#arrivals >= 0 ? this.#pages.rowAt(place) : undefined;
  }

  outlineAt(): OutlineRow | undefined {
    return undefined;
  }

  need(span: Span): void {
    this.#seen = span;
    if (this.known) for (const page of this.#pages.take(span, this.rowCount)) void this.#read(page, this.#pages);
  }

  async rowsIn({ from, to }: Span): Promise<readonly GridRow[]> {
    const rows: GridRow[] = [];
    const step = to - from > 2 * pageRows ? partRows : pageRows;
    for (let offset = from; offset < to; offset += step) {
      const limit = Math.min(step, to - offset);
      const known = Array.from({ length: limit }, (_, place) => this.#pages.rowAt(offset + place));
      const isWhole = known.every((row) => row !== undefined);
      rows.push(...(isWhole ? known : (await this.#load({ offset, limit, sort: this.#sort })).rows.slice(0, limit)));
    }
    return rows;
  }

  sortBy(sort: readonly Sorting[]): void {
    this.#sort = sort;
    this.reload();
  }

  reload(): void {
    const pages = new PageStore();
    const first = this.known ? Math.floor(this.#seen.from / pageRows) : 0;
    pages.take({ from: first * pageRows, to: first * pageRows + 1 }, first * pageRows + 1);
    this.#begun = this.#read(first, pages, ++this.#readings);
  }

  toggle(): void {}

  /** There is nothing below lines: it waits until it is known how many there are. */
  async expandAll(): Promise<void> {
    await this.#begun;
  }

  /** Reads a page; with a `reading` it begins a new store, unless a later one has begun since. */
  async #read(page: number, into: PageStore, reading?: number): Promise<void> {
    try {
      const answer = await this.#load({ offset: page * pageRows, limit: pageRows, sort: this.#sort });
      if (reading !== undefined && reading !== this.#readings) return;
      into.put(page, answer.rows);
      if (reading !== undefined) this.#pages = into;
      if (this.#pages === into) this.#show(answer);
    } catch (problem) {
      into.drop(page);
      if (reading === undefined || reading === this.#readings) this.problem = problem;
    }
  }

  #show(answer: ListPage): void {
    this.rowCount = answer.total;
    this.sums = answer.sums;
    this.problem = null;
    this.known = true;
    this.#arrivals += 1;
    this.need(this.#seen);
  }
}
