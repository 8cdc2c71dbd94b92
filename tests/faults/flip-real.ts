// Flips single bits of every file of a book made by real commands, evidence and caches among them: each is found by the
// verification and named, or shown to do no harm, since what it struck is made again from the rest.
import assert from 'node:assert/strict';
import { verifyBook } from '../../electron/book/verify-book.ts';
import { keepState } from '../../electron/book/book-snapshot.ts';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import { type Disk, readFile } from '../../electron/ledger/disk.ts';
import { linesOf } from './check-real-book.ts';
import { flipEach } from './flip-run.ts';
import { commands, makeRealBook, withOpenBook } from './real-book.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book } from './small-book.ts';

const foldVersion = 'laboratory';

/** Flips every `stride`-th bit of each file; answers how many by file, their names shortened. */
export async function runRealFlips(stride: number): Promise<ReadonlyMap<string, number>> {
  const made = new SimulatedDisk();
  await makeRealBook(made, [commands.importBoth, { ...commands.run, now: '2026-12-01T08:00:00.000Z' }]);
  await withOpenBook(made, (open) => {
    keepState(made, book, foldVersion, { book: open.book, position: open.journal.position });
  });
  const disk = made.fork();
  const sound = { lines: await linesOf(disk), state: stateOf(disk), cover: coverOf(disk) };
  const counts = new Map<string, number>();
  for (const [path, bytes] of disk.tree.contents()) {
    if (!bytes || !path.startsWith(`${book}/`)) continue;
    const check = (flipped: SimulatedDisk, _: string, line: number) =>
      checkFlip(flipped, path.slice(book.length + 1), line, sound);
    const bits = await flipEach(disk, path, stride, check);
    const kind = path.slice(book.length + 1).replaceAll(/[0-9a-f]{16,}/g, '…');
    if (bits > 0) counts.set(kind, (counts.get(kind) ?? 0) + bits);
  }
  return counts;
}

interface Sound {
  readonly lines: readonly unknown[];
  readonly state: unknown;
  readonly cover: string | undefined;
}

async function checkFlip(disk: SimulatedDisk, path: string, line: number, sound: Sound): Promise<void> {
  if (path.startsWith('journal/')) return checkFound(disk, path.slice('journal/'.length), line);
  if (path.startsWith('evidence/')) return checkEvidence(disk);
  checkHolds(disk);
  if (path.startsWith('lines/')) assert.deepEqual(await linesOf(disk), sound.lines, 'other lines were taken');
  else if (path.startsWith('cache/')) assert.deepEqual(stateOf(disk), sound.state, 'another state was taken');
  else await withOpenBook(disk, () => assert.equal(coverOf(disk), sound.cover, 'the cover was not written again'));
}

function checkFound(disk: Disk, file: string, line: number): void {
  const { failure } = verifyBook(book, {}, disk).journal;
  assert.ok(failure, 'not found');
  if (file.endsWith('.jsonl')) assert.deepEqual([`${failure.segment}.jsonl`, failure.line], [file, line], failure.what);
  else assert.ok(failure.what.includes(file), `found elsewhere: ${failure.what}`);
}

function checkEvidence(disk: Disk): void {
  const { journal, differences } = verifyBook(book, {}, disk);
  assert.equal(journal.failure, undefined);
  assert.equal(differences.length, 1, 'not found');
  assert.match(differences[0]!, /^the evidence of (first|second)\.csv is not the file that was imported$/);
}

function checkHolds(disk: Disk): void {
  const { journal, differences } = verifyBook(book, {}, disk);
  assert.deepEqual([journal.failure, differences], [undefined, []], 'what can be made again was taken for damage');
}

function stateOf(disk: Disk): unknown {
  const { open, close } = openBookFolder(book, { disk, foldVersion });
  close();
  return structuredClone(open.book);
}

function coverOf(disk: Disk): string | undefined {
  const name = disk.list(book).find((entry) => entry.endsWith('.purser'));
  return name === undefined ? undefined : readFile(disk, `${book}/${name}`)?.toString('utf8');
}
