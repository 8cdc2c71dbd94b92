// What must hold of a book of real commands after any crash or failure: no acknowledged command is lost, what was half
// done is there whole or not at all, every import has its evidence, its lines can be made again, and giving the commands
// once more ends where they would have ended undisturbed, to the hash.
import assert from 'node:assert/strict';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import type { Command, OpenBook } from '../../electron/book/open-book.ts';
import { verifyBook } from '../../electron/book/verify-book.ts';
import { removeTree } from '../../electron/ledger/book-files.ts';
import type { Disk } from '../../electron/ledger/disk.ts';
import { journalStart, scanJournal } from '../../electron/ledger/scan.ts';
import { checkRecords } from './check-book.ts';
import { onlySynced } from './crash-images.ts';
import type { LedgerRecord } from '../../shared/book/record.ts';
import { give, totalOfFirst, withOpenBook } from './real-book.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book } from './small-book.ts';
import type { Promised } from './witness.ts';

/** What is given to the book, and what came of it where nothing disturbed it. */
export interface Course {
  readonly work: readonly Command[];
  /** What changes nothing when it is given after the work. */
  readonly idle: readonly Command[];
  /** The hash of the last record. */
  readonly ending: string;
  /** The version of the fold under which states are kept; '' keeps none. */
  readonly foldVersion: string;
}

/** Opens the book as a user would after the crash, gives the commands again, and holds all against what was promised. */
export async function checkRealBook(disk: SimulatedDisk, promised: Promised, course: Course): Promise<void> {
  checkRecords(recordsOf(disk), promised);
  await checkLinesMadeAgain(disk.fork());
  const head = await withOpenBook(disk, (open) => finish(open, course), course.foldVersion);
  const left = [...disk.tree.contents().keys()].filter((path) =>
    /^\/books\/Harbour\/(?!cache\/state).*\.tmp$/.test(path),
  );
  assert.deepEqual(left, [], 'what was left by work that came to no end is still there');
  assert.equal(head, course.ending, 'giving the commands again ends elsewhere');
  checkWhole(disk, head);
  checkWhole(new SimulatedDisk(onlySynced(disk.base, disk.log)), head);
}

/** The records that can be read; throws where the journal is damaged. */
function recordsOf(disk: Disk): LedgerRecord[] {
  const records: LedgerRecord[] = [];
  const { damage } = scanJournal(disk, book, journalStart, (line) => void records.push(line.parse()));
  assert.equal(damage, undefined, 'the journal is damaged');
  return records;
}

/** Gives all commands again: those that were recorded change nothing. */
async function finish(open: OpenBook, { work, idle }: Course): Promise<string> {
  for (const command of work) await give(open, command);
  const { head } = open;
  for (const command of idle) await give(open, command);
  assert.equal(open.head, head, 'what was done already was done again');
  for (const { run } of open.book.runs.values()) {
    const sum = run.charges.reduce((total, { amount }) => total + amount, 0n);
    assert.equal(sum, totalOfFirst, 'the charges do not add up to the bill');
  }
  return head;
}

/** The journal, the facts, the balances and the evidence hold, and the book ends where it must. */
function checkWhole(disk: SimulatedDisk, head: string): void {
  const { journal, differences } = verifyBook(book, {}, disk);
  assert.equal(journal.failure, undefined, `the book does not verify: ${journal.failure?.what}`);
  assert.deepEqual(differences, [], 'the book does not verify');
  assert.equal(journal.head, head, 'a command that was acknowledged after the crash was not on stable storage');
}

/** The lines of every recorded import, as they are after the crash and made from the evidence alone, are the same. */
async function checkLinesMadeAgain(disk: SimulatedDisk): Promise<void> {
  const found = await linesOf(disk);
  if (disk.facts(`${book}/lines`)) removeTree(disk, `${book}/lines`);
  assert.deepEqual(await linesOf(disk), found, 'the lines of an import are not those of its evidence');
}

/** The buckets of every import in the journal, read for looking only. */
export async function linesOf(disk: Disk): Promise<readonly unknown[]> {
  const { open, close } = openBookFolder(book, { disk });
  try {
    const imports = [...open.book.imports.values()];
    return await Promise.all(imports.map(async ({ fact }) => [...(await open.lines.of(fact)).buckets]));
  } finally {
    close();
  }
}
