// Puts a backup back as a book. Nothing is overwritten: a book that stands there and has records which the backup lacks
// is left alone, one that has none is kept beside the restored one under another name.
import { dirname, join } from 'node:path';
import { writeAcknowledged } from './acknowledged.ts';
import { type FileSink, type Manifest, readArchive } from './backup-archive.ts';
import type { CopyWatch } from './backup.ts';
import { makeFoldersOf, removeLeftovers, removeTree, syncTree } from './book-files.ts';
import type { LedgerRecord } from '../../shared/book/record.ts';
import { type Disk, writeAll } from './disk.ts';
import { temporaryBeside } from './durable-file.ts';
import { type Lacking, lackingOf } from './inspect-backup.ts';
import { LedgerError } from './ledger-error.ts';
import { isBookLock, lockBook } from './lock.ts';
import { journalStart, scanJournal } from './scan.ts';
import { journalFolder } from './segment.ts';
import { walkLines } from './whole-lines.ts';

/** What was restored; `former` is where the book that stood there before is kept now. */
export interface Restored {
  readonly manifest: Manifest;
  readonly former: string | undefined;
}

/**
 * Restores a backup into a book's folder, which may be missing. `now` (ISO 8601, UTC) names the folder in which a former
 * book is kept. Throws LedgerError: `backupDamaged`, `bookInUse`, `wouldLoseRecords`;
 * the signal's reason where it was stopped before the book was put in place.
 */
export async function restoreBook(
  disk: Disk,
  backup: string,
  book: string,
  now: string,
  { signal, onProgress = () => undefined }: CopyWatch = {},
): Promise<Restored> {
  removeLeftovers(disk, book);
  const temporary = temporaryBeside(book);
  disk.makeFolder(temporary);
  let done = 0;
  const onPiece = (piece: Buffer): void => {
    signal?.throwIfAborted();
    onProgress((done += piece.length), 0);
  };
  try {
    const manifest = await readArchive(disk, backup, (path) => fileSink(disk, temporary, path, onPiece));
    signal?.throwIfAborted();
    assertSame(disk, temporary, manifest);
    syncTree(disk, temporary);
    const former = putInPlace(disk, temporary, book, now);
    writeAcknowledged(disk, book, { seq: manifest.records, head: manifest.head });
    return { manifest, former };
  } catch (error) {
    if (disk.facts(temporary)) removeTree(disk, temporary);
    throw error;
  }
}

function fileSink(disk: Disk, folder: string, path: string, onPiece: (piece: Buffer) => void): FileSink {
  makeFoldersOf(disk, folder, path);
  const file = disk.open(join(folder, path), 'create');
  let position = 0;
  return {
    write(piece) {
      onPiece(piece);
      writeAll(disk, file, piece, position);
      position += piece.length;
    },
    keep: () => disk.sync(file),
    close: () => disk.close(file),
  };
}

/** The manifest's hashes prove the copy; this proves that what was copied is the journal that the manifest names. */
function assertSame(disk: Disk, restored: string, manifest: Manifest): void {
  const { position, damage } = scanJournal(disk, restored, journalStart, () => undefined);
  if (!damage && position.seq === manifest.records && position.head === manifest.head) return;
  throw new LedgerError({
    code: 'backupDamaged',
    what: `The backup's journal is not the one its manifest names: ${damage?.what ?? `it ends at record ${position.seq}`}.`,
    unchanged: 'No book was changed.',
    next: 'Take another backup.',
  });
}

function putInPlace(disk: Disk, restored: string, book: string, now: string): string | undefined {
  const parent = dirname(book);
  if (disk.facts(book) && disk.list(book).length === 0) disk.removeFolder(book);
  if (!disk.facts(book)) {
    disk.rename(restored, book);
    disk.syncFolder(parent);
    return undefined;
  }
  assertNothingLost(disk, restored, book);
  const former = `${book} before restore ${now.slice(0, 19).replaceAll(':', '')}`;
  disk.rename(book, former);
  try {
    disk.syncFolder(parent);
    disk.rename(restored, book);
  } catch (error) {
    disk.rename(former, book);
    throw error;
  }
  disk.syncFolder(parent);
  return former;
}

function assertNothingLost(disk: Disk, restored: string, book: string): void {
  const lock = lockBook(disk, book, { holder: 'restoring a backup', since: '' });
  if (!isBookLock(lock)) {
    throw new LedgerError({
      code: 'bookInUse',
      what: lock.what,
      unchanged: 'Nothing was restored.',
      next: 'Close it there, then restore again.',
    });
  }
  try {
    const lacking = disk.facts(journalFolder(book)) ? lackingOf(disk, book, hashesOf(disk, restored)) : undefined;
    if (lacking) refuseLoss(lacking);
  } finally {
    // Let go before the folder is renamed: some systems rename no folder in which a file is open.
    lock.release();
  }
}

function hashesOf(disk: Disk, book: string): ReadonlySet<string> {
  const hashes = new Set<string>();
  walkLines(disk, book, ({ hash }) => void (hash && hashes.add(hash)));
  return hashes;
}

function refuseLoss({ count, first, last }: Lacking): never {
  throw new LedgerError({
    code: 'wouldLoseRecords',
    what: `The backup lacks ${count} records of the book, from ${namedRecord(first)} to ${namedRecord(last)}.`,
    unchanged: 'The book was left as it is.',
    next: 'Restore into another folder, or salvage the book first if it is damaged.',
  });
}

/** A record as refusals name it. */
export function namedRecord({ seq, kind, at }: LedgerRecord): string {
  return `record ${seq} (${kind}, ${at})`;
}
