// What was last seen of a book on this computer, held against what stands there now.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeDisk } from '../ledger/node-disk.ts';
import { ComputerFile } from './computer-file.ts';
import { SeenHeads } from './seen-heads.ts';

const parent = mkdtempSync(join(tmpdir(), 'purser-heads-'));
afterAll(() => rmSync(parent, { recursive: true }));
const heads = () => new SeenHeads(new ComputerFile(nodeDisk, join(parent, 'computer.json'), 'en'), () => '2026-11-22');
const position = { seq: 7, head: 'f'.repeat(64), segment: '2026-11', line: 7, end: 900 };
const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);

test('a book of which nothing was seen has lost nothing; one that was seen is known in the next session', async () => {
  const book = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', folder: '/books/a' };
  expect(await heads().lost(book, no)).toBeNull();
  heads().remember(book, position);
  expect(await heads().lost(book, yes)).toBeNull();
  const elsewhere = { ...book, folder: '/moved/a' };
  expect(await heads().lost(elsewhere, no)).toEqual({ records: 7, head: position.head, at: '2026-11-22' });
});

test('books that share the id of their setup folder are told apart by where they lie', async () => {
  heads().remember({ id: 'month:harbour', folder: '/books/one' }, position);
  expect(await heads().lost({ id: 'month:harbour', folder: '/books/two' }, no)).toBeNull();
  expect(await heads().lost({ id: 'month:harbour', folder: '/books/one' }, no)).not.toBeNull();
});
