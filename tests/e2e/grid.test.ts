// The grid with 200,000 lines by keyboard alone: the focus is always seen, sums and copies are those of what is selected.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stories, openStories } from '../../build/stories.ts';

let stories: Stories;
let page: Page;
beforeAll(async () => {
  stories = await openStories();
  page = await stories.open({ screen: 'bills', tab: 'lines', lines: '200000' }, { width: 1440, height: 900 });
  await page.locator('#bill-lines-0-0').focus();
}, 60_000);
afterAll(async () => stories.close());

/** The cell with the focus, and whether a person would see it whole. */
async function focused(): Promise<{ cell: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const cell = document.activeElement!;
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    const corners = [
      [left + 2, top + 2],
      [right - 2, bottom - 2],
    ] as const;
    return { cell: cell.id, isSeen: corners.every(([x, y]) => cell.contains(document.elementFromPoint(x, y))) };
  });
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('the focus is seen wherever keys take it', async () => {
  const walk = ['ArrowDown', 'PageDown', 'PageDown', 'End', 'ArrowUp', 'Control+End', 'ArrowLeft', 'PageUp', 'Home'];
  const seen: string[] = [];
  for (const key of walk) {
    await press(key);
    const { cell, isSeen } = await focused();
    expect(isSeen, `${key}: ${cell}`).toBe(true);
    seen.push(cell);
  }
  expect(seen[5]).toMatch(/^bill-lines-199999-/);
  await press('Control+Home');
  expect(await focused()).toEqual({ cell: 'bill-lines-0-0', isSeen: true });
});

test('the grid says where it is: rows, columns, one tab stop', async () => {
  const grid = page.locator('[role=grid]');
  expect(await grid.getAttribute('aria-rowcount')).toBe('200001');
  expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1);
  expect(await page.locator('#bill-lines-0-0').locator('..').getAttribute('aria-rowindex')).toBe('2');
});

test('twelve cells are summed in the status bar', async () => {
  await page.locator('#bill-lines-0-9').click();
  await press(...Array.from({ length: 11 }, () => 'Shift+ArrowDown'));
  await page.waitForSelector('.status .figure');
  const amounts = await page.locator('[role=gridcell][aria-selected=true]').allInnerTexts();
  expect(amounts).toHaveLength(12);
  const status = await page.locator('.status').innerText();
  expect(status).toContain('Selected 12 × 1');
  expect(status).toMatch(/Sum\s*CNY [\d,]+\.\d\d/);
});

test('what is copied are raw values that paste as they are', async () => {
  await page.locator('[role=grid]').evaluate((grid) => grid.scrollTo({ left: 0 }));
  await page.locator('#bill-lines-1-1').click();
  await press('Shift+ArrowDown', 'Control+Shift+C');
  const ids = await page.locator('[role=gridcell][aria-selected=true]').allInnerTexts();
  await page.locator('.filter input').click();
  await press('Control+V');
  const pasted = await page.locator('.filter input').inputValue();
  expect(pasted.split(/\s*\n?\s+/)).toEqual(['Account', 'ID', ...ids]);
  await press('Escape');
});

test('scrolling away keeps the focus where it was', async () => {
  await page.locator('#bill-lines-2-0').focus();
  await page.locator('[role=grid]').evaluate((grid) => grid.scrollTo({ top: 500_000 }));
  await page.waitForTimeout(100);
  expect((await focused()).cell).toBe('bill-lines-2-0');
  await press('ArrowDown');
  expect(await focused()).toEqual({ cell: 'bill-lines-3-0', isSeen: true });
});

test('an input method keeps its Enter in the filter', async () => {
  await page.locator('.filter input').click();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'shenz', selectionStart: 5, selectionEnd: 5 });
  await page.evaluate(() => {
    const enter = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true });
    document.activeElement!.dispatchEvent(enter);
  });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
});
