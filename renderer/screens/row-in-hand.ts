// The row that the inspector shows, made of what a list shows of it: its cells as people read them, figures with their keys.
import type { Negatives } from '../../shared/money/display.ts';
import { cellText } from '../components/grid/cell-text.ts';
import type { GridColumn, GridRow } from '../components/grid/column.ts';
import type { RowInHand } from '../state/session.svelte.ts';
import { type Listed, cellFigure } from './list-figures.ts';

interface Shown extends Listed {
  readonly columns: readonly GridColumn[];
  readonly objectOf?: (row: GridRow) => string;
}

/** A row of a list as the inspector shows it. */
export function rowInHand(list: Shown, row: GridRow, negatives: Negatives): RowInHand {
  const cells = list.columns.map((column) => ({
    title: column.title,
    text: cellText(column, row, negatives),
    isIdentifier: column.kind === 'id',
    figure: cellFigure(list, row, column, 0),
  }));
  return {
    title: cells[0]?.text ?? '',
    cells,
    object: list.objectOf?.(row) ?? row.id,
    payer: row['paysFor'] ? { account: row.id, alert: row['alert'] ?? '' } : undefined,
  };
}
