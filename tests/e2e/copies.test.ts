// Copies of the open book, from the window: one is saved beside the work, one is opened where the book can only be read.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import { verifyBook } from '../../electron/book/verify-book.ts';
import { BookWindows } from './book-windows.ts';
import { Flow } from './flows/flow.ts';
import { addEntity, coverOf, makeSmallBook, openBookOf } from './small-books.ts';

const patience = { timeout: 30_000 };
const windows = new BookWindows();
beforeEach(() => makeSmallBook(windows.book));

const shown = () => openBookOf(windows.app);

test('a copy holds every record, and the book goes on where it is', async () => {
  await windows.open();
  const { records } = await shown();
  const flow = await Flow.begin(windows.app);
  const copy = join(windows.place, 'Copy');
  await flow.pressForDialog('Mod+Shift+S', [copy]);
  await flow.sees(`Copy saved: ${copy}`);
  expect(await shown()).toMatchObject({ folder: windows.book, readOnly: null });
  expect(await addEntity(windows.app, 'LATER')).toMatchObject({ done: true });
  const { journal } = verifyBook(copy, {});
  expect([journal.records, journal.failure]).toEqual([records, undefined]);
  expect(existsSync(coverOf(copy))).toBe(true);
});

test('no copy takes the place of a book, and a cancelled one leaves nothing', async () => {
  await windows.open();
  await shown();
  const flow = await Flow.begin(windows.app);
  const before = readdirSync(windows.place);
  const other = join(windows.place, 'Other');
  await makeSmallBook(other);
  await flow.pressForDialog('Mod+Shift+S', [other]);
  await flow.sees('There is something at');
  await flow.press('Enter');
  await windows.app.page.locator('dialog[open]').waitFor({ state: 'detached' });
  await flow.pressForDialog('Mod+Shift+S', []);
  expect(readdirSync(windows.place)).toEqual([...before, 'Other'].sort());
  expect(verifyBook(other, {}).journal.failure).toBeUndefined();
});

test('where another has the book a copy of it is opened and worked on', async () => {
  const other = openBookFolder(windows.book, { holder: { holder: 'Chen Wei', since: '2026-11-22T09:00:00Z' } });
  try {
    await windows.open();
    const { records, readOnly } = await shown();
    expect(readOnly).toBe('opened-elsewhere');
    const flow = await Flow.begin(windows.app);
    const copy = join(windows.place, 'My copy');
    await windows.app.page.getByRole('button', { name: 'Open a Copy…' }).focus();
    await flow.pressForDialog('Enter', [copy]);
    await expect.poll(async () => (await shown()).folder, patience).toBe(copy);
    expect(await shown()).toMatchObject({ records, readOnly: null });
    expect(await addEntity(windows.app, 'MINE')).toMatchObject({ done: true });
  } finally {
    other.close();
  }
});
