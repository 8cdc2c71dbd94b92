// The focus cell and the rectangle of cells that is selected, as a spreadsheet keeps them. Rows and columns count from 0.

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The rectangle spans from `anchor` to `focus`, both inclusive. */
export interface Selection {
  readonly anchor: Cell;
  readonly focus: Cell;
}

export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const firstCell: Selection = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } };

export function at(cell: Cell): Selection {
  return { anchor: cell, focus: cell };
}

/** The same anchor, another focus. */
export function extended(selection: Selection, focus: Cell): Selection {
  return { anchor: selection.anchor, focus };
}

/** Every cell of a list; the focus stays where it is. */
export function everything(
  selection: Selection,
  rows: number,
  columns: number,
): Selection & { readonly all: Rectangle } {
  return { ...selection, all: { top: 0, bottom: rows - 1, left: 0, right: columns - 1 } };
}

/** The cells selected. */
export function rectangleOf(selection: Selection & { readonly all?: Rectangle }): Rectangle {
  if (selection.all) return selection.all;
  const { anchor, focus } = selection;
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function holds(rectangle: Rectangle, cell: Cell): boolean {
  const { top, bottom, left, right } = rectangle;
  return cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
}

/** How many cells are selected. */
export function sizeOf({ top, bottom, left, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The selection moved into a list that has become shorter or narrower. */
export function within(selection: Selection, rows: number, columns: number): Selection {
  const inside = ({ row, column }: Cell): Cell => {
    return { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
  };
  return { anchor: inside(selection.anchor), focus: inside(selection.focus) };
}
