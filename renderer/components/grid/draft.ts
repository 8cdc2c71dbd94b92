// What typing, pasting and filling down do to a draft: all cells are read first, then changed together, or none is.
import { currencyDecimals } from '../../../shared/money/currency.ts';
import type { GridColumn } from './column.ts';
import type { EditKind, GridEditing } from './grid-props.ts';
import { type PastedCell, pasting } from './paste.ts';
import type { DecimalSign } from './read-amount.ts';
import type { RowList } from './row-list.ts';
import type { Cell, Rectangle } from './selection.ts';

/** The grid that is written into, and what is done to it. */
interface Entering {
  readonly columns: readonly GridColumn[];
  readonly list: RowList;
  readonly editing: GridEditing;
  readonly how: EditKind;
}

/** Takes a text of cells over at each of the places; whether all of it could be read. */
export function enterText(text: string, places: readonly Cell[], entering: Entering, sign?: DecimalSign): boolean {
  const { columns, list, editing, how } = entering;
  const { isEditable, nameOf, takesFormulas } = editing;
  const decimalsIn = (row: number): number => currencyDecimals(list.rowAt(row)?.['currency'] ?? '');
  const target = { columns, rowCount: list.rowCount, editable: isEditable, decimalsIn, takesFormulas };
  const read = places.map((place) => pasting(text, place, nameOf ? { ...target, nameOf } : target, sign));
  const bad = read.flatMap((each) => each.bad);
  editing.onbad(bad, (chosen) => void enterText(text, places, entering, chosen));
  if (bad.length > 0) return false;
  editing.onchange(
    read.flatMap(({ cells }) => cells),
    how,
  );
  return true;
}

/** The cells that filling down changes: every editable one below the first selected row takes the value above. */
export function filledDown(
  { top, bottom, left, right }: Rectangle,
  columns: readonly GridColumn[],
  list: RowList,
  isEditable: (column: string) => boolean,
): readonly PastedCell[] {
  const filled = columns.slice(left, right + 1).filter(({ id }) => isEditable(id));
  return Array.from({ length: bottom - top }, (_, place) => top + 1 + place).flatMap((row) =>
    filled.map(({ id }) => ({ row, column: id, value: list.rowAt(top)?.[id] ?? '' })),
  );
}
