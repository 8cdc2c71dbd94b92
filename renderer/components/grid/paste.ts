// A paste into draft cells: every cell is read before any is changed; a bad one is named with its place and the reason.
import { parseDay } from '../../../shared/calendar/day.ts';
import type { GridColumn } from './column.ts';
import { clipboardRows } from './clipboard-rows.ts';
import { type DecimalSign, readAmount } from './read-amount.ts';
import type { Cell } from './selection.ts';

export type PasteFault =
  'not-an-amount' | 'ambiguous-amount' | 'not-a-date' | 'unknown-name' | 'outside' | 'not-editable';

export interface PastedCell {
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

export interface BadCell {
  readonly row: number;
  readonly column: string;
  readonly written: string;
  readonly fault: PasteFault;
}

/** What a paste would do: `cells` to change, or, where there is any, what is `bad`. */
export interface Pasting {
  readonly cells: readonly PastedCell[];
  readonly bad: readonly BadCell[];
}

export interface PasteTarget {
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  readonly editable: (column: string) => boolean;
  /** How many decimals the amounts of a row have; any number where it is not said. */
  readonly decimalsIn?: (row: number) => number;
  /** Columns whose amounts may be written as a formula, which is handed on as it stands. */
  readonly takesFormulas?: ((column: string) => boolean) | undefined;
  /** The value that a name stands for, in columns that take names; undefined where nothing has that name. */
  readonly nameOf?: (column: string, written: string) => string | undefined;
}

/** Reads a clipboard text as cells from `from` on, right and down. */
export function pasting(text: string, from: Cell, target: PasteTarget, sign?: DecimalSign): Pasting {
  const cells: PastedCell[] = [];
  const bad: BadCell[] = [];
  clipboardRows(text).forEach((written, down) =>
    written.forEach((cell, right) => {
      const row = from.row + down;
      const column = target.columns[from.column + right];
      const isInside = column !== undefined && row < target.rowCount;
      const read = isInside ? readCell(column, cell.trim(), row, target, sign) : 'outside';
      const id = column?.id ?? '';
      if (typeof read === 'string') bad.push({ row, column: id, written: cell, fault: read });
      else cells.push({ row, column: id, value: read.value });
    }),
  );
  return { cells, bad };
}

function readCell(
  column: GridColumn,
  written: string,
  row: number,
  { editable, decimalsIn, nameOf, takesFormulas }: PasteTarget,
  sign?: DecimalSign,
): { readonly value: string } | PasteFault {
  if (!editable(column.id)) return 'not-editable';
  if (written === '' || (written.startsWith('=') && takesFormulas?.(column.id))) return { value: written };
  switch (column.kind) {
    case 'amount':
    case 'quantity': {
      const read = readAmount(written, sign, decimalsIn?.(row));
      if (read.is === 'amount') return { value: read.amount };
      return read.is === 'ambiguous' ? 'ambiguous-amount' : 'not-an-amount';
    }
    case 'date': {
      const day = dayAsWritten(written);
      return day === undefined ? 'not-a-date' : { value: day };
    }
    case 'text':
    case 'id':
    case 'count':
    case 'tag': {
      if (!nameOf) return { value: written };
      const value = nameOf(column.id, written);
      return value === undefined ? 'unknown-name' : { value };
    }
  }
}

/** A day as clerks write it: `2026-10-31`, `2026/10/31`, `20261031`, `2026年10月31日`. */
export function dayAsWritten(written: string): string | undefined {
  const parts = /^(\d{4})[-/年]?(\d{1,2})[-/月]?(\d{1,2})日?$/.exec(written);
  if (!parts) return undefined;
  const text = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return parseDay(text) === undefined ? undefined : text;
}
