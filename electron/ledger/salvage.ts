// Makes a new book of every undamaged record of a damaged one. Up to the first damage the new journal is the same to
// the byte; behind it the records keep their content and get new numbers and hashes, and new postings where those follow
// from a record that is lost; the report says so. The damaged book is only read.
import { dirname, join } from 'node:path';
import type { LedgerRecord } from '../../shared/book/record.ts';
import { listBookFiles, makeFoldersOf, removeLeftovers, removeTree, syncTree } from './book-files.ts';
import { copyBytes, type Disk, withFile } from './disk.ts';
import { replaceDurably, temporaryBeside, writeDurably } from './durable-file.ts';
import { createJournal, type Journal, openJournal, recordFault } from './journal.ts';
import { LedgerError } from './ledger-error.ts';
import { parseRecord, refuseNewer } from './line.ts';
import { isBookLock, lockBook } from './lock.ts';
import { sealJson } from './sealed-json.ts';
import { type FoundLine, walkInOrder } from './whole-lines.ts';

/** A line that could not be taken over, why, and its bytes (base64). */
export type LeftLine = {
  readonly segment: string;
  readonly line: number;
  readonly what: string;
  readonly bytes: string;
};

/** The number that a record had in the damaged book, and the one that it has now. */
type Numbers = { readonly before: number; readonly now: number };

/** What a salvage did: whose number is another now, and whose postings are. */
export type SalvageReport = {
  readonly from: string;
  readonly records: number;
  readonly renumbered: readonly Numbers[];
  readonly settledAnew: readonly Numbers[];
  readonly left: readonly LeftLine[];
};

/** Enters the facts of a record into the new book: its postings there, or why it cannot be, one that it builds on being lost. */
export type EnterAnew = (record: LedgerRecord) => Entered | string;

/** The postings of a record; `isAsBefore` where they are those that it states. */
export interface Entered {
  readonly post: LedgerRecord['post'];
  readonly isAsBefore: boolean;
}

const asItStands: EnterAnew = ({ post }) => ({ post, isAsBefore: true });

export const salvageReportName = 'salvage.json';

/**
 * Writes the new book into a folder that does not exist yet, with the report as `salvage.json` in it. The other files of
 * the book (evidence, documents, cover) are copied as they are.
 */
export function salvageBook(disk: Disk, book: string, to: string, enter: EnterAnew = asItStands): SalvageReport {
  if (disk.facts(to)) throw exists(to);
  removeLeftovers(disk, to);
  const temporary = temporaryBeside(to);
  disk.makeFolder(temporary);
  try {
    copyFiles(disk, book, temporary);
    const report = salvageJournal(disk, book, temporary, enter);
    writeDurably(disk, join(temporary, salvageReportName), sealJson(report));
    syncTree(disk, temporary);
    disk.rename(temporary, to);
    disk.syncFolder(dirname(to));
    return report;
  } catch (error) {
    if (disk.facts(temporary)) removeTree(disk, temporary);
    throw error;
  }
}

function copyFiles(disk: Disk, book: string, to: string): void {
  for (const path of listBookFiles(disk, book).filter((name) => !name.startsWith('journal/'))) {
    makeFoldersOf(disk, to, path);
    withFile(disk, join(book, path), 'read', (source) =>
      replaceDurably(disk, join(to, path), (target) => void copyBytes(disk, source, target, Infinity)),
    );
  }
}

function salvageJournal(disk: Disk, book: string, to: string, enter: EnterAnew): SalvageReport {
  createJournal(disk, to);
  const lock = lockBook(disk, to, { holder: 'salvaging a book', since: '' });
  if (!isBookLock(lock)) throw exists(to);
  try {
    const journal = openJournal(disk, to, { lock });
    const renumbered: Numbers[] = [];
    const settledAnew: Numbers[] = [];
    const left: LeftLine[] = [];
    let last = 0;
    walkInOrder(disk, book, (found) => {
      const taken = takeOver(journal, found, last, enter);
      if (typeof taken === 'string') return void left.push(leave(found, taken));
      const numbers = { before: taken.seq, now: journal.position.seq };
      if (numbers.before !== numbers.now) renumbered.push(numbers);
      if (!taken.isAsBefore) settledAnew.push(numbers);
      last = taken.seq;
    });
    journal.close();
    return { from: book, records: journal.position.seq, renumbered, settledAnew, left };
  } finally {
    lock.release();
  }
}

/** Appends the record of a line; answers the number it had and whether its postings stayed, or why it was left. */
function takeOver(
  journal: Journal,
  found: FoundLine,
  last: number,
  enter: EnterAnew,
): { readonly seq: number; readonly isAsBefore: boolean } | string {
  if (!found.hash) return 'its bytes were changed';
  refuseNewer(found.bytes);
  const { prev: _prev, hash: _hash, ...record } = parseRecord(found.bytes.toString('utf8'));
  if (record.seq <= last) return `record ${record.seq} was taken over before`;
  const body = { ...record, seq: journal.position.seq + 1 };
  const fault = recordFault(body, body.seq);
  if (fault !== undefined) return fault;
  const entered = enter({ ...body, prev: _prev, hash: _hash });
  if (typeof entered === 'string') return entered;
  journal.append({ ...body, post: entered.post });
  return { seq: record.seq, isAsBefore: entered.isAsBefore };
}

function leave({ segment, line, bytes }: FoundLine, what: string): LeftLine {
  return { segment, line, what, bytes: bytes.toString('base64') };
}

function exists(to: string): LedgerError {
  return new LedgerError({
    code: 'folderExists',
    what: `${to} exists already.`,
    unchanged: 'Nothing was salvaged and nothing overwritten.',
    next: 'Name a folder that does not exist yet.',
  });
}
