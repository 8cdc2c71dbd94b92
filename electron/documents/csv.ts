// Tables as CSV text (RFC 4180): exact amounts, text neutralised where a spreadsheet would take it for a formula.
import type { Table } from '../../shared/reports/table.ts';

const number = /^-?\d+(\.\d+)?$/;
const digits = /^\d+$/;

/** What the cells of a column hold: numbers stand as they are, identifiers stay text in a spreadsheet. */
export type Holds = 'text' | 'identifier' | 'number';

/** The table with its header line; `bom` puts a byte-order mark before it, for spreadsheets that want one. */
export function csvText(table: Table, { bom = false } = {}): string {
  const lines = [table.columns, ...table.rows.map((row) => table.columns.map((column) => row[column] ?? ''))];
  return `${bom ? '\uFEFF' : ''}${lines.map((cells) => lineOf(cells.map(neutral))).join('')}`;
}

/** A table for a spreadsheet, with a byte-order mark: identifiers keep all their digits, zeros in front too. */
export function spreadsheetCsv(
  columns: readonly { readonly title: string; readonly holds: Holds }[],
  rows: readonly (readonly string[])[],
): string {
  const head = lineOf(columns.map(({ title }) => neutral(title)));
  const body = rows.map((cells) =>
    lineOf(columns.map(({ holds }, place) => spreadsheetCell(cells[place] ?? '', holds))),
  );
  return `\uFEFF${head}${body.join('')}`;
}

/** A spreadsheet reads digits as a number, of which it keeps fifteen; as the text of a formula it keeps them all. */
function spreadsheetCell(text: string, holds: Holds): string {
  return holds === 'identifier' && digits.test(text) ? `="${text}"` : neutral(text);
}

function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text;
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`;
}
