// The names in the journal's folder: one segment of records a month, and the digest that seals a finished one. It
// decides nothing about the records inside.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, withFile } from './disk.ts';
import { writeDurably } from './durable-file.ts';

const segmentName = /^(\d{4}-\d{2})\.jsonl$/;
const chunkLength = 1 << 17;

export function journalFolder(book: string): string {
  return join(book, 'journal');
}

/** The file of a segment, named by its month `YYYY-MM`. */
export function segmentPath(book: string, segment: string): string {
  return join(journalFolder(book), `${segment}.jsonl`);
}

/** The file that holds a sealed segment's digest, in the form that `sha256sum --check` reads. */
export function sealPath(book: string, segment: string): string {
  return join(journalFolder(book), `${segment}.sha256`);
}

/** The months that have a segment, oldest first. */
export function listSegments(disk: Disk, book: string): string[] {
  return disk.list(journalFolder(book)).flatMap((name) => segmentName.exec(name)?.[1] ?? []);
}

/** The segment a record belongs to: the month of its instant, never earlier than the segment before. */
export function segmentOf(at: string, last: string): string {
  const month = at.slice(0, 'YYYY-MM'.length);
  return month > last ? month : last;
}

/** The content of a segment's seal: its SHA-256 and its name. */
export function sealText(disk: Disk, book: string, segment: string): string {
  return `${digestOf(disk, segmentPath(book, segment))}  ${segment}.jsonl\n`;
}

/** Seals a segment that will never be written again. */
export function sealSegment(disk: Disk, book: string, segment: string): void {
  writeDurably(disk, sealPath(book, segment), sealText(disk, book, segment));
}

/** SHA-256 of a file, read in pieces. */
export function digestOf(disk: Disk, path: string): string {
  const digest = createHash('sha256');
  const chunk = Buffer.allocUnsafe(chunkLength);
  return withFile(disk, path, 'read', (file) => {
    for (let position = 0; ;) {
      const length = disk.read(file, chunk, position);
      if (length === 0) return digest.digest('hex');
      digest.update(chunk.subarray(0, length));
      position += length;
    }
  });
}
