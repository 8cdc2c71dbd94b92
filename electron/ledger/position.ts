// Whether a remembered position of the journal still holds, so that reading may begin there instead of at the first
// record. It reads one line and trusts nothing else of what it is given.
import { type Disk, type DiskFile, readRange, withFile } from './disk.ts';
import { newline } from './line-reader.ts';
import { isWholeRecord, recordHead } from './line.ts';
import { type JournalPosition, journalStart } from './scan.ts';
import { segmentPath } from './segment.ts';

const firstReach = 1 << 12;

/** True where the journal has, right before that byte, that record with that hash. */
export function positionHolds(disk: Disk, book: string, position: JournalPosition): boolean {
  if (position.seq === 0) return position.head === journalStart.head && position.end === 0;
  const path = segmentPath(book, position.segment);
  const facts = disk.facts(path);
  if (!facts || facts.size < position.end) return false;
  const line = withFile(disk, path, 'read', (file) => lineBefore(disk, file, position.end));
  return (
    line !== undefined &&
    isWholeRecord(line) &&
    line.toString('latin1').startsWith(recordHead(position.seq)) &&
    line.toString('latin1').endsWith(`"${position.head}"}`)
  );
}

/** The line whose newline is the byte before `end`; undefined where there is no newline. */
function lineBefore(disk: Disk, file: DiskFile, end: number): Buffer | undefined {
  for (let reach = firstReach; ; reach *= 4) {
    const start = Math.max(0, end - reach);
    const bytes = readRange(disk, file, start, end - start);
    if (bytes.at(-1) !== newline) return undefined;
    const before = bytes.subarray(0, -1).lastIndexOf(newline);
    if (before >= 0 || start === 0) return bytes.subarray(before + 1, -1);
  }
}
