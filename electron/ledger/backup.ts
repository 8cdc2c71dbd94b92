// Backups: a verified copy of the whole book in one zip that any program can read. A backup has its name only once it
// has been read back and proven; a damaged book is not backed up over good backups.
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type FileSink, type Manifest, type ManifestFile, manifestName, readArchive } from './backup-archive.ts';
import { listBookFiles, removeLeftovers } from './book-files.ts';
import type { Disk } from './disk.ts';
import { readNoting, writeInto } from './disk-stream.ts';
import { temporaryBeside } from './durable-file.ts';
import { LedgerError } from './ledger-error.ts';
import { type JournalPosition, journalStart, scanJournal } from './scan.ts';
import { sealJson } from './sealed-json.ts';

/** How a copy is stopped, and told how far it is; both in bytes of the book's files, written and then read back. */
export interface CopyWatch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Writes a backup of the book to a path and reads it back. The book may be in use: the backup ends with the last record
 * that was there when it began. `made` is the instant, ISO 8601 in UTC. Throws LedgerError, the disk's own error, or the
 * signal's where it was stopped: nothing is left then.
 */
export async function backUp(
  disk: Disk,
  book: string,
  to: string,
  made: string,
  { signal, onProgress = () => undefined }: CopyWatch = {},
): Promise<Manifest> {
  const { position, damage } = scanJournal(disk, book, journalStart, () => undefined);
  if (damage) throw damagedBook(damage.what);
  removeLeftovers(disk, to);
  const temporary = temporaryBeside(to);
  const paths = listBookFiles(disk, book);
  const total = 2 * paths.reduce((sum, path) => sum + (disk.facts(join(book, path))?.size ?? 0), 0);
  let done = 0;
  const onPiece = (piece: Buffer): void => {
    signal?.throwIfAborted();
    onProgress((done += piece.length), total);
  };
  try {
    await writeArchive(disk, temporary, made, { book, paths, end: position, onPiece });
    const counting: FileSink = { write: onPiece, keep: () => undefined, close: () => undefined };
    const manifest = await readArchive(disk, temporary, () => counting);
    disk.rename(temporary, to);
    disk.syncFolder(dirname(to));
    return manifest;
  } catch (error) {
    if (disk.facts(temporary)) disk.unlink(temporary);
    throw error;
  }
}

/** What goes into an archive: the files of a book, its journal up to a record; each piece read is told. */
interface Contents {
  readonly book: string;
  readonly paths: readonly string[];
  readonly end: JournalPosition;
  readonly onPiece: (piece: Buffer) => void;
}

async function writeArchive(disk: Disk, to: string, made: string, contents: Contents): Promise<void> {
  const file = disk.open(to, 'create');
  try {
    // The archive begins to read at once, so whoever hears of its errors is joined to it in the same breath.
    await pipeline(zipOf(disk, made, contents), writeInto(disk, file));
    disk.sync(file);
  } finally {
    disk.close(file);
  }
}

/** The archive as a stream. Entries are written in turn, so all hashes are known when the manifest's turn comes. */
function zipOf(disk: Disk, made: string, { book, paths, end, onPiece }: Contents): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const files: ManifestFile[] = [];
  let reading: Readable | undefined;
  const add = (path: string, read: () => Readable): void =>
    zip.addReadStreamLazy(path, { mtime: new Date(made) }, (begin) => {
      reading = read();
      reading.on('error', (error) => output.destroy(error));
      begin(null, reading);
    });
  for (const path of paths) {
    const limit = path === `journal/${end.segment}.jsonl` ? end.end : Infinity;
    add(path, () =>
      readNoting(disk, join(book, path), limit, { onPiece, note: (passed) => files.push({ path, ...passed }) }),
    );
  }
  const manifest = () => sealJson({ format: 1, made, records: end.seq, head: end.head, files });
  add(manifestName, () => Readable.from([Buffer.from(manifest())], { objectMode: false }));
  zip.on('error', (error) => output.destroy(error));
  output.on('close', () => reading?.destroy());
  zip.end();
  return output;
}

function damagedBook(what: string): LedgerError {
  return new LedgerError({
    code: 'bookDamaged',
    what: `The book is damaged: ${what}.`,
    unchanged: 'No backup was written, and none was removed.',
    next: 'Restore an earlier backup, or salvage the undamaged records into a new book.',
  });
}
