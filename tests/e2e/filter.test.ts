// The filter box by keys alone (ux/conventions.md §3.4): columns, what is asked of them and their values are offered in
// either language, what is understood stands as chips, and the filter is there again after a look elsewhere.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => sample.close());

const asOf = '2026-09-30';

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sample.app.page.keyboard.press(key);
}

/** Chooses the first that is offered, once it is this. */
async function take(text: string): Promise<void> {
  await sample.app.page.locator('[role=option]').first().getByText(text, { exact: true }).waitFor();
  await press('ArrowDown', 'Enter');
}

const text = (): Promise<string> => sample.app.page.locator('.filter input').inputValue();
const chips = (): Promise<readonly string[]> => sample.app.page.locator('.chips button').allInnerTexts();

/** Waits until the list holds as many rows as the book says. */
async function hasRows(filter: readonly object[]): Promise<void> {
  const { total } = await ask<{ total: number }>(sample.app, 'balances', { asOf, filter });
  expect(total).toBeGreaterThan(0);
  await sample.app.page
    .locator('.count')
    .getByText(new RegExp(`^${total} (rows?|行)`))
    .waitFor();
}

test('a filter is written with what is offered: column, value, comparison', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await press('Control+f');
  await page.keyboard.type('ent');
  await take('Entity');
  await page.keyboard.type('shenz');
  await take('HT');
  await page.keyboard.type('run');
  await take('Runway days');
  await take('runway-days>');
  await page.keyboard.type('10');
  expect(await text()).toBe('entity:HT runway-days>10');
  expect(await chips()).toEqual(['Entity is HT', 'Runway days > 10']);
  await hasRows([
    { column: 'entity', test: 'is', value: 'HT' },
    { column: 'runwayDays', test: 'above', value: '10' },
  ]);
});

test('it is there again after a look at the transfers of a row, and its chips go one by one', async () => {
  const { page } = sample.app;
  const before = await text();
  await press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'gridcell');
  await press('Enter');
  await page.locator('main[aria-label=Allocations]').waitFor();
  expect(await chips()).toEqual([expect.stringMatching(/^From is ht-/)]);
  await press('Alt+ArrowLeft');
  await page.locator('main[aria-label=Balances]').waitFor();
  await settled(page);
  expect(await text()).toBe(before);
  await page.locator('.filter input').focus();
  await press('Tab', 'Tab', 'Delete');
  expect(await text()).toBe('runway-days>10');
  await press('Delete');
  expect(await text()).toBe('');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
});

test('in Chinese: columns and words in both languages, and what is not understood is said', async () => {
  const { page } = sample.app;
  await page.evaluate(() => window.purser.command('setSettings', { language: 'zh-CN' }));
  await page.locator('main[aria-label=余额]').waitFor();
  await press('Control+f');
  await page.keyboard.type('主');
  await take('主体');
  await page.keyboard.type('深圳');
  await take('HT');
  await page.keyboard.type('status:正常');
  expect(await chips()).toEqual(['主体 为 HT', '状态 为 正常']);
  await hasRows([
    { column: 'entity', test: 'is', value: 'HT' },
    { column: 'status', test: 'is', value: 'ok' },
  ]);
  await page.keyboard.type(' 颜色:红');
  await page.getByRole('status').getByText('没有此列：颜色:红').waitFor();
  await hasRows([
    { column: 'entity', test: 'is', value: 'HT' },
    { column: 'status', test: 'is', value: 'ok' },
  ]);
  await press('Escape');
  expect(await text()).toBe('');
  await page.evaluate(() => window.purser.command('setSettings', { language: 'en' }));
});
