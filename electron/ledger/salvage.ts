// Makes a new book of every undamaged record of a damaged one. Up to the first damage the new journal is the same to
// the byte; behind it the records keep their content and get new numbers and hashes, and the report says so. The
// damaged book is only read.
import { dirname, join } from 'node:path';
import type { LedgerRecord } from '../../shared/book/record.ts';
import { listBookFiles, makeFoldersOf, removeTree, syncTree } from './book-files.ts';
import { copyBytes, type Disk, withFile } from './disk.ts';
import { replaceDurably, temporaryBeside, writeDurably } from './durable-file.ts';
import { createJournal, type Journal, openJournal, recordFault } from './journal.ts';
import { LedgerError } from './ledger-error.ts';
import { parseRecord } from './line.ts';
import { isBookLock, lockBook } from './lock.ts';
import { sealJson } from './sealed-json.ts';
import { type FoundLine, walkLines } from './whole-lines.ts';

/** A line that could not be taken over, why, and its bytes (base64). */
export type LeftLine = {
  readonly segment: string;
  readonly line: number;
  readonly what: string;
  readonly bytes: string;
};

/** What a salvage did; `renumbered` says which number a record had before, where it has another now. */
export type SalvageReport = {
  readonly from: string;
  readonly records: number;
  readonly renumbered: readonly { readonly before: number; readonly now: number }[];
  readonly left: readonly LeftLine[];
};

/** Says what is wrong with a record where the fold cannot take it, since one that it builds on is lost. */
export type AcceptRecord = (record: LedgerRecord) => string | undefined;

export const salvageReportName = 'salvage.json';

/**
 * Writes the new book into a folder that does not exist yet, with the report as `salvage.json` in it. The other files of
 * the book (evidence, documents, cover) are copied as they are.
 */
export function salvageBook(disk: Disk, book: string, to: string, accept?: AcceptRecord): SalvageReport {
  if (disk.facts(to)) throw exists(to);
  const temporary = temporaryBeside(to);
  disk.makeFolder(temporary);
  try {
    copyFiles(disk, book, temporary);
    const report = salvageJournal(disk, book, temporary, accept);
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

function salvageJournal(disk: Disk, book: string, to: string, accept: AcceptRecord = () => undefined): SalvageReport {
  createJournal(disk, to);
  const lock = lockBook(disk, to, { holder: 'salvaging a book', since: '' });
  if (!isBookLock(lock)) throw exists(to);
  try {
    const journal = openJournal(disk, to, { lock });
    const renumbered: { before: number; now: number }[] = [];
    const left: LeftLine[] = [];
    let last = 0;
    walkLines(disk, book, (found) => {
      const taken = takeOver(journal, found, last, accept);
      if (typeof taken === 'string') return void left.push(leave(found, taken));
      if (taken !== journal.position.seq) renumbered.push({ before: taken, now: journal.position.seq });
      last = taken;
    });
    journal.close();
    return { from: book, records: journal.position.seq, renumbered, left };
  } finally {
    lock.release();
  }
}

/** Appends the record of a line; answers the number it had, or why it was left. */
function takeOver(journal: Journal, found: FoundLine, last: number, accept: AcceptRecord): number | string {
  if (!found.hash) return 'its bytes were changed';
  const { prev: _prev, hash: _hash, ...record } = parseRecord(found.bytes.toString('utf8'));
  if (record.seq <= last) return `record ${record.seq} was taken over before`;
  const body = { ...record, seq: journal.position.seq + 1 };
  const refused = recordFault(body, body.seq) ?? accept({ ...body, prev: _prev, hash: _hash });
  if (refused !== undefined) return refused;
  journal.append(body);
  return record.seq;
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
