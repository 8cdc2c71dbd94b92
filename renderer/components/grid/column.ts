// What a grid column is: where its cells come from, what they hold, how wide it starts. The texts are the caller's.
import type { CodeWords } from '../../i18n/both-languages.ts';

/**
 * What a column's cells hold. `id`: text that looks like a number and is none. `amount`: money in the row's currency.
 * `quantity`: up to 8 decimals. `count`: a whole number. `tag`: one of a few words, shown as a chip.
 */
export type CellKind = 'text' | 'id' | 'amount' | 'quantity' | 'count' | 'date' | 'tag';

export interface GridColumn {
  /** The name of the cell in rows, and of the column in sorting, filters and sums. */
  readonly id: string;
  readonly title: string;
  readonly kind: CellKind;
  readonly width: number;
  /** Takes the width that the others leave. */
  readonly grow?: boolean;
  /** The column that names the currency of this one's amounts; usually `currency`. */
  readonly currency?: string;
  /** Said of the column where its title is short. */
  readonly hint?: string;
  /** Not shown unless asked for. */
  readonly hidden?: boolean;
  /** Whether the list can be sorted by it; it can unless this says no. */
  readonly sortable?: boolean;
  /** The words of a `tag`, by the cell's text; none where there is nothing to say. */
  readonly tag?: (text: string, row: GridRow) => Tag | undefined;
  /** What its cells may hold where they are codes: filters name them by any of their texts. */
  readonly codes?: () => readonly CodeWords[];
  /** The column whose amount the words of this one tell. */
  readonly tells?: string;
  /** What is shown instead of the cell's text, where that is a code. */
  readonly show?: (text: string, row: GridRow) => string;
  /** The cell that holds what is shown, where that is not told by this one's text: a long list is written out from it. */
  readonly written?: string;
}

export type Tone = 'neutral' | 'open' | 'progress' | 'attention' | 'blocked' | 'done' | 'closed';

/** A state as shape, word and colour. */
export interface Tag {
  readonly tone: Tone;
  readonly text: string;
}

/** A row: texts by column; `id` is unique in the list. */
export type GridRow = Readonly<Record<string, string>> & { readonly id: string };

/** An action of the row menu. */
export interface RowAction {
  readonly id: string;
  readonly text: string;
  readonly chord?: string | undefined;
  readonly run: (row: GridRow) => void;
}

const rightAligned: ReadonlySet<CellKind> = new Set(['amount', 'quantity', 'count']);

/** Whether cells of a kind stand at the right. */
export function isFigure(kind: CellKind): boolean {
  return rightAligned.has(kind);
}

/** The column whose figure a cell is, or tells in words; undefined where it holds none. */
export function figureTold({ id, kind, tells }: GridColumn, row: GridRow): string | undefined {
  const column = isFigure(kind) ? id : tells;
  return column !== undefined && (row[column] ?? '') !== '' ? column : undefined;
}
