// What the status bar says of a selection, explained: a sum by its cells, where they are too many by runs of rows; the
// smallest and the largest by the cell that it is.
import type { QueryInput } from '../../contract/queries.ts';
import { compareDecimals, parseDecimal } from '../../money/decimal.ts';
import type { FigureInput } from '../figure.ts';
import type { List, ListRow } from '../listing.ts';
import { markedRows, sumOfCells } from '../selection-sum.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { cellOf, rowName } from './parts.ts';
import { columnName, joined, partWords, plain } from './words.ts';

/** More cells than this are shown in as many runs. */
const mostParts = 200;

export function explainSelection(cell: Cell): Findings {
  const { row, column, value } = cell;
  switch (column) {
    case 'sum':
      return { parts: sumParts(cell) };
    case 'average':
      return { note: partWords.sumByCount(row['sum'] ?? '', Number(row['count'])) };
    case 'min':
    case 'max': {
      const is = cellParts(cell).find((part) => compareDecimals(part.value, value) === 0);
      return { parts: is && value.coefficient !== 0n ? [is] : [] };
    }
    default:
      return {};
  }
}

function sumParts(cell: Cell): readonly Part[] {
  const { fromRow, columns, rows: marked } = inputOf(cell);
  const chosen = chosenOf(cell);
  const count = chosen.rows.length;
  if (count * columns.length <= mostParts) return cellParts(cell).filter(({ value }) => value.coefficient !== 0n);
  const run = Math.ceil(count / mostParts);
  const starts = Array.from({ length: Math.ceil(count / run) }, (_, place) => place * run);
  return starts.flatMap((from) => {
    const rows = chosen.rows.slice(from, from + run);
    return runPart(cell, { ...chosen, rows }, marked ? from : fromRow + from);
  });
}

/** The sum of a run of rows as a part. */
function runPart(cell: Cell, run: List, fromRow: number): readonly Part[] {
  const { figure, row, currency } = cell;
  const { sums } = sumOfCells(run, run.rows, inputOf(cell).columns);
  const value = parseDecimal(sums.find((sum) => sum.currency === currency)?.sum ?? '');
  if (!value || value.coefficient === 0n) return [];
  const toRow = fromRow + run.rows.length - 1;
  const marked = inputOf(cell).rows && { rows: run.rows.map(({ id }) => id) };
  const input = { ...figure.input, fromRow, toRow, ...marked };
  const own = { query: 'selectionSum', input, of: { row: row.id }, column: 'sum' };
  return [{ label: partWords.rowsFromTo(fromRow + 1, toRow + 1), value, figure: own }];
}

/** Every selected cell of the currency. */
function cellParts(cell: Cell): readonly Part[] {
  const { query, input, columns } = inputOf(cell);
  const { columns: kinds, rows } = chosenOf(cell);
  return rows.flatMap((row) =>
    columns
      .filter((column) => isCounted(row, kinds[column], column, cell.currency))
      .map((column): Part => {
        const figure = { query, input: input as FigureInput, of: { row: row.id }, column };
        return { label: joined(plain(rowName(row)), columnName(column)), value: cellOf(row, column), figure };
      }),
  );
}

function isCounted(row: ListRow, kind: string | undefined, column: string, currency: string): boolean {
  if (kind === undefined || kind === 'text' || parseDecimal(row[column] ?? '') === undefined) return false;
  return (kind === 'amount' ? (row['currency'] ?? '') : '') === currency;
}

/** The selected rows of their list. */
function chosenOf(cell: Cell): List {
  return markedRows(cell.asking, { ...inputOf(cell), draft: cell.draft });
}

function inputOf({ figure }: Cell): QueryInput<'selectionSum'> {
  return figure.input as unknown as QueryInput<'selectionSum'>;
}
