// One writer per book: a lock that the system itself holds, so that a dead program's lock clears by itself, and a file
// beside it that tells others who has it. The file is information only; it never decides.
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { readFile } from './disk.ts';
import { writeDurably } from './durable-file.ts';
import { sealJson, unsealJson } from './sealed-json.ts';

const lockName = '.lock';
const holderName = '.holder.json';

/** Who writes to a book, and since when (ISO 8601, UTC). */
export interface LockHolder {
  readonly holder: string;
  readonly since: string;
}

/** The right to write to a book, until released or until this process ends. */
export interface BookLock {
  readonly book: string;
  release(): void;
}

/** Takes the book's lock in the name of the holder; answers who has it where another program does. */
export function lockBook(disk: Disk, book: string, holder: LockHolder): BookLock | LockHolder {
  const release = disk.lock(join(book, lockName));
  if (!release) return readHolder(disk, book);
  try {
    writeDurably(disk, join(book, holderName), sealJson({ ...holder }));
  } catch {
    // A full or write-protected disk must not keep the book from being opened; the lock holds without the name.
    return { book, release };
  }
  return { book, release };
}

/** True where `lockBook` gave the lock. */
export function isBookLock(answer: BookLock | LockHolder): answer is BookLock {
  return 'release' in answer;
}

function readHolder(disk: Disk, book: string): LockHolder {
  const bytes = readFile(disk, join(book, holderName));
  const members = bytes && unsealJson(bytes);
  return { holder: String(members?.['holder'] ?? 'another program'), since: String(members?.['since'] ?? '') };
}
