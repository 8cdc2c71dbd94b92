// The state kept beside the journal: the same as the fold, carried on from, and passed over where it does not fit.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Book } from '../../shared/book/book.ts';
import { type OpenedBook, makeBookFolder, openBookFolder } from './book-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-snapshot-'));
const book = join(folder, 'book');
const now = '2026-11-02T00:00:00.000Z';
const holder = { holder: 'test', since: now };
const by = { by: 'test', desk: '', now } as const;

beforeAll(async () => {
  makeBookFolder(book, { id: 'b', name: 'Harbour' });
  const opened = openBookFolder(book, { holder, foldVersion: 'one' });
  await opened.open.execute({ name: 'createBook', input: { name: 'Harbour', baseCurrency: 'CNY' }, id: 'a', ...by });
  const entity = { code: 'HB', name: 'Harbour Group Ltd', currency: 'CNY' };
  await opened.open.execute({ name: 'addEntity', input: entity, id: 'b', ...by });
  const account = { provider: 'tencent', id: '1', entity: 'HB', role: 'group-admin', currency: 'CNY' } as const;
  await opened.open.execute({ name: 'addAccount', input: account, id: 'c', ...by });
  for (let at = 0; at < 60; at++) await topUp(opened, `t${at}`);
  opened.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function topUp({ open }: OpenedBook, id: string): Promise<void> {
  const input = { date: '2026-11-01', provider: 'tencent', account: '1', amount: '1.00', currency: 'CNY' } as const;
  const answer = await open.execute({ name: 'topUp', input, id, ...by });
  expect(answer.done).toBe(true);
}

function stateWith(foldVersion: string): Book {
  const opened = openBookFolder(book, { foldVersion });
  opened.close();
  return opened.open.book;
}

test('the kept state is the folded state, and movements and timeline share their entries', () => {
  const [kept, folded] = [stateWith('one'), stateWith('')];
  expect(kept).toEqual(folded);
  expect(kept.movements.get('t7' as never)?.entry).toBe(kept.timeline.entries[7]);
});

test('records after the kept state are folded onto it', async () => {
  const opened = openBookFolder(book, { holder, foldVersion: 'one' });
  await topUp(opened, 'later');
  opened.close();
  expect(stateWith('one')).toEqual(stateWith(''));
  expect(stateWith('one').seq).toBe(64);
});

test('a state of another fold, or one whose bytes were touched, is passed over', () => {
  expect(stateWith('another')).toEqual(stateWith(''));
  const path = join(book, 'cache', 'snapshot.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"state":"', '"state":"A'));
  expect(stateWith('one')).toEqual(stateWith(''));
});
