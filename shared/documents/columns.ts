// Finds the widths of a table's columns and the largest type size at which they fit on the paper.
import { formatAmount } from '../money/display.ts';
import { widthOf, wrap } from './measure.ts';
import { type Column, type Line, paper } from './page.ts';
import type { CellInput, ColumnInput, TableInput } from './table-input.ts';
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
/** Type sizes with the room that a wrapping column must get at them: smaller type first, then narrower text. */
const settings = [
  { size: 8.5, least: 46 },
  { size: 8, least: 42 },
  { size: 7.5, least: 38 },
  { size: 7.5, least: 28 },
  { size: 7, least: 28 },
  { size: 7, least: 18 },
] as const;
/** The largest type of a dense table. */
const denseSize = 7;
/** Beyond this a wrapping column needs no more. */
const mostText = 90;

/** Plans the columns of a table over the full width of the paper. Throws a RangeError where its figures are too wide. */
export function planColumns(input: TableInput): ColumnPlan {
  for (const { size, least } of input.dense ? settings.filter(({ size }) => size <= denseSize) : settings) {
    const widths = fit(input, size, least);
    if (widths) return planOf(input, size, widths);
  }
  throw new RangeError('the figures of a table are wider than the paper');
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
function fit(input: TableInput, size: number, least: number): number[] | undefined {
  const natural = input.columns.map((column, index) => naturalWidth(input, column, index, size));
  const wraps = (index: number) => input.columns[index]!.wraps ?? false;
  const needs = natural.map((width, index) => (wraps(index) ? Math.min(width, least) : width));
  const spare = (input.width ?? paper.width) - total(needs);
  if (spare < 0) return undefined;
  // What is left goes to the columns that wrap, in proportion to what each would like beyond what it needs.
  const wishes = natural.map((width, index) => Math.max(0, Math.min(width, mostText) - needs[index]!));
  const wished = total(wishes);
  const shares = wished > 0 ? wishes : natural.map((_, index) => (wraps(index) ? 1 : 0));
  const parts = total(shares) > 0 ? shares : natural.map(() => 1);
  return needs.map((need, index) => need + (spare * parts[index]!) / total(parts));
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
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
    return [`${formatAmount(cell < 0n ? -cell : cell, input.currency, figureLanguage(input.language))}(`];
  return cell.map(({ text }) => text);
}
