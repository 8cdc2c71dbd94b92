// What the keys of a grid do, once it is known what they mean: to its state, its list, or the screen around it.
import type { GridColumn, GridRow } from './column.ts';
import type { GridState } from './grid-state.svelte.ts';
import type { GridKey } from './keys.ts';

/** What a grid can be told to do beside changing its own state. */
export interface GridDeeds {
  readonly hasTicks: boolean;
  /** What Space does where rows are checked off instead of ticked. */
  readonly check: (() => void) | undefined;
  /** Shows the focus cell after it has moved. */
  readonly moved: (scroll: { top: number; left: number }) => void;
  readonly open: (row: GridRow, column: GridColumn) => void;
  readonly menu: (column: GridColumn, row: GridRow | undefined) => void;
}

/** Carries out what a key means for the focus cell. */
export function act(key: GridKey, grid: GridState, deeds: GridDeeds): void {
  const { list, focus } = grid;
  const row = list.rowAt(focus.row);
  const column = grid.columns[focus.column];
  switch (key.does) {
    case 'move':
      deeds.moved(grid.step(key.to, key.extend));
      break;
    case 'tick':
      if (row && deeds.check) deeds.check();
      else if (row && deeds.hasTicks) grid.tick(row);
      break;
    case 'open':
    case 'edit':
      if (row && column) deeds.open(row, column);
      break;
    case 'menu':
      if (column) deeds.menu(column, row);
      break;
    case 'expand':
    case 'collapse':
      if (list.outlineAt(focus.row)?.expanded === (key.does === 'collapse')) list.toggle(focus.row);
      break;
    case 'expand-all':
      void list.expandAll();
  }
}
