// Flips single bits of every file of a small book and of its backup: each must be found and located, or be in a file
// that is only a cache and is then not read.
import assert from 'node:assert/strict';
import { readArchive } from '../../electron/ledger/backup-archive.ts';
import { backUp } from '../../electron/ledger/backup.ts';
import { readCover } from '../../electron/ledger/cover.ts';
import { type Disk, withFile, writeAll } from '../../electron/ledger/disk.ts';
import { openJournal } from '../../electron/ledger/journal.ts';
import { isBookLock, lockBook } from '../../electron/ledger/lock.ts';
import { readSnapshot, writeSnapshot } from '../../electron/ledger/snapshot.ts';
import { verifyJournal } from '../../electron/ledger/verify-journal.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book, makeBookOf, withJournal } from './small-book.ts';

const made = '2026-11-22T14:30:00.000Z';
const backup = '/books/backup.zip';
const records = 5;

/** What must be seen of a flipped bit, by the place of the file that holds it; `line` counts from 1. */
export type Check = (disk: SimulatedDisk, path: string, line: number) => void | Promise<void>;

const checks: readonly (readonly [RegExp, Check])[] = [
  [/\.jsonl$/, checkSegment],
  [/\.sha256$/, checkSeal],
  [/acknowledged\.json$/, checkMark],
  [/\.purser$/, (disk) => assert.equal(readCover(disk, book), undefined)],
  [/snapshot\.json$/, (disk) => assert.equal(readSnapshot(disk, book, '1'), undefined)],
  [/\.zip$/, checkBackup],
];

/** Flips every bit of the book, and every `backupStride`-th of its backup; answers how many of each file. */
export async function runFlips(backupStride: number): Promise<ReadonlyMap<string, number>> {
  const disk = new SimulatedDisk();
  makeBookOf(disk, records);
  withJournal(disk, ({ position }) => writeSnapshot(disk, book, { stateVersion: '1', position, state: { records } }));
  await backUp(disk, book, backup, made);
  const counts = new Map<string, number>();
  for (const [path, bytes] of disk.tree.contents()) {
    const check = checks.find(([pattern]) => pattern.test(path))?.[1];
    if (!bytes || !check) continue;
    counts.set(path, await flipEach(disk, path, path === backup ? backupStride : 1, check));
  }
  return counts;
}

/** Flips every `stride`-th bit of a file, each on a disk of its own, and checks it; answers how many. */
export async function flipEach(disk: SimulatedDisk, path: string, stride: number, check: Check): Promise<number> {
  const bytes = disk.tree.contents().get(path)!;
  let flips = 0;
  for (let bit = 0; bit < bytes.length * 8; bit += stride) {
    await runFlip(disk.fork(), path, bytes, bit, check);
    flips += 1;
  }
  return flips;
}

async function runFlip(disk: SimulatedDisk, path: string, bytes: Buffer, bit: number, check: Check): Promise<void> {
  const changed = Buffer.of(bytes[bit >> 3]! ^ (1 << (bit & 7)));
  withFile(disk, path, 'write', (file) => writeAll(disk, file, changed, bit >> 3));
  const line = bytes
    .subarray(0, bit >> 3)
    .toString('latin1')
    .split('\n').length;
  try {
    await check(disk, path, line);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${path}, bit ${bit} flipped: ${words}`, { cause: error });
  }
}

function monthOf(path: string): string {
  return /(\d{4}-\d{2})\.\w+$/.exec(path)?.[1] ?? '';
}

function checkSegment(disk: SimulatedDisk, path: string, line: number): void {
  const { failure } = verifyJournal(disk, book);
  assert.deepEqual([failure?.segment, failure?.line], [monthOf(path), line], `found elsewhere: ${failure?.what}`);
  assert.equal(readOnlyReason(disk), 'damaged', 'a damaged record was taken for a torn tail');
  const isLast = path.endsWith('2026-10.jsonl') && line === 2;
  disk.unlink(`${book}/journal/acknowledged.json`);
  if (!isLast) assert.equal(readOnlyReason(disk), 'damaged', 'acknowledged records were taken for a torn tail');
}

function readOnlyReason(disk: Disk): string | undefined {
  const lock = lockBook(disk, book, { holder: 'the laboratory', since: '' });
  assert.ok(isBookLock(lock), 'the lock is not free');
  const journal = openJournal(disk, book, { lock });
  journal.close();
  lock.release();
  return journal.position.seq === records ? undefined : journal.readOnlyBecause?.kind;
}

function checkSeal(disk: SimulatedDisk, path: string): void {
  const { failure } = verifyJournal(disk, book);
  assert.equal(failure?.segment, monthOf(path));
  assert.match(failure?.what ?? '', /seal/);
}

function checkMark(disk: SimulatedDisk): void {
  assert.match(verifyJournal(disk, book).failure?.what ?? '', /acknowledged\.json is damaged/);
}

/** A few bits of a zip carry nothing, such as times; then everything that was backed up must still be proven. */
async function checkBackup(disk: SimulatedDisk): Promise<void> {
  try {
    assert.equal((await readArchive(disk, backup)).records, records);
  } catch (error) {
    assert.match(error instanceof Error ? error.message : '', /backup cannot be used/);
  }
}
