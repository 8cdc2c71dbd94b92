// The months of a book stand as sheets: by key, by arrow, by click, and from the list of all of them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
});
afterAll(() => sample.close());

async function sheets(): Promise<readonly string[]> {
  return sample.app.page.locator('header [role=tab]').evaluateAll((tabs) => {
    return tabs.map((tab) => `${tab.textContent!.trim().slice(0, 7)}${tab.ariaSelected === 'true' ? ' open' : ''}`);
  });
}

test('a month is changed by its key, by an arrow on its sheet, by a click and from the list', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Bills');
  const before = await sheets();
  expect(before.filter((sheet) => sheet.endsWith(' open'))).toHaveLength(1);
  const names = before.map((sheet) => sheet.slice(0, 7));
  expect(names).toEqual(names.toSorted());
  const open = before.findIndex((sheet) => sheet.endsWith(' open'));
  const opened = (place: number): readonly string[] => names.map((name, at) => (at === place ? `${name} open` : name));

  await page.keyboard.press('Control+PageUp');
  await expect.poll(sheets).toEqual(opened(open - 1));
  await page.locator('header [role=tab][aria-selected=true]').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(sheets).toEqual(opened(open));
  expect(await page.evaluate(() => document.activeElement!.textContent!.trim().slice(0, 7))).toBe(names[open]);

  await page.locator('header [role=tab]', { hasText: names[0]! }).click();
  await expect.poll(sheets).toEqual(opened(0));
  await page.getByRole('button', { name: 'All months' }).click();
  await page.getByRole('menuitemcheckbox', { name: names[open]! }).click();
  await expect.poll(sheets).toEqual(opened(open));
  await settled(page);
});

test('the month after the last one is a sheet while it is open', async () => {
  const { page } = sample.app;
  const before = await sheets();
  await page.keyboard.press('Control+PageDown');
  await expect.poll(async () => (await sheets()).at(-1)).toMatch(/ open$/);
  expect(await sheets()).toHaveLength(before.length + 1);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(sheets).toEqual(before);
});
