// The grid's own keys (ux/conventions.md §3.1): what a key press means for the focus cell. Pure: an event's facts in, a
// meaning out. Chords of the whole window are keys/listen.ts.
import { type KeyPress, type Platform, isComposing } from '../../keys/chord.ts';
import type { Cell } from './selection.ts';

export type GridKey =
  | { readonly does: 'move'; readonly to: Step; readonly extend: boolean }
  | { readonly does: 'tick' | 'open' | 'edit' | 'menu' | 'expand' | 'collapse' | 'expand-all' };

export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'top'
  | 'bottom'
  | 'first'
  | 'last';

const plain: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'row-start',
  End: 'row-end',
};

const withMod: Readonly<Record<string, Step>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'row-start',
  ArrowRight: 'row-end',
  Home: 'first',
  End: 'last',
};

/** What a key means to a grid; undefined where it is none of the grid's. */
export function gridKey(event: KeyPress, platform: Platform): GridKey | undefined {
  if (isComposing(event)) return undefined;
  const mod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const other = platform === 'mac' ? event.ctrlKey : event.metaKey;
  if (event.altKey) return outlineKey(event);
  const step = other ? undefined : (mod ? withMod : plain)[event.code];
  if (step) return { does: 'move', to: step, extend: event.shiftKey };
  if (mod || other) return event.code === 'Enter' && platform === 'mac' && event.ctrlKey ? { does: 'menu' } : undefined;
  if (event.code === 'F10' && event.shiftKey) return { does: 'menu' };
  if (event.key === '*') return { does: 'expand-all' };
  return event.shiftKey ? undefined : bareKey(event.code);
}

function bareKey(code: string): GridKey | undefined {
  switch (code) {
    case 'Space':
      return { does: 'tick' };
    case 'Enter':
    case 'NumpadEnter':
      return { does: 'open' };
    case 'F2':
      return { does: 'edit' };
    case 'ContextMenu':
      return { does: 'menu' };
    default:
      return undefined;
  }
}

function outlineKey(event: KeyPress): GridKey | undefined {
  if (!event.shiftKey) return undefined;
  if (event.code === 'ArrowRight') return { does: 'expand' };
  return event.code === 'ArrowLeft' ? { does: 'collapse' } : undefined;
}

/** Where a step leads in a list of `rows` × `columns`, of which `pageRows` rows are seen at once. */
export function stepped(from: Cell, to: Step, rows: number, columns: number, rowsSeen: number): Cell {
  const lastRow = Math.max(0, rows - 1);
  const lastColumn = Math.max(0, columns - 1);
  const { row, column } = from;
  switch (to) {
    case 'up':
      return { row: Math.max(0, row - 1), column };
    case 'down':
      return { row: Math.min(lastRow, row + 1), column };
    case 'left':
      return { row, column: Math.max(0, column - 1) };
    case 'right':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'page-up':
      return { row: Math.max(0, row - rowsSeen), column };
    case 'page-down':
      return { row: Math.min(lastRow, row + rowsSeen), column };
    case 'row-start':
      return { row, column: 0 };
    case 'row-end':
      return { row, column: lastColumn };
    case 'top':
      return { row: 0, column };
    case 'bottom':
      return { row: lastRow, column };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: lastRow, column: lastColumn };
  }
}
