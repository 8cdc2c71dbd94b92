// Backups, restoring and salvage on the real disk: what is kept, what is refused, and what is told.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordBody } from '../../shared/book/record.ts';
import { backUp } from './backup.ts';
import { nameOfBackup, pruneBackups } from './backup-series.ts';
import { createJournal, openJournal } from './journal.ts';
import { isBookLock, lockBook } from './lock.ts';
import { nodeDisk } from './node-disk.ts';
import { restoreBook } from './restore.ts';
import { salvageBook } from './salvage.ts';
import { verifyJournal } from './verify-journal.ts';

let folder: string;
let book: string;
let zip: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purser-backup-'));
  book = join(folder, 'Harbour');
  zip = join(folder, 'backup.zip');
  mkdirSync(join(book, 'evidence'), { recursive: true });
  writeFileSync(join(book, 'evidence/bill.csv'), 'a,b\r\n1,2\r\n');
  createJournal(nodeDisk, book);
});

afterEach(() => rmSync(folder, { recursive: true }));

function record(seq: number): RecordBody {
  const at = seq < 4 ? '2026-10-05T08:00:00.000Z' : '2026-11-05T08:00:00.000Z';
  return { v: 1, seq, at, by: '', desk: '', kind: 'policySet', key: `k${seq}`, data: { seq }, post: [] };
}

function append(from: number, to: number, at = book): void {
  const lock = lockBook(nodeDisk, at, { holder: 'Ana', since: '' });
  if (!isBookLock(lock)) throw new Error('the book is in use');
  const journal = openJournal(nodeDisk, at, { lock });
  for (let seq = from; seq <= to; seq += 1) journal.append(record(seq));
  journal.close();
  lock.release();
}

const made = '2026-11-22T14:30:00.000Z';
const october = () => join(book, 'journal/2026-10.jsonl');

function changeByte(path: string, position: number): void {
  const bytes = readFileSync(path);
  bytes[position]! ^= 1;
  writeFileSync(path, bytes);
}

test('a backup restores to a book with the same files and the same journal', async () => {
  append(1, 5);
  const manifest = await backUp(nodeDisk, book, zip, made);
  expect(manifest).toMatchObject({ records: 5, made });
  const to = join(folder, 'Restored');
  expect(await restoreBook(nodeDisk, zip, to, made)).toEqual({ manifest, former: undefined });
  expect(readdirSync(to)).toEqual(['evidence', 'journal']);
  expect(readFileSync(join(to, 'evidence/bill.csv'), 'utf8')).toBe('a,b\r\n1,2\r\n');
  expect(verifyJournal(nodeDisk, to)).toMatchObject({ records: 5, head: manifest.head });
  expect(verifyJournal(nodeDisk, to).failure).toBeUndefined();
});

test('a backup of a book in use ends with the last record that was acknowledged', async () => {
  append(1, 2);
  writeFileSync(october(), '{"v":1,"seq":3,', { flag: 'a' });
  expect(await backUp(nodeDisk, book, zip, made)).toMatchObject({ records: 2 });
  await restoreBook(nodeDisk, zip, join(folder, 'Restored'), made);
  expect(verifyJournal(nodeDisk, join(folder, 'Restored')).failure).toBeUndefined();
});

test('a damaged book is not backed up, and a damaged backup restores nothing', async () => {
  append(1, 5);
  await backUp(nodeDisk, book, zip, made);
  changeByte(october(), 100);
  await expect(backUp(nodeDisk, book, join(folder, 'second.zip'), made)).rejects.toThrow('book is damaged');
  changeByte(zip, 200);
  await expect(restoreBook(nodeDisk, zip, join(folder, 'Restored'), made)).rejects.toThrow('backup cannot be used');
  expect(readdirSync(folder)).toEqual(['Harbour', 'backup.zip']);
});

test('restoring keeps the former book beside it, and refuses where records would be lost', async () => {
  append(1, 3);
  await backUp(nodeDisk, book, zip, made);
  const { former } = await restoreBook(nodeDisk, zip, book, made);
  expect(former).toBe(join(folder, 'Harbour before restore 2026-11-22T143000'));
  append(4, 5);
  await expect(restoreBook(nodeDisk, zip, book, made)).rejects.toThrow(
    'lacks 2 records of the book, from record 4 (policySet, 2026-11-05T08:00:00.000Z) to record 5',
  );
  expect(verifyJournal(nodeDisk, book)).toMatchObject({ records: 5 });
});

test('records behind damage count as records that a restore would lose', async () => {
  append(1, 3);
  await backUp(nodeDisk, book, zip, made);
  append(4, 4);
  changeByte(october(), 100);
  await expect(restoreBook(nodeDisk, zip, book, made)).rejects.toThrow('lacks 1 records');
});

test('a book in use elsewhere is not replaced', async () => {
  append(1, 3);
  await backUp(nodeDisk, book, zip, made);
  const lock = lockBook(nodeDisk, book, { holder: 'Ben', since: '09:00' });
  await expect(restoreBook(nodeDisk, zip, book, made)).rejects.toThrow('open for writing: Ben, since 09:00');
  if (isBookLock(lock)) lock.release();
});

test('salvage keeps every undamaged record, identical up to the damage, and lists the rest', () => {
  append(1, 5);
  const lines = readFileSync(october(), 'utf8').split('\n');
  changeByte(october(), lines[0]!.length + 50);
  const report = salvageBook(nodeDisk, book, join(folder, 'Salvaged'));
  expect(report).toMatchObject({
    records: 4,
    renumbered: [
      { before: 3, now: 2 },
      { before: 4, now: 3 },
      { before: 5, now: 4 },
    ],
    left: [{ segment: '2026-10', line: 2, what: 'its bytes were changed' }],
  });
  expect(readFileSync(join(folder, 'Salvaged/journal/2026-10.jsonl'), 'utf8').split('\n')[0]).toBe(lines[0]);
  expect(readFileSync(join(folder, 'Salvaged/evidence/bill.csv'), 'utf8')).toBe('a,b\r\n1,2\r\n');
  expect(verifyJournal(nodeDisk, join(folder, 'Salvaged')).failure).toBeUndefined();
});

test('a salvage leaves out what the fold cannot take, and never writes into an existing folder', () => {
  append(1, 3);
  const report = salvageBook(nodeDisk, book, join(folder, 'S'), ({ key, post }) =>
    key === 'k2' ? 'no account' : { post, isAsBefore: key === 'k1' },
  );
  expect(report).toMatchObject({
    records: 2,
    left: [{ line: 2, what: 'no account' }],
    settledAnew: [{ before: 3, now: 2 }],
  });
  expect(() => salvageBook(nodeDisk, book, book)).toThrow('exists already');
});

test('of a series of backups the ten newest and the last of every month are kept', () => {
  const backups = join(folder, 'backups');
  mkdirSync(backups);
  for (let day = 1; day <= 25; day += 1) {
    const when = `2026-${day < 13 ? '10' : '11'}-${String(day).padStart(2, '0')}T08:00:00.000Z`;
    writeFileSync(join(backups, nameOfBackup(when, day)), '');
  }
  writeFileSync(join(backups, 'my own.zip'), '');
  expect(pruneBackups(nodeDisk, backups)).toHaveLength(14);
  const names = readdirSync(backups);
  expect(names).toContain('my own.zip');
  expect(names).toContain('purser-2026-10-12T080000Z-12.zip');
  expect(names).toHaveLength(12);
  expect(existsSync(join(backups, 'purser-2026-11-25T080000Z-25.zip'))).toBe(true);
});
