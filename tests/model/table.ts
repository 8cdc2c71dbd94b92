// Reads CSV texts as rows named by their header. Knows nothing of what the columns mean.
import { parse } from 'csv-parse/sync';

/** One row of a table: text by column name. */
export type Row = Record<string, string>;

/** The rows of a CSV text; a byte-order mark and CRLF are accepted. */
export function readTable(text: string): Row[] {
  return parse(text, {
    columns: true,
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    relax_column_count: false,
  }) as Row[];
}

/** The rows of a CSV text as a list of cells each, the header first. */
export function readCells(text: string): string[][] {
  return parse(text, { bom: true, record_delimiter: ['\r\n', '\n'], skip_empty_lines: true }) as string[][];
}
