// A disk that fails under an open book: what is refused says why, the screen stays readable, and work goes on once the
// cause is gone and the book is opened again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import { verifyBook } from '../../electron/book/verify-book.ts';
import { BookWindows } from './book-windows.ts';
import { Flow } from './flows/flow.ts';
import { addEntity, makeSmallBook, openBookOf } from './small-books.ts';

const patience = { timeout: 30_000 };
const windows = new BookWindows();
const small = mkdtempSync(join(tmpdir(), 'purser-small-disk-'));
afterAll(() => rmSync(small, { recursive: true }));
const openAgain = () => windows.app.page.getByRole('button', { name: 'Open Again' });

test('the folder is taken away: refusals say so, the screen stays, and it goes on once it is back', async () => {
  const book = join(windows.place, 'Group');
  await makeSmallBook(book);
  await windows.open(book);
  const { records } = await openBookOf(windows.app);
  await expect.poll(async () => (await openBookOf(windows.app)).verification.state, patience).toBe('holds');
  renameSync(book, `${book} away`);
  expect(await addEntity(windows.app, 'NO')).toMatchObject({ done: false, refusals: [{ code: 'writeFailed' }] });
  const banner = windows.app.page
    .getByRole('alert')
    .filter({ hasText: 'Nothing is entered until the book has been opened again' });
  await banner.waitFor(patience);
  expect(await banner.textContent()).toContain('The file or folder is not there (any more)');
  const flow = await Flow.begin(windows.app);
  await flow.press('Mod+7');
  await windows.app.page.locator('main[aria-label=Balances] h1').waitFor(patience);
  await openAgain().press('Enter');
  await flow.sees(`The folder of the book is not there: ${book}.`);
  await flow.sees('bookGone');
  await flow.press('Escape');
  renameSync(`${book} away`, book);
  await openAgain().press('Enter');
  await expect.poll(async () => (await openBookOf(windows.app)).readOnly, patience).toBeNull();
  expect(await addEntity(windows.app, 'YES')).toMatchObject({ done: true, seq: records + 1 });
  expect(verifyBook(book, {}).journal).toMatchObject({ records: records + 1 });
});

test('another program has it: who and since when, and it is written once that one is done', async () => {
  const book = join(windows.place, 'Shared');
  await makeSmallBook(book);
  const other = openBookFolder(book, { holder: { holder: 'Chen Wei', since: '2026-11-22T09:00:00Z' } });
  await windows.open(book);
  await windows.app.page.getByText(/^Chen Wei has had this book open since 2026-11-22 \d\d:00/).waitFor(patience);
  expect(await addEntity(windows.app, 'NO')).toMatchObject({ done: false, refusals: [{ code: 'bookInUse' }] });
  other.close();
  await openAgain().press('Enter');
  await expect.poll(async () => (await openBookOf(windows.app)).readOnly, patience).toBeNull();
  expect(await addEntity(windows.app, 'YES')).toMatchObject({ done: true });
});

test('a folder that a synchroniser keeps, and its conflict copies, are warned about until dismissed', async () => {
  const book = join(windows.place, 'OneDrive - Harbour', 'Group');
  await makeSmallBook(book);
  writeFileSync(join(book, 'journal', '2026-11-LAPTOP.jsonl'), '');
  await windows.open(book);
  const kept = windows.app.page.getByText(/^This folder is kept by OneDrive/);
  await kept.waitFor(patience);
  await windows.app.page.getByText('(2026-11-LAPTOP.jsonl)').waitFor();
  for (let left = 2; left > 0; left--)
    await windows.app.page.getByRole('button', { name: 'Dismiss' }).first().press('Enter');
  await kept.waitFor({ state: 'detached' });
  expect(await openBookOf(windows.app)).toMatchObject({ readOnly: null });
});

/** A disk of half a megabyte, where this user may mount one; answers why not otherwise. */
function mountSmallDisk(): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', small], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'this user may not mount a small disk';
  }
}

const lacking = mountSmallDisk();

test.skipIf(lacking)(
  `a full disk ${lacking ? `not run: ${lacking}` : 'is told over everything, and not lost'}`,
  async () => {
    const book = join(small, 'Group');
    const filler = join(small, 'filler');
    try {
      await makeSmallBook(book);
      await windows.open(book);
      const { records } = await openBookOf(windows.app);
      await expect.poll(async () => (await openBookOf(windows.app)).verification.state, patience).toBe('holds');
      const { bavail, bsize } = statfsSync(small);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
      const answers = [];
      // The last block of the journal may still have room.
      for (let at = 0; at < 60 && answers.at(-1)?.done !== false; at++)
        answers.push(await addEntity(windows.app, `E${at}`));
      expect(answers.at(-1)).toMatchObject({ done: false, refusals: [{ code: 'writeFailed' }] });
      const entered = answers.length - 1;
      await windows.app.page.getByRole('alert').filter({ hasText: 'The disk is full' }).waitFor(patience);
      await windows.app.page.evaluate(() => window.purser.command('setSettings', { language: 'zh-CN' }));
      await windows.app.page.getByRole('alert').filter({ hasText: '磁盘已满' }).waitFor(patience);
      rmSync(filler);
      await windows.app.page.getByRole('button', { name: '重新打开' }).press('Enter');
      await expect.poll(async () => (await openBookOf(windows.app)).readOnly, patience).toBeNull();
      expect(await openBookOf(windows.app)).toMatchObject({ records: records + entered });
      expect(await addEntity(windows.app, 'LAST')).toMatchObject({ done: true, seq: records + entered + 1 });
    } finally {
      await windows.app.kill();
      execFileSync('umount', [small]);
    }
  },
);
