// A cell of a bill as bytes: where it begins and ends without surrounding blanks, and whether it says anything.
// Cells stay bytes as long as possible; a million lines are mostly never decoded.
import type { CsvRow } from './csv-scanner.ts';

const blank = 0x20;
const tab = 0x09;

/** A stretch of bytes, reused from cell to cell. */
export interface Cell {
  bytes: Uint8Array;
  start: number;
  end: number;
}

export function emptyCell(): Cell {
  return { bytes: new Uint8Array(0), start: 0, end: 0 };
}

/**
 * Points the cell at a column of the row, blanks and tabs at its ends left out. Answers false where it means none:
 * a column of −1, an empty cell, `-`, `NULL`, `N/A` in any case (rule B4).
 */
export function pointAt(cell: Cell, row: CsvRow, column: number): boolean {
  if (column < 0) return false;
  const { bytes } = row;
  let start = row.starts[column]!;
  let end = row.ends[column]!;
  while (start < end && (bytes[start] === blank || bytes[start] === tab)) start++;
  while (end > start && (bytes[end - 1] === blank || bytes[end - 1] === tab)) end--;
  cell.bytes = bytes;
  cell.start = start;
  cell.end = end;
  return !meansNone(bytes, start, end);
}

function meansNone(bytes: Uint8Array, start: number, end: number): boolean {
  switch (end - start) {
    case 0:
      return true;
    case 1:
      return bytes[start] === 0x2d;
    case 3:
      return spells(bytes, start, 'n/a');
    case 4:
      return spells(bytes, start, 'null');
    default:
      return false;
  }
}

function spells(bytes: Uint8Array, start: number, lowerCase: string): boolean {
  for (let index = 0; index < lowerCase.length; index++) {
    const expected = lowerCase.charCodeAt(index);
    const byte = bytes[start + index]!;
    if (byte !== expected && !(expected >= 0x61 && byte === expected - 0x20)) return false;
  }
  return true;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of the cell; doubled quotes undone where the column had them. */
export function cellText(cell: Cell, doubled = false): string {
  const text = decoder.decode(cell.bytes.subarray(cell.start, cell.end));
  return doubled ? text.replaceAll('""', '"') : text;
}
