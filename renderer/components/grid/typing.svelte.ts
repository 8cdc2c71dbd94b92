// Typing into the cells of a draft: which cell is open, and what typing, pasting and filling down hand to the draft.
import { enterText, filledDown } from './draft.ts';
import type { GridEditing } from './grid-props.ts';
import type { GridState } from './grid-state.svelte.ts';
import type { Cell } from './selection.ts';

export class Typing {
  /** The cell that is typed into, with what it began with. */
  cell = $state.raw<(Cell & { readonly text: string }) | null>(null);
  readonly #grid: GridState;
  readonly #editing: () => GridEditing | undefined;

  constructor(grid: GridState, editing: () => GridEditing | undefined) {
    this.#grid = grid;
    this.#editing = editing;
  }

  /** Opens the focus cell with what is typed first or what it holds; whether it can be typed into. */
  open(first?: string): boolean {
    const { columns, focus, list } = this.#grid;
    const column = columns[focus.column];
    const row = list.rowAt(focus.row);
    if (!column || !row || !this.#editing()?.isEditable(column.id)) return false;
    this.cell = { ...focus, text: first ?? row[column.id] ?? '' };
    return true;
  }

  /** Takes the text of the open cell over and closes it; whether it could be read. */
  take(text: string): boolean {
    if (!this.cell || !this.#enter(text, this.cell)) return false;
    this.cell = null;
    return true;
  }

  paste(event: ClipboardEvent): void {
    if (!this.#editing() || this.cell) return;
    event.preventDefault();
    const { top, left } = this.#grid.rectangle;
    this.#enter(event.clipboardData?.getData('text/plain') ?? '', { row: top, column: left });
  }

  fillDown(): void {
    const { rectangle, columns, list } = this.#grid;
    const editing = this.#editing();
    if (editing) editing.onchange(filledDown(rectangle, columns, list, editing.isEditable));
  }

  #enter(text: string, at: Cell): boolean {
    const editing = this.#editing();
    return editing !== undefined && enterText(text, at, this.#grid.columns, this.#grid.list, editing);
  }
}
