// What a book in trouble says from the command line: one refusal, status 3, and nothing changed. How the ledger survives
// broken disks stands in tests/faults.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import { LedgerError } from '../../electron/ledger/ledger-error.ts';
import { nodeDisk } from '../../electron/ledger/node-disk.ts';
import { headOf } from '../command-line/head.ts';
import { purser, testNow } from '../command-line/purser.ts';
import { doCall, layOut, monthCall, orThrow } from './case.ts';

const topUp = {
  command: 'topUp',
  input: { date: '2026-11-02', provider: 'tencent', account: '100', amount: '10.00', currency: 'CNY' } as const,
};

/** A folder with the book of the sound group, and its path. */
async function bookOf(): Promise<{ work: string; book: string }> {
  const work = layOut();
  onTestFinished(() => rmSync(work, { recursive: true }));
  orThrow(await purser(...monthCall(work, {})), 'month');
  return { work, book: join(work, 'book') };
}

async function expectCode(code: string, ...args: readonly string[]): Promise<void> {
  const { status, refusals, out } = await purser(...args);
  expect([status, refusals.map((refusal) => refusal.code), out]).toEqual([3, [code], '']);
}

/** Changes one letter in the middle of the journal. */
function damage(book: string): void {
  const [segment] = readdirSync(join(book, 'journal')).filter((name) => name.endsWith('.jsonl'));
  const path = join(book, 'journal', segment!);
  writeFileSync(path, readFileSync(path, 'utf8').replace('Harbour Holdings', 'Harbor Holdings'));
}

/** What a command on a book throws, by its code. */
async function codeThrown(book: string, options: Parameters<typeof openBookFolder>[1]): Promise<string | undefined> {
  const opened = openBookFolder(book, options);
  try {
    const { input } = topUp;
    await opened.open.execute({ name: 'topUp', input, id: 'K1', by: 'Li', desk: '', now: testNow });
    return undefined;
  } catch (error) {
    return error instanceof LedgerError ? error.refusal.code : String(error);
  } finally {
    opened.close();
  }
}

test('the book is open for reading', async () => {
  const { book } = await bookOf();
  expect(await codeThrown(book, {})).toBe('readOnly');
});

test('the disk does not take what is written', async () => {
  const { book } = await bookOf();
  const head = headOf(book);
  const sync = (): never => {
    throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO', syscall: 'fdatasync' });
  };
  const holder = { holder: 'Li', since: testNow };
  expect(await codeThrown(book, { disk: { ...nodeDisk, sync }, holder })).toBe('writeFailed');
  expect(await codeThrown(book, { holder })).toBe(undefined);
  expect(headOf(book)).not.toBe(head);
});

test('there is no book', async () => {
  const { work } = await bookOf();
  await expectCode(
    'noBook',
    'do',
    join(work, 'nowhere'),
    'addEntity',
    '--input',
    '{"code":"A","name":"A","currency":"CNY"}',
  );
  expect(existsSync(join(work, 'nowhere'))).toBe(false);
});

test('another has the book', async () => {
  const { work, book } = await bookOf();
  const other = openBookFolder(book, { holder: { holder: 'Li', since: testNow } });
  try {
    const head = headOf(book);
    await expectCode('bookInUse', ...doCall(work, topUp));
    expect(headOf(book)).toBe(head);
  } finally {
    other.close();
  }
});

test('the book is damaged', async () => {
  const { work, book } = await bookOf();
  damage(book);
  const journal = join(book, 'journal', readdirSync(join(book, 'journal'))[0]!);
  const before = readFileSync(journal, 'utf8');
  await expectCode('bookDamaged', ...doCall(work, topUp));
  const { status, refusals, out } = await purser('verify', book);
  expect(status).toBe(3);
  expect(refusals).toMatchObject([
    { code: 'bookDamaged', where: { file: expect.stringContaining('journal/') as string } },
  ]);
  expect(JSON.parse(out)).toMatchObject({ holds: false });
  expect(readFileSync(journal, 'utf8')).toBe(before);
});

test('a damaged book is not backed up as if it were whole', async () => {
  const { work, book } = await bookOf();
  damage(book);
  await expectCode('bookDamaged', 'backup', book, join(work, 'copy.purser-backup'));
  expect(existsSync(join(work, 'copy.purser-backup'))).toBe(false);
});

test('a restore would lose records', async () => {
  const { work, book } = await bookOf();
  const backup = join(work, 'copy.purser-backup');
  orThrow(await purser('backup', book, backup), 'backup');
  orThrow(await purser(...doCall(work, topUp)), 'topUp');
  const head = headOf(book);
  await expectCode('wouldLoseRecords', 'restore', backup, book);
  expect(headOf(book)).toBe(head);
});

test('a backup is cut off', async () => {
  const { work, book } = await bookOf();
  const backup = join(work, 'copy.purser-backup');
  orThrow(await purser('backup', book, backup), 'backup');
  writeFileSync(backup, readFileSync(backup).subarray(0, 2000));
  await expectCode('backupDamaged', 'restore', backup, join(work, 'restored'));
  expect(existsSync(join(work, 'restored'))).toBe(false);
});

test('salvage never writes into a folder that is there', async () => {
  const { work, book } = await bookOf();
  mkdirSync(join(work, 'there'));
  copyFileSync(join(work, 'setup/book.json'), join(work, 'there/book.json'));
  await expectCode('folderExists', 'salvage', book, join(work, 'there'));
  expect(readdirSync(join(work, 'there'))).toEqual(['book.json']);
});

test('results cannot be written', async () => {
  const { work } = await bookOf();
  writeFileSync(join(work, 'file'), '');
  const call = ['month', join(work, 'setup'), '--period', '2026-10', '--no-documents'];
  await expectCode('systemError', ...call, '--out', join(work, 'file/out'), '--book', join(work, 'other'));
});
