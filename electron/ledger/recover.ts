// Puts a journal in order after an interruption, before it is written again. It never changes a segment in place and
// never drops a byte: a torn tail is kept in a file of its own beside the segments.
import { dirname, join } from 'node:path';
import { type RecordMark, writeAcknowledged } from './acknowledged.ts';
import { copyBytes, type Disk, withFile } from './disk.ts';
import { removeTemporaryFiles, replaceDurably, writeDurably } from './durable-file.ts';
import { LedgerError } from './ledger-error.ts';
import type { JournalPosition, TornTail } from './scan.ts';
import { journalFolder, listSegments, sealPath, sealSegment, segmentPath } from './segment.ts';
import { sha256 } from './sha256.ts';

/** A torn tail as it is reported: the segment it was cut from, its length, and the file that keeps it. */
export interface SetAside {
  readonly segment: string;
  readonly bytes: number;
  readonly file: string;
}

/** What a scan found, as far as recovery needs it. */
export interface Unfinished {
  readonly position: JournalPosition;
  readonly acknowledged: RecordMark | 'damaged' | undefined;
  readonly tail?: TornTail;
}

/**
 * Makes the journal end at its last whole record, on stable storage, and seals what is finished. Answers what was set
 * aside. Where the journal was closed in good order it writes nothing.
 */
export function recoverJournal(disk: Disk, book: string, found: Unfinished): SetAside | undefined {
  const { position, acknowledged, tail } = found;
  removeTemporaryFiles(disk, journalFolder(book));
  const setAside = tail && tail.bytes.length > 0 ? keepTail(disk, book, tail) : undefined;
  const isClosedInOrder = acknowledged !== 'damaged' && (acknowledged?.seq ?? 0) === position.seq && !setAside;
  // Whoever made the folder, or put it where it is, may not have made its name safe.
  if (!isClosedInOrder || position.seq === 0) disk.syncFolder(dirname(book));
  const segments = removeEmptyLast(disk, book, position);
  if (!isClosedInOrder && position.seq > 0) rewriteLast(disk, book, position);
  for (const segment of segments.slice(0, -1)) {
    if (!disk.facts(sealPath(book, segment))) sealSegment(disk, book, segment);
  }
  if (!isClosedInOrder) writeAcknowledged(disk, book, position);
  return setAside;
}

/** Named by its content, so that a recovery which is interrupted and begun again keeps it once. */
function keepTail(disk: Disk, book: string, tail: TornTail): SetAside {
  const file = join(journalFolder(book), `${tail.segment}.torn-${sha256(tail.bytes).slice(0, 16)}`);
  writeDurably(disk, file, tail.bytes);
  return { segment: tail.segment, bytes: tail.bytes.length, file };
}

/** A last segment in which no record stands was begun by an append that did not come to its end. */
function removeEmptyLast(disk: Disk, book: string, position: JournalPosition): string[] {
  const segments = listSegments(disk, book);
  const last = segments.at(-1);
  if (last === undefined || last === position.segment) return segments;
  disk.unlink(segmentPath(book, last));
  disk.syncFolder(journalFolder(book));
  return segments.slice(0, -1);
}

/**
 * Writes the records of the last segment anew. Syncing the old file would not do: after a failed sync the system may
 * hold bytes in memory that it believes are on the disk, and never write them.
 */
function rewriteLast(disk: Disk, book: string, position: JournalPosition): void {
  const path = segmentPath(book, position.segment);
  withFile(disk, path, 'read', (source) =>
    replaceDurably(disk, path, (target) => {
      if (copyBytes(disk, source, target, position.end) < position.end) throw shortened(path);
    }),
  );
}

function shortened(path: string): LedgerError {
  return new LedgerError({
    code: 'journalChanged',
    what: `${path} became shorter while it was read: another program writes to it.`,
    unchanged: 'The journal was left as it was.',
    next: 'Stop the other program (a synchronising or backup program, often) and open the book again.',
  });
}
