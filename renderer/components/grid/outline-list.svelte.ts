// A list in groups with subtotals: the groups are read at once, the lines of a group when it is expanded.
import { SvelteMap } from 'svelte/reactivity';
import type { GridRow } from './column.ts';
import type { Sorting } from './layout.ts';
import { groupPlaces, placeAt } from './outline.ts';
import { PagedList } from './paged-list.svelte.ts';
import type { ListPage } from './pages.ts';
import type { LoadPage, OutlineRow, RowList } from './row-list.ts';
import type { Span } from './window.ts';

/** A RowList of groups; `loadLines` gives the loader of a group's lines. */
export class OutlineList implements RowList {
  readonly #groups: PagedList;
  readonly #loadLines: (group: GridRow) => LoadPage;
  readonly #lines = new SvelteMap<string, PagedList>();
  #sort: readonly Sorting[];

  constructor(loadGroups: LoadPage, loadLines: (group: GridRow) => LoadPage, sort: readonly Sorting[] = []) {
    this.#groups = new PagedList(loadGroups, sort);
    this.#loadLines = loadLines;
    this.#sort = sort;
  }

  readonly #places = $derived.by(() => {
    const groups = Array.from({ length: this.#groups.rowCount }, (_, place) => {
      const lines = this.#linesOf(this.#groups.rowAt(place));
      return { lines: lines?.rowCount ?? 0, expanded: lines !== undefined };
    });
    return groupPlaces(groups);
  });

  get known(): boolean {
    return this.#groups.known;
  }

  get rowCount(): number {
    return this.#places.at(-1) ?? 0;
  }

  get sums(): ListPage['sums'] {
    return this.#groups.sums;
  }

  get problem(): unknown {
    return this.#groups.problem ?? [...this.#lines.values()].find(({ problem }) => problem !== null)?.problem ?? null;
  }

  rowAt(place: number): GridRow | undefined {
    const found = placeAt(this.#places, place);
    const group = this.#groups.rowAt(found.group);
    return found.is === 'group' ? group : this.#linesOf(group)?.rowAt(found.line);
  }

  outlineAt(place: number): OutlineRow {
    const found = placeAt(this.#places, place);
    if (found.is === 'line') return { level: 2, expanded: null };
    return { level: 1, expanded: this.#linesOf(this.#groups.rowAt(found.group)) !== undefined };
  }

  need({ from, to }: Span): void {
    this.#groups.need({ from: 0, to: this.#groups.rowCount });
    for (let place = from; place < to; place++) {
      const found = placeAt(this.#places, place);
      if (found.is === 'line')
        this.#linesOf(this.#groups.rowAt(found.group))?.need({ from: found.line, to: found.line + 1 });
    }
  }

  async rowsIn({ from, to }: Span): Promise<readonly GridRow[]> {
    const rows: GridRow[] = [];
    for (const group of await this.#groups.rowsIn({ from: 0, to: this.#groups.rowCount })) {
      const lines = this.#linesOf(group);
      rows.push(group, ...((await lines?.rowsIn({ from: 0, to: lines.rowCount })) ?? []));
    }
    return rows.slice(from, to);
  }

  sortBy(sort: readonly Sorting[]): void {
    this.#sort = sort;
    this.#groups.sortBy(sort);
    for (const lines of this.#lines.values()) lines.sortBy(sort);
  }

  reload(): void {
    this.#groups.reload();
    for (const lines of this.#lines.values()) lines.reload();
  }

  toggle(place: number): void {
    const found = placeAt(this.#places, place);
    const group = this.#groups.rowAt(found.group);
    if (!group) return;
    if (this.#lines.has(group.id)) this.#lines.delete(group.id);
    else this.#lines.set(group.id, new PagedList(this.#loadLines(group), this.#sort));
  }

  toggleAll(expanded: boolean): void {
    this.#lines.clear();
    for (let place = 0; expanded && place < this.#groups.rowCount; place++) {
      const group = this.#groups.rowAt(place);
      if (group) this.#lines.set(group.id, new PagedList(this.#loadLines(group), this.#sort));
    }
  }

  #linesOf(group: GridRow | undefined): PagedList | undefined {
    return group && this.#lines.get(group.id);
  }
}
