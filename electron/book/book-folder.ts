// A book's folder made and opened: cover, journal, lock and lines together, and the state folded from the records.
import { dirname, resolve } from 'node:path';
import { type Book, emptyBook } from '../../shared/book/book.ts';
import { type PreparedEntry, prepareEntry } from '../../shared/book/enter.ts';
import type { LedgerRecord } from '../../shared/book/record.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { tidyBook } from '../ledger/book-files.ts';
import { readCover, writeCover } from '../ledger/cover.ts';
import type { Disk } from '../ledger/disk.ts';
import { createJournal, openJournal } from '../ledger/journal.ts';
import { isSystemError } from '../ledger/ledger-error.ts';
import { type BookLock, type LockHolder, isBookLock, lockBook } from '../ledger/lock.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import type { RecordLine } from '../ledger/line.ts';
import type { Entered } from '../ledger/salvage.ts';
import { builtFoldVersion, keepState, readState } from './book-snapshot.ts';
import { journalStart, scanJournal } from '../ledger/scan.ts';
import { OpenBook, commitRecord, factsOf } from './open-book.ts';
import { StoredLines } from './stored-lines.ts';

/** A book that is open, and how to close it; `writtenBy` names who has it where it is open for reading only. */
export interface OpenedBook {
  readonly open: OpenBook;
  readonly writtenBy: LockHolder | undefined;
  close(): void;
}

export interface OpenOptions {
  readonly disk?: Disk;
  /** The user's name and the instant, for the lock; without it the book is opened for reading. */
  readonly holder?: LockHolder | undefined;
  /** The version of the fold, for the state kept beside the journal; '' keeps and takes none. */
  readonly foldVersion?: string | undefined;
}

/** How many records must have come since the state was last kept, for keeping it again to be worth its while. */
const recordsWorthKeeping = 50;

/** Makes an empty book in a folder that does not hold one. */
export function makeBookFolder(
  folder: string,
  title: { readonly id: string; readonly name: string },
  disk: Disk = nodeDisk,
): void {
  if (!disk.facts(folder)) {
    disk.makeFolder(folder);
    disk.syncFolder(dirname(resolve(folder)));
  }
  createJournal(disk, folder);
  writeCover(disk, folder, { format: 1, ...title });
}

/** Opens the book in a folder; where its journal is damaged it is open for reading up to the damage. */
export function openBookFolder(
  folder: string,
  { disk = nodeDisk, holder, foldVersion = builtFoldVersion }: OpenOptions = {},
): OpenedBook {
  const answer = holder ? lockBook(disk, folder, holder) : undefined;
  const lock: BookLock | undefined = answer && isBookLock(answer) ? answer : undefined;
  try {
    const cover = readCover(disk, folder);
    const kept = readState(disk, folder, foldVersion, (until) => foldUntil(disk, folder, until));
    const book = kept?.book ?? emptyBook();
    const onLine = (line: RecordLine): string | undefined => enterRecord(book, line.parse());
    const journal = openJournal(disk, folder, { lock: answer, from: kept?.position, onLine });
    if (!journal.readOnlyBecause) {
      tidyBook(disk, folder);
      if (!cover) coverAgain(disk, folder, book);
    }
    const keptUntil = kept?.position.seq ?? 0;
    const open = new OpenBook({
      disk,
      folder,
      book,
      journal,
      lines: new StoredLines(disk, folder, (id) => book.imports.get(id)?.fact),
    });
    const close = (): void => {
      const { position, readOnlyBecause } = journal;
      try {
        journal.close();
        if (!readOnlyBecause && position.seq >= keptUntil + recordsWorthKeeping)
          keepState(disk, folder, foldVersion, { book, position });
      } finally {
        lock?.release();
      }
    };
    return { open, writtenBy: answer && !isBookLock(answer) ? answer : undefined, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Writes the cover of a book that has none. A disk that takes no change keeps nobody from opening the book. */
function coverAgain(disk: Disk, folder: string, { title: { id, name } }: Book): void {
  try {
    if (id !== '') writeCover(disk, folder, { format: 1, id, name });
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** The state after a record, folded from the first. */
function foldUntil(disk: Disk, folder: string, until: number): Book {
  const book = emptyBook();
  scanJournal(disk, folder, journalStart, (line) => (line.seq > until ? undefined : enterRecord(book, line.parse())));
  return book;
}

/** Folds one record into the state; answers what does not hold about it, if anything. */
export function enterRecord(book: Book, record: LedgerRecord): string | undefined {
  const prepared = prepareAgain(book, record);
  if (typeof prepared === 'string') return prepared;
  if (!isPostedAs(record, prepared)) return `the postings of record ${record.seq} are not those that its facts give`;
  commitRecord(book, prepared, record.key, factsOf(record.data).input);
  return undefined;
}

/** Enters the facts of a record into a book that lacks some before it: its postings may be others then. */
export function enterAnew(book: Book, record: LedgerRecord): Entered | string {
  const lost = lostImportOf(book, record);
  if (lost !== undefined) return `record ${record.seq} leaves out lines of the import ${lost}, which is lost`;
  const prepared = prepareAgain(book, record);
  if (typeof prepared === 'string') return prepared;
  commitRecord(book, prepared, record.key, factsOf(record.data).input);
  return { post: prepared.postings, isAsBefore: isPostedAs(record, prepared) };
}

function prepareAgain(book: Book, { data, seq }: LedgerRecord): PreparedEntry | string {
  try {
    return prepareEntry(book, factsOf(data).facts, { seq });
  } catch (error) {
    if (error instanceof Refused) return `record ${seq} breaks a rule: ${error.message}`;
    // What the rules take for granted does not hold of facts that were forged, or that stand without those before them.
    return `record ${seq} cannot be entered: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** An import whose lines the imports of a record leave out, and that is neither in the book nor among them. */
function lostImportOf(book: Book, { data }: LedgerRecord): string | undefined {
  const { imports = [] } = factsOf(data).facts;
  const known = (id: string): boolean => book.imports.has(id) || imports.some((fact) => fact.id === id);
  return imports.flatMap(({ skips }) => skips).find((id) => !known(id));
}

function isPostedAs({ post }: LedgerRecord, { postings }: PreparedEntry): boolean {
  return JSON.stringify(texts(postings)) === JSON.stringify(texts(post));
}

function texts(postings: LedgerRecord['post']): readonly string[] {
  return postings.map(({ position, amount, currency }) => `${position} ${amount} ${currency}`);
}
