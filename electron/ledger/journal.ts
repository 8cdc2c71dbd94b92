// The journal of an open book (rules L1, L3): appends records so that an acknowledged one cannot be lost. It knows
// nothing of what records mean; state is folded from them by whoever opens it.
import { type LedgerRecord, type RecordBody, recordText } from '../../shared/book/record.ts';
import { largestMinor } from '../../shared/money/minor.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { writeAcknowledged } from './acknowledged.ts';
import { type Disk, type DiskFile, writeAll } from './disk.ts';
import { isSystemError, LedgerError, systemMessage } from './ledger-error.ts';
import { type BookLock, type LockRefusal, isBookLock } from './lock.ts';
import { recoverJournal, type SetAside } from './recover.ts';
import { type Damage, type JournalPosition, journalStart, type OnLine, scanJournal } from './scan.ts';
import { journalFolder, sealSegment, segmentOf, segmentPath } from './segment.ts';
import { sha256 } from './sha256.ts';

/** Why nothing can be appended: opened without the lock, damaged, or a write that failed since. */
export type ReadOnlyReason =
  | { readonly kind: 'not-locked'; readonly refused?: LockRefusal | undefined }
  | { readonly kind: 'damaged'; readonly damage: Damage }
  | { readonly kind: 'write-failed'; readonly message: string };

export interface JournalOptions {
  /** The book's lock, or why it could not be had; without it the journal is opened for reading. */
  readonly lock?: BookLock | LockRefusal | undefined;
  /** Where to begin reading instead of at the first record; it must hold (`positionHolds`). */
  readonly from?: JournalPosition | undefined;
  /** Called with each record read at opening, in order; the line is valid during the call only. */
  readonly onLine?: OnLine | undefined;
}

/** Makes an empty journal in an existing folder of a book. */
export function createJournal(disk: Disk, book: string): void {
  disk.makeFolder(journalFolder(book));
  disk.syncFolder(book);
}

/**
 * Opens a book's journal: verifies every record after `from`, puts an interrupted end in order where the lock is held,
 * and hands on each record. Damage does not throw: the journal opens read-only with the records before it.
 */
export function openJournal(disk: Disk, book: string, options: JournalOptions = {}): Journal {
  const { lock, from = journalStart, onLine = () => undefined } = options;
  const scan = scanJournal(disk, book, from, onLine);
  if (scan.damage) return new Journal(disk, book, scan.position, { kind: 'damaged', damage: scan.damage });
  if (!lock || !isBookLock(lock)) return new Journal(disk, book, scan.position, { kind: 'not-locked', refused: lock });
  try {
    return new Journal(disk, book, scan.position, undefined, recoverJournal(disk, book, scan));
  } catch (error) {
    return new Journal(disk, book, scan.position, { kind: 'write-failed', message: systemMessage(error) });
  }
}

/** An open journal; `position` is its end. */
export class Journal {
  position: JournalPosition;
  readOnlyBecause: ReadOnlyReason | undefined;
  /** What an interrupted append had left at the end, kept in a file of its own; to be told to the user. */
  readonly setAside: SetAside | undefined;
  readonly #disk: Disk;
  readonly #book: string;
  readonly #openedAt: number;
  #file: DiskFile | undefined;

  constructor(
    disk: Disk,
    book: string,
    position: JournalPosition,
    readOnlyBecause: ReadOnlyReason | undefined,
    setAside?: SetAside,
  ) {
    this.#disk = disk;
    this.#book = book;
    this.position = position;
    this.readOnlyBecause = readOnlyBecause;
    this.setAside = setAside;
    this.#openedAt = position.seq;
  }

  /**
   * Appends a record and answers it once it is on stable storage. Throws LedgerError where the journal is read-only or
   * the disk fails; after a failure the record may or may not be there, whole, when the book is opened again.
   */
  append(body: RecordBody): LedgerRecord {
    this.assertWritable();
    const fault = recordFault(body, this.position.seq + 1);
    if (fault !== undefined) throw new Error(`A record that must not be written: ${fault}.`);
    const prev = this.position.head;
    const text = recordText(body, prev);
    const hash = sha256(text);
    const bytes = Buffer.from(`${text},"hash":"${hash}"}\n`);
    const former = this.position.segment;
    const segment = segmentOf(body.at, former);
    const isNew = segment !== former;
    this.#tryWriting(() => this.#write(bytes, segment, isNew));
    const { line, end } = isNew ? journalStart : this.position;
    this.position = { seq: body.seq, head: hash, segment, line: line + 1, end: end + bytes.length };
    if (isNew && former !== '') this.#sealFormer(former);
    return { ...body, prev, hash };
  }

