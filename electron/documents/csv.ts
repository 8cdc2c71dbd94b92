// Tables as CSV text (RFC 4180): exact amounts, text neutralised where a spreadsheet would take it for a formula.
import type { Table } from '../../shared/reports/table.ts';

const number = /^-?\d+(\.\d+)?$/;
const digits = /^\d+$/;

/** A column of a spreadsheet: numbers and dates stand as they are, identifiers stay text. */
export interface SheetColumn {
  readonly title: string;
  readonly holds: 'text' | 'identifier' | 'number' | 'date';
}

/** The table with its header line; `bom` puts a byte-order mark before it, for spreadsheets that want one. */
export function csvText(table: Table, { bom = false } = {}): string {
  const lines = [table.columns, ...table.rows.map((row) => table.columns.map((column) => row[column] ?? ''))];
  return `${bom ? '\uFEFF' : ''}${lines.map((cells) => lineOf(cells.map(neutral))).join('')}`;
}

/** A table for a spreadsheet, with a byte-order mark: identifiers keep all their digits, zeros in front too. */
export async function* spreadsheetCsv(
  columns: readonly SheetColumn[],
  parts: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${lineOf(columns.map(({ title }) => neutral(title)))}`);
  for await (const part of parts) {
    const lines = part.map((cells) =>
      lineOf(columns.map(({ holds }, place) => spreadsheetCell(cells[place] ?? '', holds))),
    );
    yield encoder.encode(lines.join(''));
  }
}

/** A spreadsheet reads digits as a number, of which it keeps fifteen; as the text of a formula it keeps them all. */
function spreadsheetCell(text: string, holds: SheetColumn['holds']): string {
  return holds === 'identifier' && digits.test(text) ? `="${text}"` : neutral(text);
}

function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text;
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`;
}
