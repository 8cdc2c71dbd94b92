// Setup tables as CSV text (RFC 4180): small files, read whole and strictly. Bill files are read by electron/bills.
import type { Refusal } from '../rules/refusal.ts';

/** A row's cells with the number of the line on which it starts; the header line is 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits CSV text into rows; a broken quote is refused with the line where it began. */
export function parseCsv(text: string, file: string): readonly CsvRow[] | Refusal {
  const rows: CsvRow[] = [];
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let [at, line] = [0, 1];
  while (at < body.length) {
    const cells: string[] = [];
    const started = line;
    for (;;) {
      const cell = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at);
      if (!cell) return brokenQuote(file, started);
      cells.push(cell.text);
      line += cell.text.split('\n').length - 1;
      at = cell.end;
      if (body[at] !== ',') break;
      at += 1;
    }
    if (body[at] === '\r') at += 1;
    if (at < body.length && body[at] !== '\n') return brokenQuote(file, started);
    at += 1;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: started, cells });
  }
  return rows;
}

interface Cell {
  readonly text: string;
  readonly end: number;
}

function plainCell(body: string, start: number): Cell | undefined {
  let end = start;
  while (
    end < body.length &&
    body[end] !== ',' &&
    body[end] !== '\n' &&
    !(body[end] === '\r' && body[end + 1] === '\n')
  ) {
    if (body[end] === '"') return undefined;
    end += 1;
  }
  return { text: body.slice(start, end), end };
}

function quotedCell(body: string, start: number): Cell | undefined {
  let text = '';
  let from = start + 1;
  for (;;) {
    const quote = body.indexOf('"', from);
    if (quote < 0) return undefined;
    text += body.slice(from, quote);
    if (body[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    from = quote + 2;
  }
}

function brokenQuote(file: string, row: number): Refusal {
  return {
    code: 'brokenQuote',
    rule: 'B4',
    what: `${file}, row ${row}: a quotation mark does not fit.`,
    unchanged: 'Nothing of this file was taken.',
    next: 'Put cells with quotes into quotes and double the quotes inside, then enter the file again.',
    where: { file, row },
  };
}
