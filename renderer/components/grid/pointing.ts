// What the pointer does in a grid: it puts the focus, marks a range, ticks, opens, follows the link of a figure, and asks
// for the menu. Pure of drawing: how cells are shown and given the focus is the grid's.
import { cellAt } from './cell-at.ts';
import type { GridColumn, GridRow } from './column.ts';
import { isFigureClick } from './figures.ts';
import type { GridState } from './grid-state.svelte.ts';
import { type Cell, sizeOf } from './selection.ts';

export interface PointingDeeds {
  readonly hasTicks: () => boolean;
  readonly isTyped: (column: string) => boolean;
  readonly show: (scroll: { top: number; left: number }) => void;
  readonly focusCell: () => void;
  readonly open: (row: GridRow, column: GridColumn) => void;
  readonly menu: (at: { x: number; y: number; column: GridColumn; row: GridRow | undefined }) => void;
}

/** The handlers of a grid's pointer events. */
export class Pointing {
  readonly #grid: GridState;
  readonly #deeds: PointingDeeds;

  constructor(grid: GridState, deeds: PointingDeeds) {
    this.#grid = grid;
    this.#deeds = deeds;
  }

  readonly point = (event: MouseEvent): void => {
    const [grid, deeds] = [this.#grid, this.#deeds];
    const cell = cellAt(event);
    if (!cell || (event.target as Element).closest('button')) return;
    if ((event.ctrlKey || event.metaKey) && deeds.hasTicks()) {
      const row = grid.list.rowAt(cell.row);
      if (row) grid.tick(row);
    } else if (event.button === 0 || cell.row !== grid.focus.row) deeds.show(grid.focusOn(cell, event.shiftKey));
    deeds.focusCell();
  };

  readonly pointOver = (event: PointerEvent): void => {
    const cell = event.buttons === 1 ? cellAt(event) : undefined;
    if (cell && !this.isFocus(cell)) this.#grid.focusOn(cell, true);
  };

  readonly openAt = (event: MouseEvent): void => {
    const cell = cellAt(event);
    const row = cell && this.#grid.list.rowAt(cell.row);
    if (cell && row) this.#deeds.open(row, this.#grid.columns[cell.column]!);
  };

  /** A figure is a link, where it is not typed into. */
  readonly followFigure = (event: MouseEvent): void => {
    const id = this.#grid.columns[cellAt(event)?.column ?? -1]?.id;
    if (sizeOf(this.#grid.rectangle) > 1 || id === undefined || this.#deeds.isTyped(id)) return;
    if (isFigureClick(event)) this.openAt(event);
  };

  readonly menuAt = (event: MouseEvent): void => {
    const cell = cellAt(event);
    if (!cell) return;
    event.preventDefault();
    const column = this.#grid.columns[cell.column]!;
    this.#deeds.menu({ x: event.clientX, y: event.clientY, column, row: this.#grid.list.rowAt(cell.row) });
  };

  isFocus({ row, column }: Cell): boolean {
    return row === this.#grid.focus.row && column === this.#grid.focus.column;
  }
}
