// The whole program on real broken disks: full, read-only, taken away. Each time a clear message, the rest readable, and
// work that goes on once the cause is gone.
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyBook } from '../../electron/book/verify-book.ts';
import { expectClear, makeBook, manyTopUps, topUp, ways, writeBill } from './book-on-disk.ts';
import { canMount, SmallDisk, TakenFolder } from './mounts.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'purser-disks-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function newDisk(): SmallDisk {
  const disk = new SmallDisk(512);
  onTestFinished(() => disk.remove());
  return disk;
}

/** Writes until the disk takes no more; answers how to make room again. */
function fill(folder: string): () => void {
  const path = join(folder, 'filler');
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    expect((error as { code?: string }).code).toBe('ENOSPC');
  } finally {
    closeSync(file);
  }
  return () => rmSync(path);
}

function expectWhole(book: string, records: number): void {
  const { journal, differences } = verifyBook(book, {});
  expect([journal.records, journal.failure, differences]).toEqual([records, undefined, []]);
}

describe.skipIf(!canMount).each(ways)('%s', (_, reach) => {
  test('a full disk', async () => {
    const { path } = newDisk();
    const book = join(path, 'book');
    await makeBook(book);
    const reached = await reach(book);
    onTestFinished(() => reached.end());
    expect(await reached.give('first', 'topUp', topUp('5.00'))).toBe('done');
    const before = await reached.balances();
    const makeRoom = fill(path);
    expectClear(await reached.give('many', 'enterFunds', manyTopUps()), /^writeFailed$/, /ENOSPC/);
    expect(await reached.balances()).toBe(before);
    makeRoom();
    await reached.openAgain();
    expect(await reached.balances()).toBe(before);
    expect(await reached.give('many', 'enterFunds', manyTopUps())).toBe('done');
    await reached.openAgain();
    expectWhole(book, 4);
    expect(await reached.balances()).toContain('405.00');
  });

  test('a disk too full for a bill', async () => {
    const { path } = newDisk();
    const book = join(path, 'book');
    await makeBook(book);
    const reached = await reach(book);
    onTestFinished(() => reached.end());
    const makeRoom = fill(path);
    const input = { paths: [writeBill(newFolder(), 300)] };
    expectClear(await reached.give('bill', 'importBills', input), /^systemError$/, /^The disk is full: ENOSPC/);
    makeRoom();
    expect(readdirSync(join(book, 'evidence'))).toEqual([]);
    expect(await reached.give('bill', 'importBills', input)).toBe('done');
    await reached.openAgain();
    expectWhole(book, 3);
  });

  test('a read-only disk', async () => {
    const disk = newDisk();
    const book = join(disk.path, 'book');
    await makeBook(book);
    const reached = await reach(book);
    onTestFinished(() => reached.end());
    disk.remount('ro');
    const before = await reached.balances();
    expectClear(await reached.give('first', 'topUp', topUp('5.00')), /^(readOnly|writeFailed)$/, /EROFS/);
    await reached.openAgain();
    expectClear(await reached.give('first', 'topUp', topUp('5.00')), /^readOnly$/, /EROFS/);
    expect(await reached.balances()).toBe(before);
    disk.remount('rw');
    await reached.openAgain();
    expect(await reached.give('first', 'topUp', topUp('5.00'))).toBe('done');
    await reached.openAgain();
    expectWhole(book, 3);
  });
});

/** The ways in which a book's folder can be gone, and back. */
const losses: readonly (readonly [string, (folder: string) => Loss])[] = [
  ['renamed', renamed],
  ...(canMount ? [['unmounted', unmounted] as const] : []),
];

interface Loss {
  /** Where the folder of the book is, while it is there. */
  readonly place: string;
  takeAway(): void;
  putBack(): void;
}

function renamed(folder: string): Loss {
  const [place, elsewhere] = [join(folder, 'here'), join(folder, 'elsewhere')];
  mkdirSync(place);
  return { place, takeAway: () => renameSync(place, elsewhere), putBack: () => renameSync(elsewhere, place) };
}

function unmounted(folder: string): Loss {
  const taken = new TakenFolder(folder);
  onTestFinished(() => taken.remove());
  return taken;
}

describe.each(ways)('%s', (_, reach) => {
  test.each(losses)('a book whose folder is %s while it is open', async (_how, lose) => {
    const loss = lose(newFolder());
    const book = join(loss.place, 'book');
    await makeBook(book);
    const reached = await reach(book);
    onTestFinished(() => reached.end());
    expect(await reached.give('first', 'topUp', topUp('5.00'))).toBe('done');
    loss.takeAway();
    expectClear(
      await reached.give('second', 'topUp', topUp('6.00')),
      /^(noBook|writeFailed)$/,
      /no book|no such file/i,
    );
    loss.putBack();
    await reached.openAgain();
    expect(await reached.balances()).toContain('5.00');
    expect(await reached.give('second', 'topUp', topUp('6.00'))).toBe('done');
    await reached.openAgain();
    expectWhole(book, 4);
  });
});

test('a book open in a window answers what it knows while its folder is away', async () => {
  const loss = renamed(newFolder());
  const book = join(loss.place, 'book');
  await makeBook(book);
  const reached = await ways[1]![1](book);
  onTestFinished(() => reached.end());
  const before = await reached.balances();
  loss.takeAway();
  expect(await reached.balances()).toBe(before);
  const input = { paths: [writeBill(newFolder(), 3)] };
  expectClear(await reached.give('bill', 'importBills', input), /^systemError$/, /^The file or folder is not there/);
  loss.putBack();
  expect(await reached.give('bill', 'importBills', input)).toBe('done');
});
