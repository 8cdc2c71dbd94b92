// Walks all lines of a book's journal, damaged or not, and says of each whether it is a whole record by its own hash.
// It checks no order and no chain: that is what the scan is for.
import { type Disk, withFile } from './disk.ts';
import { LineReader } from './line-reader.ts';
import { isWholeRecord, numberOf } from './line.ts';
import { listSegments, segmentPath } from './segment.ts';

/** A line as it stands, valid until the next is read; `line` counts from 1, `hash` only where the record is whole. */
export interface FoundLine {
  readonly segment: string;
  readonly line: number;
  readonly bytes: Buffer;
  readonly hash: string | undefined;
}

/** Every line of every segment in order; the last of a segment may lack its newline. */
export function walkLines(disk: Disk, book: string, visit: (found: FoundLine) => void): void {
  for (const segment of listSegments(disk, book)) {
    withFile(disk, segmentPath(book, segment), 'read', (file) => {
      const reader = new LineReader(disk, file, 0);
      let line = 0;
      const found = (bytes: Buffer) => visit({ segment, line: (line += 1), bytes, hash: hashOfWhole(bytes) });
      while (reader.next()) found(reader.bytes.subarray(reader.start, reader.end));
      if (reader.rest().length > 0) found(reader.rest());
    });
  }
}

/**
 * Every line, whole records in the order of their numbers: one that stands behind a later number is visited before that
 * one. The others keep their places.
 */
export function walkInOrder(disk: Disk, book: string, visit: (found: FoundLine) => void): void {
  const misplaced = misplacedLines(disk, book);
  const places = new Set(misplaced.map(placeOf));
  walkLines(disk, book, (found) => {
    if (places.has(placeOf(found))) return;
    const number = found.hash === undefined ? 0 : numberOf(found.bytes);
    while (misplaced[0] && numberOf(misplaced[0].bytes) < number) visit(misplaced.shift()!);
    visit(found);
  });
  misplaced.forEach(visit);
}

/** Whole records behind one of the same or a later number, ordered by number. */
function misplacedLines(disk: Disk, book: string): FoundLine[] {
  const found: FoundLine[] = [];
  let last = 0;
  walkLines(disk, book, (line) => {
    if (line.hash === undefined) return;
    const number = numberOf(line.bytes);
    if (number <= last) found.push({ ...line, bytes: Buffer.from(line.bytes) });
    last = Math.max(last, number);
  });
  return found.sort((left, right) => numberOf(left.bytes) - numberOf(right.bytes));
}

function placeOf({ segment, line }: FoundLine): string {
  return `${segment} ${line}`;
}

/** The hash of a line that is a whole record; undefined for any other. */
export function hashOfWhole(bytes: Buffer): string | undefined {
  return isWholeRecord(bytes) ? bytes.toString('latin1', bytes.length - 66, bytes.length - 2) : undefined;
}
