// Which folders and files betray a synchroniser.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from './node-disk.ts';
import { conflictCopies, synchroniserOf } from './synced-folder.ts';

test.each([
  ['C:\\Users\\ana\\OneDrive - Harbour Group\\Books', 'OneDrive'],
  ['/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Books', 'iCloud Drive'],
  ['/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.com/My Drive', 'Google Drive'],
  ['/Users/ana/Library/CloudStorage/OneDrive-Personal/Books', 'OneDrive'],
  ['/home/ana/Dropbox (Work)/Books', 'Dropbox'],
  ['\\\\server\\finance\\Books', 'a network share'],
  ['\\\\?\\UNC\\server\\finance', 'a network share'],
  ['/run/user/1000/gvfs/smb-share:server=s', 'a network share'],
  ['\\\\?\\C:\\Books', undefined],
  ['/home/ana/Books about Dropbox', undefined],
])('%s is kept by %s', (path, synchroniser) => {
  expect(synchroniserOf(path)).toBe(synchroniser);
});

test('a folder that the system names as synchronised is, whatever it is called', () => {
  const roots = { OneDrive: 'D:\\Cloud' } as const;
  expect(synchroniserOf('D:\\Cloud\\Books', roots)).toBe('OneDrive');
  expect(synchroniserOf('D:\\Clouds\\Books', roots)).toBeUndefined();
});

test('copies that a synchroniser made of a conflict are found among the journal files', () => {
  const book = mkdtempSync(join(tmpdir(), 'purser-synced-'));
  mkdirSync(join(book, 'journal'));
  const copies = ['2026-10 (1).jsonl', "2026-10 (Ana's conflicted copy 2026-11-05).jsonl", '2026-10-LAPTOP.jsonl'];
  const own = ['2026-10.jsonl', '2026-10.sha256', '2026-10.torn-0123456789abcdef', 'acknowledged.json'];
  for (const name of [...copies, ...own]) writeFileSync(join(book, 'journal', name), '');
  expect(conflictCopies(nodeDisk, book).sort()).toEqual([...copies].sort());
  rmSync(book, { recursive: true });
});
