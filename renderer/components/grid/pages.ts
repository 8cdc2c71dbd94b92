// The pages of a list that are kept: which must be fetched for what is seen, and which may be forgotten. Holds rows only.
import type { GridRow } from './column.ts';
import type { Span } from './window.ts';

/** The contract's largest page. */
export const pageRows = 200;
/** The largest part of a list that is read where more than a screenful is wanted. */
export const partRows = 10_000;
const keptPages = 60;

export interface ListPage {
  readonly rows: readonly GridRow[];
  readonly total: number;
  readonly sums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Rows that have been fetched, by page. */
export class PageStore {
  readonly #pages = new Map<number, readonly GridRow[]>();
  readonly #asked = new Set<number>();

  /** The row at a place of the list; undefined until its page is there. */
  rowAt(place: number): GridRow | undefined {
    return this.#pages.get(Math.floor(place / pageRows))?.[place % pageRows];
  }

  /** The pages to fetch for a span, the one in the direction of travel included; they count as asked for from now on. */
  take(span: Span, rowCount: number): readonly number[] {
    const last = Math.max(0, Math.ceil(rowCount / pageRows) - 1);
    const first = Math.max(0, Math.floor(span.from / pageRows));
    const end = Math.min(last, Math.floor(Math.max(span.from, span.to - 1) / pageRows));
    const near = span.to % pageRows > pageRows / 2 ? end + 1 : span.from % pageRows < pageRows / 2 ? first - 1 : end;
    const wanted = new Set(Array.from({ length: end - first + 1 }, (_, place) => first + place));
    if (near >= 0 && near <= last) wanted.add(near);
    const missing = [...wanted].filter((page) => !this.#pages.has(page) && !this.#asked.has(page));
    for (const page of missing) this.#asked.add(page);
    return missing;
  }

  /** Keeps a page; the one farthest from it is forgotten when there are too many. */
  put(page: number, rows: readonly GridRow[]): void {
    this.#pages.set(page, rows);
    this.#asked.delete(page);
    if (this.#pages.size <= keptPages) return;
    const farthest = [...this.#pages.keys()].reduce((far, each) =>
      Math.abs(each - page) > Math.abs(far - page) ? each : far,
    );
    this.#pages.delete(farthest);
  }

  /** A page could not be fetched: it may be asked for again. */
  drop(page: number): void {
    this.#asked.delete(page);
  }
}
