// The numbers beside the screens (measure U15), in both languages: the history of a row, journal lines in full, what was
// verified, rows pasted from Excel, a page to be printed, and a book that can only be read.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { en } from '../../renderer/i18n/en.ts';
import { zhCN } from '../../renderer/i18n/zh-cn.ts';
import { checkNumbers } from './figure-crawl.ts';
import { openSample } from './flows/flow.ts';
import { type ScreenName, goTo, settled } from './sample-window.ts';
import { coverOf } from './small-books.ts';

const home = mkdtempSync(join(tmpdir(), 'purser-beside-'));
let browser: Browser;
let app: RunningApp;
beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
  app = await launchApp({ browser, home });
  await openSample(app);
}, 120_000);
afterAll(async () => {
  await app.kill();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
});

const press = (chord: string, of = app): Promise<void> => of.page.keyboard.press(chord);

async function leave(): Promise<void> {
  await press('Escape');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
}

describe.each([
  ['en', en],
  ['zh-CN', zhCN],
] as const)('in %s', (language, texts) => {
  beforeAll(async () => {
    await app.page.evaluate((to) => window.purser.command('setSettings', { language: to }), language);
    await goTo(app, 'Overview', texts);
  });

  test('the history of a transfer, and the journal lines of a balance', async () => {
    const { page } = app;
    await goTo(app, 'Allocations', texts);
    await page.locator('#movements-0-0').focus();
    await press('Control+Shift+h');
    await page.locator('.inspector ol li').first().waitFor();
    await checkNumbers(app, 'the history');
    await page.locator('.inspector ol button').last().press('Enter');
    await page.locator('#journal-lines-0-0').waitFor();
    await settled(page);
    expect(await checkNumbers(app, 'the journal lines of a record')).toBeGreaterThan(0);
    await press('Alt+ArrowLeft');
    await press('Control+Backslash');
    await goTo(app, 'Balances', texts);
    await page.locator('#balances-ledger-0-0').focus();
    await page.locator('[id^=balances-ledger-0-] [data-fig], [id^=balances-ledger-0-][data-fig]').first().focus();
    await press('Control+j');
    await page.locator('.explanation h2').waitFor();
    await press('Shift+Enter');
    await page.locator('#journal-lines-0-0').waitFor();
    await settled(page);
    expect(await checkNumbers(app, 'the journal lines')).toBeGreaterThan(3);
    await press('Alt+ArrowLeft');
    await press('Control+Backslash');
  });

  test('what was verified, rows that were pasted, and a page to be printed', async () => {
    const { page } = app;
    await goTo(app, 'Balances', texts);
    await app.clickMenu('verification');
    await page.locator('dialog[open] h2').waitFor();
    await checkNumbers(app, 'what was verified');
    await leave();
    await press('Control+Shift+v');
    await page.locator('dialog textarea').fill('ht-admin\t2026-09-30\t1234.56\nhr-admin\t2026-09-30\t7');
    await page.locator('dialog tbody tr').nth(1).waitFor();
    await checkNumbers(app, 'rows that were pasted');
    await leave();
    await page.locator('#balances-ledger-0-0').focus();
    await press('Control+p');
    await page.locator('dialog .page').first().waitFor();
    await checkNumbers(app, 'a page to be printed');
    await leave();
  });
});

test('a book that can only be read', async () => {
  const cover = coverOf(join(home, 'userData/sample/Harbour Group'));
  const second = await launchApp({ browser, home: join(home, 'second'), args: [cover] });
  try {
    const book = () => second.page.evaluate(() => window.purser.query('openBook', {}));
    await expect.poll(async () => (await book())?.readOnly, { timeout: 30_000 }).toBe('opened-elsewhere');
    let count = 0;
    for (const screen of ['Overview', 'Bills', 'Balances', 'Allocations', 'Import'] as const satisfies ScreenName[]) {
      await goTo(second, screen);
      count += await checkNumbers(second, `${screen}, for reading`);
    }
    expect(count).toBeGreaterThan(100);
  } finally {
    await second.kill();
  }
});
