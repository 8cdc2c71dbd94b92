// What is kept of the computer comes back, and the usual values hold where it is damaged or of another Purser.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeDisk } from '../ledger/node-disk.ts';
import { sealJson } from '../ledger/sealed-json.ts';
import { ComputerFile } from './computer-file.ts';
import { folderOfRecent, recentBooks, rememberBook } from './recent-books.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-computer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'computer.json');
const open = () => new ComputerFile(nodeDisk, path, 'zh-CN');

test('settings are the usual ones first, and come back as they were changed', () => {
  expect(open().facts.settings).toMatchObject({ language: 'zh-CN', theme: 'system' });
  const computer = open();
  computer.change({ settings: { ...computer.facts.settings, theme: 'dark', chords: { explain: 'F8' } } });
  expect(open().facts.settings).toMatchObject({ theme: 'dark', chords: { explain: 'F8' } });
});

test('a damaged file and settings of another Purser fall back to the usual ones', () => {
  writeFileSync(path, readFileSync(path, 'utf8').replace('dark', 'Dark'));
  expect(open().facts.settings.theme).toBe('system');
  writeFileSync(path, sealJson({ settings: { theme: 'purple' }, recent: [{ folder: 1 }], folders: { bills: 'b' } }));
  expect(open().facts).toMatchObject({ settings: { theme: 'system' }, recent: [], folders: { bills: 'b' } });
});

test('the last book is first, none is listed twice, and only tokens lead to folders', () => {
  const computer = open();
  for (const name of ['a', 'b', 'a']) rememberBook(computer, { folder: join(folder, name), name, opened: '' });
  const recent = recentBooks(open());
  expect(recent.map(({ name, missing }) => [name, missing])).toEqual([
    ['a', true],
    ['b', true],
  ]);
  expect(folderOfRecent(computer, recent[1]!.token)).toBe(join(folder, 'b'));
  expect(folderOfRecent(computer, join(folder, 'b'))).toBeUndefined();
});
