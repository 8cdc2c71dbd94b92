// A journal that grows is seen as it stood: neither later records nor later segments, seals and marks are there yet.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createJournal, openJournal, type Journal } from './journal.ts';
import { diskAsOf } from './journal-view.ts';
import { isBookLock, lockBook, type BookLock } from './lock.ts';
import { nodeDisk } from './node-disk.ts';
import { verifyJournal } from './verify-journal.ts';

let book: string;
let lock: BookLock;
let journal: Journal;

beforeEach(() => {
  book = mkdtempSync(join(tmpdir(), 'purser-view-'));
  createJournal(nodeDisk, book);
  lock = lockBook(nodeDisk, book, { holder: 'test', since: '' }) as BookLock;
  expect(isBookLock(lock)).toBe(true);
  journal = openJournal(nodeDisk, book, { lock });
});
afterEach(() => {
  journal.close();
  lock.release();
  rmSync(book, { recursive: true });
});

function append(month: string): void {
  const seq = journal.position.seq + 1;
  const at = `${month}-05T00:00:00.000Z`;
  journal.append({ v: 1, seq, at, by: 'x', desk: '', kind: 'bookCreated', key: `k${seq}`, data: {}, post: [] });
}

test('records, a segment, a seal and a mark that came later are not there yet', () => {
  append('2026-09');
  append('2026-09');
  const { position } = journal;
  for (const month of ['2026-09', '2026-10', '2026-11']) append(month);
  journal.close();
  const then = verifyJournal(diskAsOf(nodeDisk, book, position), book);
  expect(then).toMatchObject({ records: 2, head: position.head });
  expect(then.failure).toBeUndefined();
  expect(verifyJournal(nodeDisk, book).records).toBe(5);
});

test('an empty journal that has grown since is seen empty', () => {
  const { position } = journal;
  append('2026-09');
  expect(verifyJournal(diskAsOf(nodeDisk, book, position), book)).toMatchObject({ records: 0 });
});
