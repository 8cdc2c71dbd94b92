// Verifying in parts says the same as verifying in one go, and nothing where the parts do not meet.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJournal, openJournal } from './journal.ts';
import { checkPart, joinParts, splitJournal } from './journal-part.ts';
import { isBookLock, lockBook } from './lock.ts';
import { nodeDisk } from './node-disk.ts';
import { verifyJournal } from './verify-journal.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purser-parts-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A book with so many records a month, in four months; the amounts tell books apart. */
function makeBook(name: string, perMonth: number, factor = 1n): string {
  const book = join(folder, name);
  mkdirSync(book);
  createJournal(nodeDisk, book);
  const lock = lockBook(nodeDisk, book, { holder: 'Ana', since: '' });
  if (!isBookLock(lock)) throw new Error(lock.what);
  const journal = openJournal(nodeDisk, book, { lock });
  for (let seq = 1; seq <= perMonth * 4; seq += 1) {
    const at = `2026-0${1 + Math.floor((seq - 1) / perMonth)}-05T08:00:00.000Z`;
    const post = [
      { position: 'bank:海港', amount: -BigInt(seq) * factor, currency: 'CNY' },
      { position: `cash:${seq % 3}`, amount: BigInt(seq) * factor, currency: 'CNY' },
    ];
    journal.append({ v: 1, seq, at, by: '', desk: '', kind: 'fundsMoved', key: `k${seq}`, data: {}, post });
  }
  journal.close();
  lock.release();
  return book;
}

function checkInParts(book: string) {
  const parts = splitJournal(nodeDisk, book);
  return { count: parts.length, joined: joinParts(parts.map((part) => checkPart(nodeDisk, book, part))) };
}

test('the parts together say what one go says', () => {
  const book = makeBook('book', 5);
  const { records, head, sums } = verifyJournal(nodeDisk, book);
  const { count, joined } = checkInParts(book);
  expect(count).toBe(2);
  expect(joined?.position).toMatchObject({ seq: records, head });
  const byName = (list: typeof sums) => new Map(list.map((sum) => [sum.position, sum.amount]));
  expect(byName(joined?.sums ?? [])).toEqual(byName(sums));
});

test('parts of different journals do not meet, though each is sound in itself', () => {
  const book = makeBook('book', 5);
  const other = makeBook('other', 5, 2n);
  const last = 'journal/2026-04.jsonl';
  writeFileSync(join(book, last), readFileSync(join(other, last)));
  rmSync(join(book, 'journal/acknowledged.json'));
  const parts = splitJournal(nodeDisk, book).map((part) => checkPart(nodeDisk, book, part));
  expect(parts.map((part) => part.isSound)).toEqual([true, true]);
  expect(joinParts(parts)).toBeUndefined();
  expect(verifyJournal(nodeDisk, book).failure).toMatchObject({ segment: '2026-04', line: 1 });
});

test('damage in any part leaves the word to the verification in one go', () => {
  const book = makeBook('book', 2);
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) {
    const path = join(book, `journal/${month}.jsonl`);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.from(bytes.toString('latin1').replace('bank', 'bamk'), 'latin1'));
    expect(checkInParts(book).joined).toBeUndefined();
    writeFileSync(path, bytes);
  }
  expect(checkInParts(book).joined).toBeDefined();
});

test('a journal of one segment, or of none, is one part', () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  createJournal(nodeDisk, empty);
  expect(checkInParts(empty)).toMatchObject({ count: 1, joined: { position: { seq: 0 } } });
});
