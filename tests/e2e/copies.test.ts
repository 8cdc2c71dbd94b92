// Copies of the open book, from the window: one is saved beside the work, one is opened where the book can only be read.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import { verifyBook } from '../../electron/book/verify-book.ts';
import { Flow } from './flows/flow.ts';
import { addEntity, coverOf, makeSmallBook, openBookOf } from './small-books.ts';

const patience = { timeout: 30_000 };
const folder = mkdtempSync(join(tmpdir(), 'purser-copies-'));
let browser: Browser;
let app: RunningApp;
let place: string;
let book: string;
let made = 0;

beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  made += 1;
  place = join(folder, String(made));
  mkdirSync(place);
  book = join(place, 'Group');
  await makeSmallBook(book);
});
afterEach(() => app.kill());

const open = async (): Promise<RunningApp> =>
  (app = await launchApp({ browser, home: join(place, 'home'), args: [coverOf(book)] }));
const shown = () => openBookOf(app);

test('a copy holds every record, and the book goes on where it is', async () => {
  await open();
  const { records } = await shown();
  const flow = await Flow.begin(app);
  const copy = join(place, 'Copy');
  await flow.pressForDialog('Mod+Shift+S', [copy]);
  await flow.sees(`Copy saved: ${copy}`);
  expect(await shown()).toMatchObject({ folder: book, readOnly: null });
  expect(await addEntity(app, 'LATER')).toMatchObject({ done: true });
  const { journal } = verifyBook(copy, {});
  expect([journal.records, journal.failure]).toEqual([records, undefined]);
  expect(existsSync(coverOf(copy))).toBe(true);
});

test('no copy takes the place of a book, and a cancelled one leaves nothing', async () => {
  await open();
  const flow = await Flow.begin(app);
  const before = readdirSync(place);
  const other = join(place, 'Other');
  await makeSmallBook(other);
  await flow.pressForDialog('Mod+Shift+S', [other]);
  await flow.sees('There is something at');
  await flow.press('Enter');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
  await flow.pressForDialog('Mod+Shift+S', []);
  expect(readdirSync(place)).toEqual([...before, 'Other'].sort());
  expect(verifyBook(other, {}).journal.failure).toBeUndefined();
});

test('where another has the book a copy of it is opened and worked on', async () => {
  const other = openBookFolder(book, { holder: { holder: 'Chen Wei', since: '2026-11-22T09:00:00Z' } });
  try {
    await open();
    const { records, readOnly } = await shown();
    expect(readOnly).toBe('opened-elsewhere');
    const flow = await Flow.begin(app);
    const copy = join(place, 'My copy');
    await app.page.getByRole('button', { name: 'Open a Copy…' }).focus();
    await flow.pressForDialog('Enter', [copy]);
    await expect.poll(async () => (await shown()).folder, patience).toBe(copy);
    expect(await shown()).toMatchObject({ records, readOnly: null });
    expect(await addEntity(app, 'MINE')).toMatchObject({ done: true });
  } finally {
    other.close();
  }
});