  /** Throws LedgerError where nothing can be appended: `readOnly`, `bookDamaged` or `writeFailed`. */
  assertWritable(): void {
    if (this.readOnlyBecause) throw notWritable(this.readOnlyBecause);
  }

  /**
   * Ends the use of the journal and marks its last record as acknowledged, as far as the disk takes the mark: it may lag
   * behind. The lock stays with its owner.
   */
  close(): void {
    const hasMore = !this.readOnlyBecause && this.position.seq > this.#openedAt;
    this.readOnlyBecause ??= { kind: 'not-locked' };
    try {
      if (this.#file !== undefined) this.#disk.close(this.#file);
      this.#file = undefined;
      if (hasMore) writeAcknowledged(this.#disk, this.#book, this.position);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  #write(bytes: Buffer, segment: string, isNew: boolean): void {
    const disk = this.#disk;
    if (isNew && this.#file !== undefined) {
      const former = this.#file;
      this.#file = undefined;
      disk.close(former);
    }
    const path = segmentPath(this.#book, segment);
    // A file that was moved away, deleted or put back by another program would take the record nowhere.
    if (!isNew) assertAsLeft(path, disk.facts(path)?.size, this.position.end);
    this.#file ??= disk.open(path, isNew ? 'create' : 'write');
    writeAll(disk, this.#file, bytes, isNew ? 0 : this.position.end);
    disk.sync(this.#file);
    if (isNew) disk.syncFolder(journalFolder(this.#book));
  }

  #tryWriting(write: () => void): void {
    try {
      write();
    } catch (error) {
      this.readOnlyBecause = { kind: 'write-failed', message: systemMessage(error) };
      throw notWritable(this.readOnlyBecause, error);
    }
  }

  /** The new record stands whatever becomes of the seal: a seal that fails only stops the appends after it. */
  #sealFormer(segment: string): void {
    try {
      sealSegment(this.#disk, this.#book, segment);
    } catch (error) {
      this.readOnlyBecause = { kind: 'write-failed', message: systemMessage(error) };
    }
  }
}

/** What breaks the invariants of a record that is to be number `seq` (rule L2); undefined where nothing does. */
export function recordFault(body: RecordBody, seq: number): string | undefined {
  if (body.seq !== seq) return `record ${body.seq} was given where record ${seq} belongs`;
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of body.post) {
    if (amount > largestMinor || amount < -largestMinor) return `a posting of ${amount} ${currency} is too large`;
    sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  }
  for (const [currency, sum] of sums) {
    if (sum !== 0n) return `the postings of the record sum to ${sum} ${currency}, not to zero`;
  }
  return undefined;
}

function notWritable(reason: ReadOnlyReason, cause?: unknown): LedgerError {
  const unchanged = 'Every record acknowledged before is kept; this one was not acknowledged.';
  switch (reason.kind) {
    case 'write-failed':
      return new LedgerError(
        {
          code: 'writeFailed',
          what: `The record could not be written to the journal: ${reason.message}.`,
          unchanged,
          next: 'Free the disk or correct its rights, then open the book again; it is verified first.',
        },
        cause,
      );
    case 'damaged':
      return new LedgerError({
        code: 'bookDamaged',
        what: `The book is damaged and open for reading only: ${reason.damage.what}.`,
        unchanged,
        next: 'Restore a backup, or salvage the undamaged records into a new book.',
      });
    case 'not-locked':
      return new LedgerError({ ...notLocked(reason.refused), unchanged });
  }
}

function notLocked(refused: LockRefusal | undefined): Omit<Refusal, 'unchanged'> {
  const closeThere = 'Close it where it is open for writing, then open it again.';
  if (!refused) return { code: 'readOnly', what: 'The book is open for reading only.', next: closeThere };
  if (refused.holder !== '') return { code: 'bookInUse', what: refused.what, next: closeThere };
  return {
    code: 'readOnly',
    what: refused.what,
    next: 'Free the disk or correct its rights, then open the book again.',
  };
}

/** Words a segment that is gone, or that another program has changed, as the system words such things. */
function assertAsLeft(path: string, size: number | undefined, end: number): void {
  if (size === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
  if (size !== end) throw new Error(`ESTALE: changed by another program, write '${path}'`);
}
