// Sets a table: column widths from what stands in them, rows broken into lines, and slices of it for pages, with the
// totals carried from page to page. It adds up nothing else, and refuses to print a total that is not its rows' sum.
import type { Minor } from '../money/minor.ts';
import { formatAmount } from '../money/display.ts';
import { type ColumnPlan, planColumns } from './columns.ts';
import { linesHeight, wrap } from './measure.ts';
import { type Line, type Row, type TableBlock, paper } from './page.ts';
import type { RowHeight, Slice } from './paginate.ts';
import type { CellInput, TableInput } from './table-input.ts';
import { type Label, figureLanguage, sayOnLine } from './words.ts';
import { wording } from './wording.ts';

/** A table that is set and waits to be divided among pages. */
export interface SetTable {
  readonly rows: readonly RowHeight[];
  readonly header: number;
  readonly carry: number;
  readonly total: number;
  slice(slice: Slice): TableBlock;
}

/** Space above and below the lines of a row, and below a table, in millimetres. */
const usualPadding = { row: 1.7, after: 4 };
const densePadding = { row: 0.8, after: 1.5 };

/** Sets a table. Throws an Error where a total differs from the sum of the rows it stands under. */
export function setTable(input: TableInput): SetTable {
  checkTotals(input);
  const plan = planColumns(input);
  const padding = input.dense ? densePadding : usualPadding;
  const rows = input.rows.map((row) => setRow(row.kind, row.cells, input, plan));
  const total = input.total && setRow('total', labelled(input.total.label, input.total.cells, input), input, plan);
  const header = Math.max(...plan.columns.map((column) => linesHeight(column.label.length, plan.headerSize))) + 2;
  const carries = input.columns.some((column) => column.carry !== undefined);
  const carry = carries ? linesHeight(1, plan.size) + padding.row : 0;
  return {
    rows: rows.map((row) => ({ height: row.height, keepWithNext: row.kind !== 'row' })),
    header,
    carry,
    total: total?.height ?? 0,
    slice({ from, to }) {
      const last = to === input.rows.length;
      const shown = [
        ...(carries && from > 0 ? [carryRow('brought', from, input, plan)] : []),
        ...rows.slice(from, to),
        ...(last && total ? [total] : []),
        ...(carries && !last ? [carryRow('carried', to, input, plan)] : []),
      ];
      const height = shown.reduce((sum, row) => sum + row.height, header) + (last ? padding.after : 0);
      const { size, columns } = plan;
      const dense = input.dense ? { dense: true } : {};
      return { kind: 'table', height, size, ...dense, headerHeight: header, columns, rows: shown };
    },
  };
}

/** What a column carries after its first `count` rows; headings do not count. */
function carried(input: TableInput, column: number, count: number): Minor {
  const amounts = input.rows
    .slice(0, count)
    .filter((row) => row.kind === 'row')
    .map((row) => row.cells[column])
    .filter((cell) => typeof cell === 'bigint');
  if (input.columns[column]!.carry === 'last') return amounts.at(-1) ?? 0n;
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

function checkTotals(input: TableInput): void {
  if (!input.total) return;
  for (const [index, column] of input.columns.entries()) {
    const made = carried(input, index, input.rows.length);
    const stated = input.total.cells[index];
    if (column.carry && stated !== made)
      throw new Error(
        `the total of "${column.label.en}" is ${typeof stated === 'bigint' ? stated : 'missing'}, its rows make ${made}`,
      );
  }
}

function labelled(label: Label, cells: readonly CellInput[], input: TableInput): readonly CellInput[] {
  return [[{ text: sayOnLine(input.language, label), tone: 'strong' as const }], ...cells.slice(1)];
}

function carryRow(kind: 'carried' | 'brought', rows: number, input: TableInput, plan: ColumnPlan): Row {
  const label = kind === 'carried' ? wording.carriedForward : wording.broughtForward;
  const sums = input.columns.map((column, index) => (column.carry ? carried(input, index, rows) : null));
  return setRow(kind, [[{ text: sayOnLine(input.language, label) }], ...sums.slice(1)], input, plan);
}

function setRow(kind: Row['kind'], cells: readonly CellInput[], input: TableInput, plan: ColumnPlan): Row {
  const set = cells.map((cell, index) => setCell(cell, index, kind, input, plan));
  const most = Math.max(1, ...set.map((lines) => lines.length));
  const { row: padding } = input.dense ? densePadding : usualPadding;
  return { kind, height: linesHeight(most, plan.size) + padding, cells: set };
}

function setCell(cell: CellInput, index: number, kind: Row['kind'], input: TableInput, plan: ColumnPlan): Line[] {
  if (cell === null) return [];
  if (typeof cell === 'bigint') return [amountLine(cell, input)];
  return cell.flatMap(({ text, tone }, paragraph) =>
    wrap(text, textRoom(kind, index, paragraph, input, plan), plan.size).map((line): Line => ({
      text: line,
      lang: 'en',
      ...(tone && { tone }),
    })),
  );
}

/** Labels of totals run over the empty cells beside them; so do the lines of a heading below its first. */
function textRoom(kind: Row['kind'], column: number, paragraph: number, input: TableInput, plan: ColumnPlan): number {
  const inside = kind === 'row' || ((kind === 'section' || kind === 'group') && paragraph === 0);
  return inside && input.columns[column]!.wraps ? plan.textWidths[column]! : (input.width ?? paper.width) - 10;
}

function amountLine(amount: Minor, input: TableInput): Line {
  const text = formatAmount(amount, input.currency, figureLanguage(input.language));
  return { text, lang: 'en', tone: 'number' };
}
