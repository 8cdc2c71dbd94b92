// Amounts pasted from Excel as clerks write them: whatever has one meaning is taken, what has two is asked about once and
// the choice shown, and what cannot be read stays marked while nothing is changed (ux/conventions.md §3.5).
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
let page: Page;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ page } = sample.app);
}, 120_000);
afterAll(async () => sample.close());

const cell = (row: number) => page.locator(`#plan-allocation-${row}-6`);

async function paste(text: string): Promise<void> {
  await page.evaluate((clip) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', clip);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('into the plan: one meaning is taken, two are asked about, a bad cell stays marked', async () => {
  await goTo(sample.app, 'Balances');
  await page.locator('#balances-ledger-0-0').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Shift+t');
  await cell(1).waitFor();
  await settled(page);
  await cell(1).focus();
  await paste(['1,234.50', '¥1.2万', 'CNY 88', '1.234,50'].join('\n'));
  const shown = async (): Promise<readonly string[]> =>
    Promise.all([1, 2, 3, 4].map(async (row) => (await cell(row).innerText()).trim()));
  await expect.poll(shown).toEqual(['1,234.50', '12,000.00', '88.00', '1,234.50']);
  await paste('1.234\nmany');
  await page.locator('[role=gridcell][aria-invalid=true]').nth(1).waitFor();
  expect(await cell(2).getAttribute('title')).toContain('many');
  expect(await shown()).toEqual(['1,234.50', '12,000.00', '88.00', '1,234.50']);
  await paste('1.234\n(5)');
  await page.getByText('“1.234” can be read in two ways').first().waitFor();
  await paste('1.234\n7');
  await page.getByText('1234 (comma before decimals)').click();
  await expect.poll(shown).toEqual(['1,234.00', '7.00', '88.00', '1,234.50']);
  expect(await page.locator('[role=gridcell][aria-invalid=true]').count()).toBe(0);
});

test('of balances of the vendor: the choice holds for the paste, is shown, and can be made otherwise', async () => {
  await goTo(sample.app, 'Balances');
  await page.keyboard.press('Control+Shift+v');
  await page.locator('dialog textarea').fill('ht-admin\t2026-09-30\t1.234\nhr-admin\t2026-09-30\t(1.234,50)');
  await page.getByText('1 cell cannot be read.').waitFor();
  await page.getByText('1234 (comma before decimals)').click();
  const amounts = page.locator('dialog td.figure');
  await expect.poll(() => amounts.allInnerTexts()).toEqual(['1234', '-1234.50']);
  expect(await page.locator('dialog .segments .chosen').innerText()).toBe('1234 (comma before decimals)');
  await page.keyboard.press('Escape');
});
