// A book that the system hands over: by an argument at the start, as Windows does with a double click, and by macOS's
// event while the program runs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { coverOf, makeSmallBook, openBookOf } from './small-books.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-open-file-'));
let browser: Browser;
let app: RunningApp;

beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
}, 120_000);
afterAll(async () => {
  await app.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('by an argument, and by an event while another book is open', async () => {
  const [first, second] = [join(folder, 'First'), join(folder, 'Second')];
  await makeSmallBook(first);
  await makeSmallBook(second);
  app = await launchApp({ browser, home: join(folder, 'home'), args: [coverOf(first)] });
  expect(await openBookOf(app)).toMatchObject({ folder: first });
  await app.evaluate(({ app: electron }, cover) => {
    electron.emit('open-file', { preventDefault() {} }, cover);
  }, coverOf(second));
  await expect.poll(async () => (await openBookOf(app)).folder, { timeout: 30_000 }).toBe(second);
  expect(await openBookOf(app)).toMatchObject({ readOnly: null });
});
