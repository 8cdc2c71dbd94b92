// Tables as CSV text (RFC 4180): exact amounts, text neutralised where a spreadsheet would take it for a formula.
import type { Table } from '../../shared/reports/table.ts';

const number = /^-?\d+(\.\d+)?$/;

/** The table with its header line; `bom` puts a byte-order mark before it, for spreadsheets that want one. */
export function csvText(table: Table, { bom = false } = {}): string {
  const lines = [table.columns, ...table.rows.map((row) => table.columns.map((column) => row[column] ?? ''))];
  return `${bom ? '\uFEFF' : ''}${lines.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('')}`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
