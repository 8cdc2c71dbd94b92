// What a grid on the screen remembers: layout, selection, ticks and scroll position, and how keys and clicks change them.
// It draws nothing and asks nobody but its list.
import { SvelteMap } from 'svelte/reactivity';
import type { GridColumn, GridRow } from './column.ts';
import { type Step, stepped } from './keys.ts';
import { type Layout, offsetsOf, shownColumns, sortedBy } from './layout.ts';
import type { RowList } from './row-list.ts';
import {
  type Cell,
  type Rectangle,
  type Selection,
  at,
  everything,
  extended,
  firstCell,
  rectangleOf,
  within,
} from './selection.ts';
import { drawnColumns, drawnRows, drawnSpan, revealed } from './window.ts';

export const tickWidth = 36;
const headerHeight = 32;

/** What is remembered of a grid when its screen is left. */
export interface GridMemory {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly selection: Selection;
}

export interface GridSetting {
  readonly columns: () => readonly GridColumn[];
  readonly list: () => RowList;
  readonly layout: () => Layout;
  readonly onlayout: (layout: Layout) => void;
  readonly hasTicks: () => boolean;
  readonly rowHeight: () => number;
  readonly totalRows: () => number;
}

export class GridState {
  readonly #setting: GridSetting;
  selection = $state.raw<Selection & { readonly all?: Rectangle }>(firstCell);
  scrollTop = $state(0);
  scrollLeft = $state(0);
  viewHeight = $state(0);
  viewWidth = $state(0);
  readonly ticked = new SvelteMap<string, GridRow>();
  /** Where it was scrolled to when it was last seen, until it is there again. */
  #place: { top: number; left: number } | undefined;

  constructor(setting: GridSetting, memory?: GridMemory) {
    this.#setting = setting;
    if (!memory) return;
    this.selection = memory.selection;
    this.#place = { top: memory.scrollTop, left: memory.scrollLeft };
  }

  readonly left = $derived.by(() => (this.#setting.hasTicks() ? tickWidth : 0));
  readonly columns = $derived.by(() =>
    shownColumns(this.#setting.columns(), this.#setting.layout(), this.viewWidth - this.left),
  );
  readonly offsets = $derived.by(() => offsetsOf(this.columns, this.left));
  readonly frozen = $derived.by(() => Math.min(this.#setting.layout().frozen, this.columns.length));
  readonly rowHeight = $derived.by(() => this.#setting.rowHeight());
  readonly rectangle = $derived.by(() => rectangleOf(this.selection));
  readonly focus = $derived.by(() => within(this.selection, this.list.rowCount, this.columns.length).focus);
  readonly span = $derived.by(() =>
    drawnSpan(this.scrollTop, Math.max(0, this.viewHeight - headerHeight), this.rowHeight, this.list.rowCount),
  );
  readonly rows = $derived.by(() => drawnRows(this.span, this.focus.row, this.list.rowCount));

  /** Places of columns, joined: the same text, however far it was scrolled, as long as the same columns are drawn. */
  readonly #drawn = $derived.by(() =>
    drawnColumns(this.offsets, {
      frozen: this.frozen,
      scrollLeft: this.scrollLeft,
      viewWidth: this.viewWidth,
      focus: this.focus.column,
    }).join(' '),
  );
  readonly drawn = $derived.by(() => this.#drawn.split(' ').map(Number));

  get list(): RowList {
    return this.#setting.list();
  }

  /** Moves the focus cell; the scroll position that shows it is the answer. */
  step(to: Step, extend: boolean): { top: number; left: number } {
    const rowsSeen = Math.max(1, Math.floor((this.viewHeight - this.#covered()) / this.rowHeight) - 1);
    return this.focusOn(stepped(this.focus, to, this.list.rowCount, this.columns.length, rowsSeen), extend);
  }

  /** Puts the focus on a cell, extending the selection or not. */
  focusOn(cell: Cell, extend: boolean): { top: number; left: number } {
    this.selection = extend ? extended(this.selection, cell) : at(cell);
    return this.scrollTo(cell);
  }

  /** Takes the scroll position of the grid's element over. */
  scrolled({ scrollTop, scrollLeft }: { readonly scrollTop: number; readonly scrollLeft: number }): void {
    this.scrollTop = scrollTop;
    this.scrollLeft = scrollLeft;
  }

  /** Selects all rows; once they are, again selects those of collapsed groups too. */
  selectAll(): void {
    const select = (): void => {
      this.selection = everything(this.selection, this.list.rowCount, this.columns.length);
    };
    const before = this.rectangle;
    select();
    const { bottom, right } = this.rectangle;
    const isSame = before.top === 0 && before.left === 0 && before.bottom === bottom && before.right === right;
    if (isSame) void this.list.expandAll().then(select);
  }

  /** The row after that with the focus, the first after the last; the answer is the scroll position that shows it. */
  next(): { top: number; left: number } {
    const { row, column } = this.focus;
    return this.focusOn({ row: (row + 1) % Math.max(1, this.list.rowCount), column }, false);
  }

  /** Where to scroll so that a cell is seen whole. */
  scrollTo({ row, column }: Cell): { top: number; left: number } {
    const start = headerHeight + row * this.rowHeight;
    const top = revealed(this.scrollTop, this.viewHeight, {
      start,
      end: start + this.rowHeight,
      coveredStart: headerHeight,
      coveredEnd: this.#setting.totalRows() * this.rowHeight,
    });
    if (column < this.frozen) return { top, left: this.scrollLeft };
    const left = revealed(this.scrollLeft, this.viewWidth, {
      start: this.offsets[column] ?? 0,
      end: this.offsets[column + 1] ?? 0,
      coveredStart: this.offsets[this.frozen] ?? 0,
      coveredEnd: 0,
    });
    return { top, left };
  }

  sort(column: string, adding: boolean): void {
    this.resort(sortedBy(this.#setting.layout(), column, adding));
  }

  /** Takes a layout over that is sorted otherwise. */
  resort(layout: Layout): void {
    this.#setting.onlayout(layout);
    this.list.sortBy(layout.sort);
  }

  tick(row: GridRow): void {
    if (this.ticked.has(row.id)) this.ticked.delete(row.id);
    else this.ticked.set(row.id, row);
  }

  /** The rows that a command is about: the ticked ones, else those of the selection. */
  async chosenRows(): Promise<readonly GridRow[]> {
    if (this.ticked.size > 0) return [...this.ticked.values()];
    return this.list.rowsIn({ from: this.rectangle.top, to: this.rectangle.bottom + 1 });
  }

  /** Hands out once where to scroll to be as it was last seen: there must be rows to scroll. */
  takePlace(): { top: number; left: number } | undefined {
    const place = this.#place;
    this.#place = undefined;
    return place;
  }

  memory(): GridMemory {
    return { scrollTop: this.scrollTop, scrollLeft: this.scrollLeft, selection: this.selection };
  }

  #covered(): number {
    return headerHeight + this.#setting.totalRows() * this.rowHeight;
  }
}
