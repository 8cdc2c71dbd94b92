// The journal on the real disk: segments, seals, torn tails, damage, and the lock.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LedgerRecord, RecordBody } from '../../shared/book/record.ts';
import { noHash } from '../../shared/book/record.ts';
import { createJournal, type Journal, openJournal } from './journal.ts';
import { type BookLock, isBookLock, lockBook } from './lock.ts';
import { nodeDisk } from './node-disk.ts';
import { positionHolds } from './position.ts';
import { sealText } from './segment.ts';
import { sha256 } from './sha256.ts';

let book: string;
let lock: BookLock;

beforeEach(() => {
  book = mkdtempSync(join(tmpdir(), 'purser-journal-'));
  createJournal(nodeDisk, book);
  const answer = lockBook(nodeDisk, book, { holder: 'Ana', since: '2026-10-01T08:00:00Z' });
  if (!isBookLock(answer)) throw new Error('the lock of a new book was not free');
  lock = answer;
});

afterEach(() => {
  lock.release();
  rmSync(book, { recursive: true });
});

function topUp(seq: number, at = '2026-10-05T08:00:00.000Z'): RecordBody {
  const post = [
    { position: 'bank:海港', amount: -100n, currency: 'CNY' },
    { position: 'cash:tencent:1:海港', amount: 100n, currency: 'CNY' },
  ];
  return {
    v: 1,
    seq,
    at,
    by: 'Ana',
    desk: '',
    kind: 'fundsMoved',
    key: `k${seq}`,
    data: { note: 'top-up 充值' },
    post,
  };
}

function reopen(records: LedgerRecord[] = []): Journal {
  return openJournal(nodeDisk, book, {
    lock,
    onLine: (line) => {
      records.push(line.parse());
      return undefined;
    },
  });
}

function readAll(): LedgerRecord[] {
  const records: LedgerRecord[] = [];
  const journal = reopen(records);
  expect(journal.readOnlyBecause).toBeUndefined();
  journal.close();
  return records;
}

const october = () => join(book, 'journal/2026-10.jsonl');

test('what was appended is read back in order, chained from 64 zeros', () => {
  const journal = reopen();
  const first = journal.append(topUp(1));
  const second = journal.append(topUp(2));
  journal.close();
  expect(first.prev).toBe(noHash);
  expect(second.prev).toBe(first.hash);
  expect(readAll()).toEqual([first, second]);
});

test('a segment is the month of entry, never earlier than the one before, and sealed when the next begins', () => {
  const journal = reopen();
  journal.append(topUp(1, '2026-10-31T23:59:59.999Z'));
  journal.append(topUp(2, '2026-11-01T00:00:00.000Z'));
  journal.append(topUp(3, '2026-10-31T23:00:00.000Z'));
  journal.close();
  const names = readdirSync(join(book, 'journal'));
  expect(names).toEqual(['2026-10.jsonl', '2026-10.sha256', '2026-11.jsonl', 'acknowledged.json']);
  expect(readFileSync(join(book, 'journal/2026-10.sha256'), 'utf8')).toBe(sealText(nodeDisk, book, '2026-10'));
  expect(readAll().map((record) => record.seq)).toEqual([1, 2, 3]);
});

test('a torn tail is set aside in a file of its own, and the next record follows the last whole one', () => {
  const journal = reopen();
  journal.append(topUp(1));
  journal.close();
  appendFileSync(october(), '{"v":1,"seq":2,"at":"2026-10-0');
  const again = reopen();
  expect(again.setAside).toMatchObject({ segment: '2026-10', bytes: 30 });
  expect(readFileSync(again.setAside!.file, 'utf8')).toBe('{"v":1,"seq":2,"at":"2026-10-0');
  again.append(topUp(2));
  again.close();
  expect(readAll()).toHaveLength(2);
});

test('a complete line that was changed is damage, located, and the book opens for reading with what is before it', () => {
  const journal = reopen();
  for (const seq of [1, 2, 3]) journal.append(topUp(seq));
  journal.close();
  writeFileSync(october(), readFileSync(october(), 'utf8').replace('"key":"k2"', '"key":"k9"'));
  const damaged = reopen();
  expect(damaged.position.seq).toBe(1);
  expect(damaged.readOnlyBecause).toMatchObject({
    kind: 'damaged',
    damage: { segment: '2026-10', line: 2, record: 2 },
  });
  expect(() => damaged.append(topUp(2))).toThrow('is damaged');
});

