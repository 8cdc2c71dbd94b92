// Typing into the cells of a draft: which cell is open, and what typing, pasting and filling down hand to the draft.
import { t } from '../../i18n/translate.svelte.ts';
import type { Platform } from '../../keys/chord.ts';
import { chordLabel } from '../../keys/chord-label.ts';
import { enterText, filledDown } from './draft.ts';
import type { EditKind, GridEditing } from './grid-props.ts';
import type { GridState } from './grid-state.svelte.ts';
import type { Cell } from './selection.ts';

interface Given {
  readonly editing?: GridEditing | undefined;
  readonly platform: Platform;
}

export class Typing {
  /** The cell that is typed into, with what it began with. */
  cell = $state.raw<(Cell & { readonly text: string }) | null>(null);
  readonly #grid: GridState;
  readonly #props: () => Given;

  constructor(grid: GridState, props: () => Given) {
    this.#grid = grid;
    this.#props = props;
  }

  /** Opens the focus cell with what is typed first or what it holds; whether it can be typed into. */
  open(first?: string): boolean {
    const { columns, focus, list } = this.#grid;
    const column = columns[focus.column];
    const row = list.rowAt(focus.row);
    if (!column || !row || !this.#props().editing?.isEditable(column.id)) return false;
    this.cell = { ...focus, text: first ?? row[column.id] ?? '' };
    return true;
  }

  /** What Mod+Enter would do with a text, '' where no row is ticked. */
  get offer(): string {
    const count = this.#grid.ticked.size;
    return count > 0 ? t('grid.applyToTicked', { count, chord: chordLabel('Mod+Enter', this.#props().platform) }) : '';
  }

  /** Takes the text of the open cell over, for all ticked rows where asked, and closes it; whether it could be read. */
  take(text: string, forTicked = false): boolean {
    const { cell } = this;
    if (!cell) return false;
    const rows = forTicked ? this.#ticked() : [cell.row];
    if (
      !this.#enter(
        text,
        rows.map((row) => ({ row, column: cell.column })),
        forTicked ? 'apply' : 'type',
      )
    )
      return false;
    this.cell = null;
    return true;
  }

  /** The places of the ticked rows. */
  #ticked(): readonly number[] {
    const { list, ticked } = this.#grid;
    return Array.from({ length: list.rowCount }, (_, place) => place).filter((place) => {
      const row = list.rowAt(place);
      return row !== undefined && ticked.has(row.id);
    });
  }

  paste(event: ClipboardEvent): void {
    if (!this.#props().editing || this.cell) return;
    event.preventDefault();
    const { top, left } = this.#grid.rectangle;
    this.#enter(event.clipboardData?.getData('text/plain') ?? '', [{ row: top, column: left }], 'paste');
  }

  /** What was typed just before is filled down too: it is waited for. */
  async fillDown(): Promise<void> {
    const { rectangle } = this.#grid;
    await this.#props().editing?.whenShown();
    const { columns, list } = this.#grid;
    const editing = this.#props().editing;
    if (editing) editing.onchange(filledDown(rectangle, columns, list, editing.isEditable), 'fill');
  }

  #enter(text: string, at: readonly Cell[], how: EditKind): boolean {
    const editing = this.#props().editing;
    const { columns, list } = this.#grid;
    return editing !== undefined && enterText(text, at, { columns, list, editing, how });
  }
}
