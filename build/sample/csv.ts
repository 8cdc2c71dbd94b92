// The text of CSV rows as RFC 4180 has it, with line feeds. Writing only.

/** One line with its line feed; cells with commas, quotes or line breaks are quoted. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** A whole table: its header line, then a line per row. */
export function csvTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return csvLine(columns) + rows.map(csvLine).join('');
}