test('a record that was changed and given a hash of its own is found by the one after it', () => {
  const journal = reopen();
  for (const seq of [1, 2, 3]) journal.append(topUp(seq));
  journal.close();
  const lines = readFileSync(october(), 'utf8').split('\n');
  const text = lines[1]!.slice(0, lines[1]!.lastIndexOf(',"hash":')).replace('"k2"', '"k9"');
  writeFileSync(october(), [lines[0], `${text},"hash":"${sha256(text)}"}`, lines[2], ''].join('\n'));
  expect(reopen().readOnlyBecause).toMatchObject({
    damage: { line: 3, what: expect.stringContaining('its prev is not') },
  });
});

test('lines in another order, or missing, are damage', () => {
  const journal = reopen();
  for (const seq of [1, 2, 3]) journal.append(topUp(seq));
  journal.close();
  const [first, second, third] = readFileSync(october(), 'utf8').split('\n');
  writeFileSync(october(), [second, first, third, ''].join('\n'));
  expect(reopen().readOnlyBecause).toMatchObject({
    damage: { line: 1, what: 'record 2 stands where record 1 belongs' },
  });
  writeFileSync(october(), [first, third, ''].join('\n'));
  expect(reopen().readOnlyBecause).toMatchObject({
    damage: { line: 2, what: 'record 3 stands where record 2 belongs' },
  });
  rmSync(october());
  expect(reopen().readOnlyBecause).toMatchObject({ damage: { line: 1, what: expect.stringContaining('ends here') } });
});

test('the last record of a book that was closed cannot be mistaken for a torn tail', () => {
  const journal = reopen();
  for (const seq of [1, 2]) journal.append(topUp(seq));
  journal.close();
  const bytes = readFileSync(october());
  for (const cut of [1, 40, bytes.length / 2, bytes.length]) {
    writeFileSync(october(), bytes.subarray(0, bytes.length - cut));
    expect(reopen().readOnlyBecause).toMatchObject({ kind: 'damaged' });
  }
});

test('a journal that was not closed in order loses nothing', () => {
  const journal = reopen();
  journal.append(topUp(1));
  expect(readAll()).toHaveLength(1);
});

test('reading may begin at a position that holds', () => {
  const journal = reopen();
  for (const seq of [1, 2, 3]) journal.append(topUp(seq));
  const from = journal.position;
  journal.append(topUp(4));
  journal.close();
  expect(positionHolds(nodeDisk, book, from)).toBe(true);
  expect(positionHolds(nodeDisk, book, { ...from, seq: 2 })).toBe(false);
  expect(positionHolds(nodeDisk, book, { ...from, end: from.end + 1 })).toBe(false);
  const seen: number[] = [];
  openJournal(nodeDisk, book, { from, onLine: (line) => void seen.push(line.seq) });
  expect(seen).toEqual([4]);
});

test('a fold may refuse a record, and the book opens for reading with what is before it', () => {
  const journal = reopen();
  for (const seq of [1, 2]) journal.append(topUp(seq));
  journal.close();
  const refusing = openJournal(nodeDisk, book, {
    lock,
    onLine: (line) => (line.seq === 2 ? 'no such account' : undefined),
  });
  expect(refusing.position.seq).toBe(1);
  expect(refusing.readOnlyBecause).toMatchObject({ damage: { line: 2, record: 2, what: 'no such account' } });
});

test('without the lock nothing can be appended', () => {
  expect(() => openJournal(nodeDisk, book).append(topUp(1))).toThrow('reading only');
});

test('a record whose postings do not sum to zero, or out of turn, never reaches the disk', () => {
  const journal = reopen();
  expect(() => journal.append(topUp(2))).toThrow('where record 1 belongs');
  expect(() => journal.append({ ...topUp(1), post: topUp(1).post.slice(1) })).toThrow('sum to 100 CNY');
  journal.append(topUp(1));
  journal.close();
  expect(readAll()).toHaveLength(1);
});

test('a second opener is told who writes; a released lock is free', () => {
  expect(lockBook(nodeDisk, book, { holder: 'Ben', since: '' })).toEqual({
    holder: 'Ana',
    since: '2026-10-01T08:00:00Z',
    what: 'The book is open for writing: Ana, since 2026-10-01T08:00:00Z.',
  });
  lock.release();
  const answer = lockBook(nodeDisk, book, { holder: 'Ben', since: '2026-10-02T08:00:00Z' });
  expect(isBookLock(answer)).toBe(true);
  if (isBookLock(answer)) lock = answer;
});
