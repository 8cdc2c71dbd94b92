// What a backup holds, and what a book would lose if the backup took its place: read from the archive as it lies, and
// nothing is unpacked.
import type { LedgerRecord } from '../../shared/book/record.ts';
import { type FileSink, type Manifest, readArchive } from './backup-archive.ts';
import type { CopyWatch } from './backup.ts';
import type { Disk } from './disk.ts';
import { newline } from './line-reader.ts';
import { parseRecord } from './line.ts';
import { hashOfWhole, walkLines } from './whole-lines.ts';

/** The whole records of a book, also those behind damage, that something else lacks: how many, the first and the last. */
export interface Lacking {
  readonly count: number;
  readonly first: LedgerRecord;
  readonly last: LedgerRecord;
}

export interface BackupContents {
  readonly manifest: Manifest;
  /** What the book has and the backup lacks; undefined where it lacks nothing. */
  readonly lacking: Lacking | undefined;
}

/** Reads a backup to its end and proves it; `book` is held against it where one is named. */
export async function inspectBackup(
  disk: Disk,
  backup: string,
  book: string | undefined,
  { signal, onProgress = () => undefined }: CopyWatch = {},
): Promise<BackupContents> {
  const hashes = new Set<string>();
  const total = disk.facts(backup)?.size ?? 0;
  let done = 0;
  const manifest = await readArchive(disk, backup, (path) => {
    const lines = /^journal\/\d{4}-\d{2}\.jsonl$/.test(path) ? lineSink((hash) => hashes.add(hash)) : nothing;
    return {
      ...lines,
      write(piece) {
        signal?.throwIfAborted();
        onProgress((done += piece.length), Math.max(done, total));
        lines.write(piece);
      },
    };
  });
  return { manifest, lacking: book === undefined ? undefined : lackingOf(disk, book, hashes) };
}

/** What a book has of whole records whose hashes are not among those given. */
export function lackingOf(disk: Disk, book: string, hashes: ReadonlySet<string>): Lacking | undefined {
  let lacking: Lacking | undefined;
  walkLines(disk, book, ({ hash, bytes }) => {
    if (hash === undefined || hashes.has(hash)) return;
    const record = parseRecord(bytes.toString('utf8'));
    lacking = { count: (lacking?.count ?? 0) + 1, first: lacking?.first ?? record, last: record };
  });
  return lacking;
}

const nothing: FileSink = { write: () => undefined, keep: () => undefined, close: () => undefined };

/** Receives a segment and hands on the hash of each whole record in it. */
function lineSink(onHash: (hash: string) => void): FileSink {
  let rest = Buffer.alloc(0);
  const take = (line: Buffer): void => {
    const hash = hashOfWhole(line);
    if (hash !== undefined) onHash(hash);
  };
  return {
    write(piece) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      let start = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
        take(bytes.subarray(start, end));
        start = end + 1;
      }
      rest = Buffer.from(bytes.subarray(start));
    },
    keep: () => take(rest),
    close: () => undefined,
  };
}
