// Reads a journal from its beginning, or from a position known to hold, to its end: every hash, link, number and
// segment is checked on the raw bytes, and every record is handed on. It reads only; what to do about a torn tail or
// damage is for others to decide.
import { noHash } from '../../shared/book/record.ts';
import { type RecordMark, readAcknowledged } from './acknowledged.ts';
import { type Disk, type DiskFile, piecesOf, withFile } from './disk.ts';
import { LineReader, newline } from './line-reader.ts';
import { isWholeRecord, recordHead, RecordLine } from './line.ts';
import { listSegments, sealPath, segmentPath } from './segment.ts';

/** The end of a record in the journal: its number, its hash, its segment, its line there (from 1), the byte after it. */
export interface JournalPosition {
  readonly seq: number;
  readonly head: string;
  readonly segment: string;
  readonly line: number;
  readonly end: number;
}

/** Before the first record. */
export const journalStart: JournalPosition = { seq: 0, head: noHash, segment: '', line: 0, end: 0 };

/** The first thing that does not hold; `record` is the number that the record there should have. */
export interface Damage {
  readonly segment: string;
  readonly line: number;
  readonly record: number;
  readonly what: string;
}

/** Bytes after the last whole record that an interrupted append left: never acknowledged, not part of the journal. */
export interface TornTail {
  readonly segment: string;
  readonly start: number;
  readonly bytes: Buffer;
}

export interface Scan {
  readonly position: JournalPosition;
  readonly acknowledged: RecordMark | 'damaged' | undefined;
  readonly damage?: Damage;
  readonly tail?: TornTail;
}

/**
 * Called with each record in turn; the line is valid during the call only. A text answered is what does not hold about
 * the record: reading ends there, with that damage.
 */
export type OnLine = (line: RecordLine, segment: string) => string | undefined;

/**
 * Reads all records after a position, to the end of the segment `until` or of the journal. The position must hold
 * (`positionHolds`), or whoever names it must check that it does.
 */
export function scanJournal(disk: Disk, book: string, from: JournalPosition, onLine: OnLine, until = '9999-12'): Scan {
  const found = readAcknowledged(disk, book);
  const acknowledged = found === 'damaged' ? undefined : found;
  const segments = listSegments(disk, book);
  let position = from;
  for (const segment of segments.filter((name) => name >= from.segment && name <= until)) {
    const isLast = segment === segments.at(-1);
    const result = withFile(disk, segmentPath(book, segment), 'read', (file) =>
      scanSegment({ disk, file, segment, isLast, acknowledged }, position, onLine),
    );
    position = result.position;
    if (result.damage || result.tail) return { ...result, acknowledged: found };
  }
  const isWhole = (segments.at(-1) ?? '') <= until;
  const damage = isWhole ? lostEnd(disk, book, position, segments.at(-1), acknowledged) : undefined;
  return { position, acknowledged: found, ...(damage && { damage }) };
}

interface SegmentReading {
  readonly disk: Disk;
  readonly file: DiskFile;
  readonly segment: string;
  readonly isLast: boolean;
  readonly acknowledged: RecordMark | undefined;
}

type SegmentResult = Pick<Scan, 'position' | 'damage' | 'tail'>;

function scanSegment(reading: SegmentReading, from: JournalPosition, onLine: OnLine): SegmentResult {
  const { disk, file, segment, acknowledged } = reading;
  const isContinued = from.segment === segment;
  let { seq, head: prev } = from;
  let lineNumber = isContinued ? from.line : 0;
  let end = isContinued ? from.end : 0;
  const reader = new LineReader(disk, file, end);
  const line = new RecordLine();
  let what: string | undefined;
  while (reader.next()) {
    line.bytes = reader.bytes;
    line.start = reader.start;
    line.end = reader.end;
    what =
      line.check({ seq: seq + 1, prev }) ??
      wrongPlace(line, segment, lineNumber === 0, acknowledged) ??
      onLine(line, segment);
    if (what !== undefined) break;
    seq += 1;
    prev = line.hash;
    lineNumber += 1;
    end = reader.position;
  }
  const position = lineNumber > 0 ? { seq, head: prev, segment, line: lineNumber, end } : from;
  if (what === undefined && reader.rest().length === 0) return { position };
  const tail = { segment, start: end, bytes: Buffer.concat([...piecesOf(disk, file, end, Infinity)]) };
  if (reading.isLast && mayBeTorn(tail.bytes, seq + 1, acknowledged)) return { position, tail };
  what ??= 'the line is cut off: it has no end';
  return { position, damage: { segment, line: lineNumber + 1, record: seq + 1, what } };
}

/** A record that is whole but not where it belongs, or not the one that was acknowledged. */
function wrongPlace(line: RecordLine, segment: string, isFirst: boolean, mark?: RecordMark): string | undefined {
  if (line.month > segment || (isFirst && line.month !== segment)) {
    return `the record is of ${line.month} and stands in the segment of ${segment}`;
  }
  if (mark?.seq === line.seq && mark.head !== line.hash) {
    return 'the record is not the one that was acknowledged under its number: the journal was replaced';
  }
  return undefined;
}

/**
 * Whether what follows the last whole record can be what a crash left of one append: nothing proves that it was
 * acknowledged. Proof is the mark, or a later record in it, since a record is written only after the one before it
 * was synced.
 */
function mayBeTorn(bytes: Buffer, seq: number, acknowledged: RecordMark | undefined): boolean {
  if (acknowledged && acknowledged.seq >= seq) return false;
  if (bytes.includes(recordHead(seq + 1))) return false;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    if (found >= 0 && isWholeRecord(bytes.subarray(start, end))) return false;
    start = end + 1;
  }
  return true;
}

/** A journal that ends before a record that was acknowledged, or whose last segment is sealed, has lost its end. */
function lostEnd(
  disk: Disk,
  book: string,
  position: JournalPosition,
  last: string | undefined,
  acknowledged: RecordMark | undefined,
): Damage | undefined {
  const line = last === position.segment ? position.line : 0;
  const place = { segment: last ?? '', line: line + 1, record: position.seq + 1 };
  if (acknowledged && acknowledged.seq > position.seq) {
    return { ...place, what: `the journal ends here, but record ${acknowledged.seq} was acknowledged` };
  }
  if (last !== undefined && disk.facts(sealPath(book, last))) {
    return { ...place, what: 'the last segment is sealed: the segments after it are missing' };
  }
  return undefined;
}
