// One writer per book: a lock that the system itself holds, so that a dead program's lock clears by itself, and a file
// beside it that tells others who has it. The file is information only; it never decides.
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { readFile } from './disk.ts';
import { writeDurably } from './durable-file.ts';
import { systemMessage } from './ledger-error.ts';
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

/** Why a book cannot be written: another has it, or (`holder` is empty) the disk takes no lock. */
export interface LockRefusal extends LockHolder {
  readonly what: string;
}

/** Takes the book's lock in the name of the holder; answers who has it, or why it cannot be had, where it does not. */
export function lockBook(disk: Disk, book: string, holder: LockHolder): BookLock | LockRefusal {
  try {
    const release = disk.lock(join(book, lockName));
    if (!release) return heldBy(readHolder(disk, book));
    tryWritingHolder(disk, book, holder);
    return { book, release };
  } catch (error) {
    return { holder: '', since: '', what: `The book's folder takes no lock: ${systemMessage(error)}.` };
  }
}

/** True where `lockBook` gave the lock. */
export function isBookLock(answer: BookLock | LockRefusal): answer is BookLock {
  return 'release' in answer;
}

/** The lock holds without the name: a full disk must not keep a book from being opened. */
function tryWritingHolder(disk: Disk, book: string, holder: LockHolder): void {
  try {
    writeDurably(disk, join(book, holderName), sealJson({ ...holder }));
  } catch {
    return;
  }
}

function heldBy(holder: LockHolder): LockRefusal {
  const { holder: name, since } = holder;
  const what =
    since === '' ? `The book is open for writing: ${name}.` : `The book is open for writing: ${name}, since ${since}.`;
  return { ...holder, what };
}

function readHolder(disk: Disk, book: string): LockHolder {
  const bytes = readFile(disk, join(book, holderName));
  const members = bytes && unsealJson(bytes);
  return { holder: String(members?.['holder'] ?? 'another program'), since: String(members?.['since'] ?? '') };
}
