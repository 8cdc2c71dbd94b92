// Finds the widths of a table's columns and the largest type size at which they fit on the paper.
import { formatAmount } from '../money/display.ts';
import { widthOf, wrap } from './measure.ts';
import { type Column, type Line, paper } from './page.ts';
import type { CellInput, ColumnInput, TableInput } from './table.ts';
import { figureLanguage, say } from './words.ts';

/** The columns as they are printed, and the room for text in each, in millimetres. */
export interface ColumnPlan {
  readonly size: number;
  readonly headerSize: number;
  readonly columns: readonly Column[];
  readonly textWidths: readonly number[];
}

/** Space left and right of a cell's text together. */
const cellPadding = 2.6;
const sizes = [8.5, 8, 7.5, 7, 6.5];
/** What a wrapping column needs before smaller type is the better choice, and beyond which it needs no more. */
const leastText = 24;
const mostText = 90;

/** Plans the columns of a table over the full width of the paper. */
export function planColumns(input: TableInput): ColumnPlan {
  for (const size of sizes) {
    const widths = fit(input, size);
    if (widths || size === sizes.at(-1)) return planOf(input, size, widths ?? squeezed(input, size));
  }
  throw new Error('unreachable: the last size always answers');
}

function planOf(input: TableInput, size: number, widths: readonly number[]): ColumnPlan {
  const headerSize = size - 1;
  const textWidths = widths.map((width) => width - cellPadding);
  const columns = input.columns.map((column, index) => ({
    label: headerLines(column, input, textWidths[index]!, headerSize),
    align: column.align,
    width: widths[index]!,
  }));
  return { size, headerSize, columns, textWidths };
}

function headerLines(column: ColumnInput, input: TableInput, width: number, size: number): Line[] {
  return say(input.language, column.label).flatMap(({ lang, text }) =>
    wrap(text, width, size).map((line): Line => ({ text: line, lang })),
  );
}

/** The widths at a size; undefined where a wrapping column would get too little. */
function fit(input: TableInput, size: number): number[] | undefined {
  const natural = input.columns.map((column, index) => naturalWidth(input, column, index, size));
  const wrapping = natural.map((width, index) => (input.columns[index]!.wraps ? Math.min(width, mostText) : 0));
  const fixed = natural.reduce((sum, width, index) => sum + (input.columns[index]!.wraps ? 0 : width), 0);
  const room = paper.width - fixed;
  const least = wrapping.reduce((sum, width) => sum + Math.min(width, leastText), 0);
  return room < least ? undefined : natural.map((width, index) => (wrapping[index] === 0 ? width : share(index)));

  /** Every wrapping column gets its least; the rest is shared in proportion to what each would like beyond. */
  function share(index: number): number {
    const wishes = wrapping.map((width) => width - Math.min(width, leastText));
    const wished = wishes.reduce((sum, wish) => sum + wish, 0);
    const spare = room - least;
    const part = wished > 0 ? wishes[index]! / wished : 1 / wrapping.filter((width) => width > 0).length;
    return Math.min(wrapping[index]!, leastText) + spare * part;
  }
}

/** At the smallest size all columns shrink alike; their figures still stand on one line. */
function squeezed(input: TableInput, size: number): number[] {
  const natural = input.columns.map((column, index) =>
    column.wraps ? leastText : naturalWidth(input, column, index, size),
  );
  const sum = natural.reduce((total, width) => total + width, 0);
  return natural.map((width) => (width * paper.width) / sum);
}

function naturalWidth(input: TableInput, column: ColumnInput, index: number, size: number): number {
  const words = say(input.language, column.label).flatMap(({ text }) => text.split(' '));
  const cells = [
    ...input.rows.filter((row) => row.kind === 'row' || !column.wraps),
    ...(input.total ? [input.total] : []),
  ];
  const texts = cells.flatMap((row) => cellTexts(row.cells[index] ?? null, input));
  const widest = Math.max(
    0,
    ...texts.map((text) => widthOf(text, size)),
    ...words.map((word) => widthOf(word, size - 1)),
  );
  return widest + cellPadding;
}

function cellTexts(cell: CellInput, input: TableInput): string[] {
  if (cell === null) return [];
  // A closing parenthesis hangs in every amount column, so that digits stand under digits.
  if (typeof cell === 'bigint')
    return [`${formatAmount(cell < 0n ? -cell : cell, input.currency, figureLanguage(input.language))}((`];
  return cell.map(({ text }) => text);
}
