// The files that prove themselves (cover, snapshot): read back whole or not at all.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCover, writeCover } from './cover.ts';
import { createJournal, openJournal } from './journal.ts';
import { isBookLock, lockBook } from './lock.ts';
import { nodeDisk } from './node-disk.ts';
import type { JournalPosition } from './scan.ts';
import { sealJson, unsealJson } from './sealed-json.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';

let book: string;

beforeEach(() => {
  book = mkdtempSync(join(tmpdir(), 'purser-book-'));
});

afterEach(() => rmSync(book, { recursive: true }));

function bookOfOneRecord(): JournalPosition {
  createJournal(nodeDisk, book);
  const lock = lockBook(nodeDisk, book, { holder: 'Ana', since: '' });
  if (!isBookLock(lock)) throw new Error('the lock of a new book was not free');
  const journal = openJournal(nodeDisk, book, { lock });
  const at = '2026-10-05T08:00:00.000Z';
  journal.append({ v: 1, seq: 1, at, by: '', desk: '', kind: 'bookCreated', key: 'k', data: {}, post: [] });
  journal.close();
  lock.release();
  return journal.position;
}

test('a sealed text is read back, and not with any one bit changed', () => {
  const text = Buffer.from(sealJson({ name: 'Harbour 海港', items: [1, null] }));
  expect(unsealJson(text)).toEqual({ name: 'Harbour 海港', items: [1, null] });
  for (let bit = 0; bit < text.length * 8; bit += 1) {
    text[bit >> 3]! ^= 1 << (bit & 7);
    expect(unsealJson(text)).toBeUndefined();
    text[bit >> 3]! ^= 1 << (bit & 7);
  }
});

test('a cover is named after its book, and a damaged one is not read', () => {
  writeCover(nodeDisk, book, { format: 1, id: 'b1', name: 'Harbour: 海港 / Group.' });
  expect(readdirSync(book)).toEqual(['Harbour  海港   Group.purser']);
  expect(readCover(nodeDisk, book)).toEqual({ format: 1, id: 'b1', name: 'Harbour: 海港 / Group.' });
  const path = join(book, 'Harbour  海港   Group.purser');
  writeFileSync(path, readFileSync(path, 'utf8').replace('b1', 'b2'));
  expect(readCover(nodeDisk, book)).toBeUndefined();
});

test('a snapshot is read only by the code that wrote it, and never where the journal lacks its record', () => {
  const position = bookOfOneRecord();
  const snapshot = { stateVersion: '1', position, state: { cash: '1.00' } };
  expect(readSnapshot(nodeDisk, book, '1')).toBeUndefined();
  writeSnapshot(nodeDisk, book, snapshot);
  expect(readSnapshot(nodeDisk, book, '1')).toEqual(snapshot);
  expect(readSnapshot(nodeDisk, book, '2')).toBeUndefined();
  writeSnapshot(nodeDisk, book, { ...snapshot, position: { ...position, seq: 2, line: 2 } });
  expect(readSnapshot(nodeDisk, book, '1')).toBeUndefined();
});

test('nothing but the file itself is left in its folder', () => {
  writeSnapshot(nodeDisk, book, { stateVersion: '1', position: bookOfOneRecord(), state: null });
  expect(readdirSync(join(book, 'cache'))).toEqual(['snapshot.json']);
});
