// Every number on the screen is a link (measure U15): in every screen, tab, sheet and panel of the sample book, what shows a
// number has a key, the key is explained, and the explanation says the number shown. A number without a key fails.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, builtProgram } from '../../build/launch-app.ts';
import { en } from '../../renderer/i18n/en.ts';
import { zhCN } from '../../renderer/i18n/zh-cn.ts';
import { checkNumbers } from './figure-crawl.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
let app: RunningApp;
/** The texts of the window's language. */
let texts: typeof en | typeof zhCN;

/** Screens by their chords, and the tabs of each by their places. */
const screens = [
  { name: 'overview', chord: 'Control+1', tabs: 0, least: 60 },
  { name: 'bills', chord: 'Control+3', tabs: 5, least: 60 },
  { name: 'balances', chord: 'Control+7', tabs: 0, least: 60 },
  { name: 'allocations', chord: 'Control+8', tabs: 3, least: 20 },
  { name: 'import', chord: 'g p', tabs: 0, least: 10 },
  { name: 'settings', chord: 'Control+,', tabs: 0, least: 0 },
];

/** So wide that no column is left out: what is explained with a draft is asked at its place. */
const wide = { width: 2600, height: 1100 };
const usual = { width: 1440, height: 900 };

/** A text with whatever stands in the places that it leaves. */
function saying(text: string): RegExp {
  const parts = text.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}`);
}

const dialogGone = async (): Promise<void> => app.page.locator('dialog[open]').waitFor({ state: 'detached' });

async function leave(): Promise<void> {
  await app.page.keyboard.press('Escape');
  await dialogGone();
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  beforeAll(async () => {
    texts = language === 'en' ? en : zhCN;
    sample = await openSampleWindow();
    ({ app } = sample);
    await app.page.evaluate((to) => window.purser.command('setSettings', { language: to }), language);
    await app.page.locator(`main[aria-label=${texts['overview.title']}]`).waitFor();
  }, 120_000);
  afterAll(async () => sample.close());

  test.each(screens)('$name: every number is explained', async ({ name, chord, tabs, least }) => {
    const { page } = app;
    await page.locator('main').click({ position: { x: 5, y: 5 } });
    for (const key of chord.split(' ')) await page.keyboard.press(key);
    let count = 0;
    for (let tab = 0; tab < Math.max(1, tabs); tab += 1) {
      if (tabs > 0) await page.locator('main').getByRole('tab').nth(tab).click();
      await settled(page);
      count += await checkNumbers(app, `${name} ${tab + 1}`);
    }
    expect(count, `${name}: numbers seen`).toBeGreaterThanOrEqual(least);
  });

  test('every view of the balances, with and without a sheet over it', async () => {
    const { page } = app;
    await goTo(app, 'Balances', texts);
    for (const view of ['byEntity', 'vendor', 'difference', 'ledger'] as const) {
      await page.locator('.segments').getByText(texts[`balances.${view}`], { exact: true }).click();
      await settled(page);
      await checkNumbers(app, `balances, ${view}`);
    }
    await page.locator('#balances-ledger-0-0').focus();
    await page.keyboard.press('Control+t');
    await page.locator('dialog[open] dd [data-fig]').first().waitFor();
    expect(await checkNumbers(app, 'a top-up over the balances')).toBeGreaterThan(1);
    await leave();
  });

  test('a selection among the entities of the overview', async () => {
    const { page } = app;
    await goTo(app, 'Overview', texts);
    await page.locator('#overview-entities-0-0').focus();
    await page.keyboard.press('Control+a');
    await page.locator('.status [data-fig]').first().waitFor();
    await checkNumbers(app, 'a selection of entities');
    await goTo(app, 'Balances', texts);
  });

  test('the details of a row, what a selection comes to, and what the panel explains', async () => {
    const { page } = app;
    await page.locator('#balances-ledger-0-0').focus();
    await page.keyboard.press('Control+Backslash');
    await page.locator('.inspector dd [data-fig]').first().waitFor();
    const alone = await checkNumbers(app, 'details');
    await page.keyboard.press('Control+a');
    await page.locator('.status [data-fig]').first().waitFor();
    expect(await checkNumbers(app, 'a selection')).toBeGreaterThan(alone);
    await page.locator('.inspector dd [data-fig]').first().click();
    await page.locator('.explanation h2').waitFor();
    await checkNumbers(app, 'the explanation');
    await page.keyboard.press('Control+Backslash');
  });

  test('the preview of a run of charges, and a figure of it explained over it', async () => {
    const { page } = app;
    await page.keyboard.press('Control+Shift+r');
    await page.locator('dialog[open] td [data-fig]').first().waitFor();
    expect(await checkNumbers(app, 'the preview')).toBeGreaterThan(20);
    await page.locator('dialog[open] td [data-fig]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog .explanation h2').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog .explanation').waitFor({ state: 'detached' });
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await leave();
  });

  test('a plan of handing out, short and within the cash, and its review', async () => {
    const { page } = app;
    await page.setViewportSize(wide);
    await goTo(app, 'Balances', texts);
    await page.locator('#balances-ledger-0-0').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+Shift+t');
    await page
      .locator('.toolbar')
      .getByRole('button', { name: saying(texts['plan.short']) })
      .waitFor();
    expect(await checkNumbers(app, 'a plan that is short')).toBeGreaterThan(60);
    await page.getByRole('button', { name: saying(texts['plan.fit']) }).click();
    await page.getByRole('button', { name: saying(texts['plan.review']) }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog tfoot [data-fig]').waitFor();
    expect(await checkNumbers(app, 'the review')).toBeGreaterThan(8);
    await leave();
    await page.setViewportSize(usual);
  });

  test('a plan of bringing back, and its review', async () => {
    const { page } = app;
    await page.setViewportSize(wide);
    await goTo(app, 'Balances', texts);
    await page.locator('#balances-ledger-0-0').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+Shift+u');
    await page.locator('#plan-recovery-0-7').waitFor();
    await settled(page);
    expect(await checkNumbers(app, 'a plan of bringing back')).toBeGreaterThan(20);
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog tfoot [data-fig]').waitFor();
    expect(await checkNumbers(app, 'the review')).toBeGreaterThan(8);
    await leave();
    await page.locator('[id^=plan-recovery-][role=gridcell]').first().focus();
    await page.keyboard.press('Control+a');
    await page.locator('.status [data-fig]').first().waitFor();
    expect(await checkNumbers(app, 'a selection in a plan', '.status')).toBeGreaterThan(0);
    await page.setViewportSize(usual);
  });

  test('a reversal, the sheet for the console, what the palette finds, what was done', async () => {
    const { page } = app;
    await goTo(app, 'Overview', texts);
    await goTo(app, 'Allocations', texts);
    await page.locator('#movements-0-0').focus();
    await page.keyboard.press('Control+Backspace');
    await page.locator('dialog[open] [data-fig]').waitFor();
    expect(await checkNumbers(app, 'a reversal')).toBe(1);
    await leave();
    await page.locator('#movements-0-0').focus();
    await page.keyboard.press('Control+Enter');
    await page.locator('dialog[open] h2').waitFor();
    await checkNumbers(app, 'done at the vendor');
    await leave();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('1884');
    await page.locator('dialog [data-fig]').first().waitFor();
    expect(await checkNumbers(app, 'the palette')).toBeGreaterThan(0);
    await page.keyboard.press('Control+j');
    await page.locator('.inspector .explanation h2').waitFor();
    await page.keyboard.press('Control+Backslash');
    await page.keyboard.press('Control+Shift+y');
    await page.locator('dialog[open]').waitFor();
    await checkNumbers(app, 'the activity');
    await leave();
  });

  test('bills that were tried out, before anything is imported', async () => {
    const { page } = app;
    await page.setViewportSize(wide);
    await goTo(app, 'Import', texts);
    const october = join(builtProgram(), 'sample/bills', '2026-10');
    await app.answerDialog(readdirSync(october).map((name) => join(october, name)));
    await page.keyboard.press('Control+i');
    await page.locator('.steps table').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.steps td [data-fig]').first().waitFor({ timeout: 60_000 });
    expect(await checkNumbers(app, 'files that were tried out')).toBeGreaterThan(20);
    await page.setViewportSize(usual);
  });

  test('a total is gone to by the arrows and explained by Enter', async () => {
    const { page } = app;
    await goTo(app, 'Balances', texts);
    await page.locator('#balances-ledger-0-0').focus();
    for (const key of ['Control+End', 'Home', ...Array.from({ length: 5 }, () => 'ArrowRight'), 'ArrowDown'])
      await page.keyboard.press(key);
    const total = page.locator('.totals [data-fig]:focus');
    await total.waitFor();
    const key = await total.getAttribute('data-fig');
    await page.keyboard.press('Enter');
    await page.locator(`[data-explains="${key}"]`).waitFor();
    await page.keyboard.press('Escape');
    await total.waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator('[role=gridcell]:focus').waitFor();
    await page.keyboard.press('Control+Backslash');
  });
});
