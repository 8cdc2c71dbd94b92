// What a grid is given, and what it tells: the seam between Grid.svelte and the screens.
import type { Negatives } from '../../../shared/money/display.ts';
import type { Platform } from '../../keys/chord.ts';
import type { GridColumn, GridRow, RowAction } from './column.ts';
import type { Clip } from './copy.ts';
import type { GridMemory, GridState } from './grid-state.svelte.ts';
import type { Layout } from './layout.ts';
import type { BadCell, PastedCell } from './paste.ts';
import type { DecimalSign } from './read-amount.ts';
import type { RowList } from './row-list.ts';
import type { Rectangle } from './selection.ts';

/** What the clerk did to the cells. */
export type EditKind = 'type' | 'paste' | 'fill' | 'apply';

/** The drafts that may be typed into. Every change comes whole or not at all. */
export interface GridEditing {
  readonly isEditable: (column: string) => boolean;
  /** The value that a written name stands for, where a column takes names. */
  readonly nameOf?: (column: string, written: string) => string | undefined;
  /** Columns whose amounts may be written as a formula such as `=30d`. */
  readonly takesFormulas?: (column: string) => boolean;
  readonly onchange: (cells: readonly PastedCell[], how: EditKind) => void;
  /** Resolves once the rows show everything that was changed. */
  readonly whenShown: () => Promise<void>;
  /** Nothing was changed, for these cells cannot be read; none: all is well again. `readAs` tries once more. */
  readonly onbad: (cells: readonly BadCell[], readAs: (sign: DecimalSign) => void) => void;
  /** What is wrong with what was written for a cell. */
  readonly faultOf?: (row: number, column: string) => string | undefined;
}

/** What the commands of a screen can do to its grid. */
export interface GridDoings {
  readonly copy: (withHeaders: boolean) => Promise<void>;
  readonly fillDown: () => Promise<void>;
  /** To the next row that the filter leaves. */
  readonly findNext: () => void;
}

export interface GridProps {
  /** Names the grid in ids; unique on the screen. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly list: RowList;
  readonly layout: Layout;
  readonly rowHeight: number;
  readonly platform: Platform;
  readonly negatives?: Negatives;
  readonly hasTicks?: boolean;
  readonly memory?: GridMemory | undefined;
  readonly rowActions?: readonly RowAction[];
  readonly editing?: GridEditing | undefined;
  /** The key of a figure; `level` is 0 in a flat list, 1 for a group, 2 for what is below it. */
  readonly figureOf?: ((row: GridRow, column: GridColumn, level: number) => string | undefined) | undefined;
  readonly sumFigureOf?: ((currency: string, column: GridColumn) => string) | undefined;
  /** Explains a total. */
  readonly onexplain?: (figure: string) => void;
  readonly onlayout: (layout: Layout) => void;
  readonly onopen?: (row: GridRow, column: GridColumn, level: number) => void;
  readonly onselection?: (rectangle: Rectangle, columns: readonly GridColumn[], row: GridRow | undefined) => void;
  /** Checks the selected rows off: what Space does where rows have no ticks. */
  readonly oncheck?: (() => void) | undefined;
  readonly onleave?: (memory: GridMemory) => void;
  /** Puts a clip on the clipboard. */
  readonly oncopy: (clip: Clip) => void;
  /** Hands out the state once, for the commands of the screen. */
  readonly onready?: (grid: GridState, doings: GridDoings) => void;
}
