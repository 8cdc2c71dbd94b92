// The items of a column's menu: everything a mouse can do to a header, for the keyboard and for those who cannot drag.
import { t } from '../../i18n/translate.svelte.ts';
import type { GridColumn } from './column.ts';
import { type Layout, frozenUpTo, moved, stepWidth, toggled } from './layout.ts';

export interface ColumnMenuItem {
  readonly id: string;
  readonly text: string;
  readonly checked?: boolean;
  readonly stays?: boolean;
  readonly first?: boolean;
  readonly run: () => void;
}

/** Sorting, moving, widening, freezing and hiding of one column. */
export function columnMenu(
  column: GridColumn,
  layout: Layout,
  onlayout: (layout: Layout) => void,
  onsort: (layout: Layout) => void,
): readonly ColumnMenuItem[] {
  const { id } = column;
  const sorted = (descending: boolean): void => onsort({ ...layout, sort: [{ column: id, descending }] });
  const change = (next: (layout: Layout) => Layout) => (): void => onlayout(next(layout));
  const sorting: readonly ColumnMenuItem[] = [
    { id: 'up', text: t('grid.sortUp', { column: column.title }), first: true, run: () => sorted(false) },
    { id: 'down', text: t('grid.sortDown', { column: column.title }), run: () => sorted(true) },
  ];
  return [
    ...(column.sortable === false ? [] : sorting),
    { id: 'left', text: t('grid.moveLeft'), first: true, run: change((old) => moved(old, id, -1)) },
    { id: 'right', text: t('grid.moveRight'), run: change((old) => moved(old, id, 1)) },
    { id: 'wider', text: t('grid.wider'), run: change((old) => stepWidth(old, column, 2)) },
    { id: 'narrower', text: t('grid.narrower'), run: change((old) => stepWidth(old, column, -2)) },
    {
      id: 'freeze',
      text: t('grid.freeze'),
      checked: layout.frozen === layout.shown.indexOf(id) + 1,
      run: change((old) => frozenUpTo(old, id)),
    },
    { id: 'hide', text: t('grid.hide'), run: change((old) => toggled(old, id)) },
  ];
}

/** All columns with a tick at those shown. */
export function columnChoice(
  columns: readonly GridColumn[],
  layout: Layout,
  onlayout: (layout: Layout) => void,
): readonly ColumnMenuItem[] {
  return columns.map(({ id, title }) => {
    const run = (): void => onlayout(toggled(layout, id));
    return { id, text: title, checked: layout.shown.includes(id), stays: true, run };
  });
}
