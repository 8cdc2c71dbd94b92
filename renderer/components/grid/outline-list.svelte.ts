// A list in groups with subtotals, of any depth: the groups are read at once, what is below a group when it is expanded.
import { SvelteMap } from 'svelte/reactivity';
import type { GridRow } from './column.ts';
import type { Sorting } from './layout.ts';
import { groupPlaces, placeAt } from './outline.ts';
import { PagedList } from './paged-list.svelte.ts';
import type { ListPage } from './pages.ts';
import type { LoadPage, OutlineRow, RowList } from './row-list.ts';
import type { Span } from './window.ts';

/** What is below a group: its lines, or groups again. */
export type Below = (group: GridRow, sort: readonly Sorting[]) => RowList;

/** A RowList of groups; `below` makes the list below a group. */
export class OutlineList implements RowList {
  readonly #groups: PagedList;
  readonly #below: Below;
  readonly #lines = new SvelteMap<string, RowList>();
  #sort: readonly Sorting[];

  constructor(loadGroups: LoadPage, below: Below, sort: readonly Sorting[] = []) {
    this.#groups = new PagedList(loadGroups, sort);
    this.#below = below;
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
    const below = this.#linesOf(this.#groups.rowAt(found.group));
    if (found.is === 'group') return { level: 1, expanded: below !== undefined };
    const { level, expanded } = below?.outlineAt(found.line) ?? { level: 1, expanded: null };
    return { level: level + 1, expanded };
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
    if (found.is === 'line') return this.#linesOf(group)?.toggle(found.line);
    if (this.#lines.has(group.id)) this.#lines.delete(group.id);
    else this.#lines.set(group.id, this.#below(group, this.#sort));
  }

  async expandAll(): Promise<void> {
    await this.#groups.expandAll();
    for (const group of await this.#groups.rowsIn({ from: 0, to: this.#groups.rowCount }))
      if (!this.#lines.has(group.id)) this.#lines.set(group.id, this.#below(group, this.#sort));
    await Promise.all([...this.#lines.values()].map((lines) => lines.expandAll()));
  }

  #linesOf(group: GridRow | undefined): RowList | undefined {
    return group && this.#lines.get(group.id);
  }
}
