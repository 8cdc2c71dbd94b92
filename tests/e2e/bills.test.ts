// The bills of a month through the real program: charges grouped as the clerk builds it, each level adding up to the one
// above; an import undone as a whole with a reason; the keys of the controls while Ctrl is held.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { add, formatDecimal, parseDecimal, zero } from '../../shared/money/decimal.ts';
import { ask } from './flows/flow.ts';
import { builtProgram } from '../../build/launch-app.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

const patience = { timeout: 30_000 };
let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => sample.close());

/** The rows of the grid as they stand: level, name, currency and amount. */
async function rows(): Promise<readonly { level: number; name: string; currency: string; amount: string }[]> {
  return sample.app.page.evaluate(() =>
    [...document.querySelectorAll('main [role=row][aria-level]')].map((row) => {
      const cells = [...row.querySelectorAll('[role=gridcell]')];
      const named = (end: string): string =>
        cells.find((cell) => cell.getAttribute('data-fig')?.endsWith(`/${end}`))?.textContent.trim() ?? '';
      return {
        level: Number(row.getAttribute('aria-level')),
        name: cells[0]!.textContent.trim(),
        currency: cells.map((cell) => cell.textContent.trim()).find((text) => /^[A-Z]{3}$/.test(text)) ?? '',
        amount: named('amount'),
      };
    }),
  );
}

async function chooseMonthWithCharges(): Promise<void> {
  const { page } = sample.app;
  await goTo(sample.app, 'Bills');
  await page.keyboard.press('Control+PageUp');
  await page.getByRole('tab', { name: 'By account' }).click();
  await page.locator('main [role=row][aria-level="1"]').first().waitFor(patience);
}

function sumOf(amounts: readonly string[]): string {
  const read = (text: string) => parseDecimal(text.replaceAll(',', '').replace(/^\((.*)\)$/, '-$1'))!;
  return formatDecimal(amounts.map(read).reduce((sum, one) => add(sum, one), zero));
}

test('a third level is added, and every level adds up to the one above', async () => {
  const { page } = sample.app;
  await chooseMonthWithCharges();
  await page.getByRole('button', { name: 'Add a level' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Product' }).click();
  await page.getByRole('columnheader', { name: 'Entity / Account / Product' }).waitFor(patience);
  await settled(page);
  const first = page.locator('main [role=row][aria-level="1"] [role=gridcell]').first();
  await first.focus();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.locator('main [role=row][aria-level="2"]').first().waitFor(patience);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.locator('main [role=row][aria-level="3"]').first().waitFor(patience);
  await settled(page);
  const shown = await rows();
  const [entity, account] = [shown[0]!, shown[1]!];
  expect([entity.level, account.level]).toEqual([1, 2]);
  const end = shown.findIndex(({ level }, place) => place > 0 && level === 1);
  const below = shown.slice(1, end === -1 ? undefined : end);
  const last = below.findIndex(({ level }, place) => place > 0 && level === 2);
  const products = below.slice(1, last === -1 ? undefined : last);
  expect(products.every(({ level }) => level === 3)).toBe(true);
  expect(sumOf(products.map(({ amount }) => amount))).toBe(sumOf([account.amount]));
  const accounts = below.filter(({ level }) => level === 2);
  expect(sumOf(accounts.map(({ amount }) => amount))).toBe(sumOf([entity.amount]));
});

test('a figure of the innermost level is explained', async () => {
  const { page } = sample.app;
  await page.locator('main [role=row][aria-level="3"] [data-fig$="/amount"]').first().focus();
  await page.keyboard.press('Control+j');
  await page.locator('.inspector table, .inspector dl, .inspector .sentence').first().waitFor(patience);
  expect(await page.locator('.inspector [role=alert]').count()).toBe(0);
  await page.keyboard.press('Escape');
});

test('levels are changed and taken away', async () => {
  const { page } = sample.app;
  const levels = page.getByRole('group', { name: 'Group by' });
  await levels.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Take this level away' }).click();
  await page.getByRole('columnheader', { name: 'Entity / Product' }).waitFor(patience);
  await levels.getByRole('button', { name: 'Entity' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Category' }).click();
  await page.getByRole('columnheader', { name: 'Category / Product' }).waitFor(patience);
  await settled(page);
  expect((await rows()).length).toBeGreaterThan(0);
});

test('an asterisk opens all levels; all is selected at first as it stands, then what was collapsed too', async () => {
  const { page } = sample.app;
  const levels = page.getByRole('group', { name: 'Group by' });
  await page.getByRole('button', { name: 'Add a level' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Entity' }).click();
  await page.getByRole('columnheader', { name: 'Category / Product / Entity' }).waitFor(patience);
  expect(await levels.count()).toBe(1);
  await settled(page);
  const first = page.locator('main [role=row][aria-level="1"] [role=gridcell]').first();
  await first.focus();
  const count = async (): Promise<number> =>
    Number(await page.locator('main [role=treegrid]').getAttribute('aria-rowcount')) - 1;
  const collapsed = await count();
  await page.keyboard.press('Control+a');
  await page.getByText(`Selected ${collapsed} ×`).waitFor(patience);
  await page.keyboard.press('Control+a');
  await page.locator('main [role=row][aria-level="3"]').first().waitFor(patience);
  await expect.poll(count).toBeGreaterThan(collapsed);
  await page.getByText(`Selected ${await count()} ×`).waitFor(patience);
  const whole = await count();
  await first.focus();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(count).toBeLessThan(whole);
  await page.keyboard.press('*');
  await expect.poll(count).toBe(whole);
});

test('F3 goes to the next row that the filter leaves, the first again after the last', async () => {
  const { page } = sample.app;
  await page.getByRole('tab', { name: 'Lines' }).click();
  await settled(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('category=Refund');
  await expect.poll(() => page.locator('.toolbar .count').innerText()).toMatch(/^\d{1,2} rows/);
  const rowCount = Number.parseInt(await page.locator('.toolbar .count').innerText(), 10);
  const place = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id.split('-').at(-2));
  for (const expected of ['1', '2']) {
    await page.keyboard.press('F3');
    await expect.poll(place).toBe(expected);
  }
  for (let more = 3; more <= rowCount; more++) await page.keyboard.press('F3');
  await expect.poll(place).toBe('0');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
});

test('back brings the tab, the filter, the rows in sight and the selection back', async () => {
  const { page } = sample.app;
  await page.getByRole('tab', { name: 'Lines' }).click();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('amount>0 list>1');
  await settled(page);
  await page.locator('#bill-lines-0-0').focus();
  for (let pages = 0; pages < 3; pages++) await page.keyboard.press('PageDown');
  await page.keyboard.press('Shift+ArrowDown');
  const seen = () =>
    page.evaluate(() => ({
      filter: document.querySelector<HTMLInputElement>('.filter input')!.value,
      top: document.querySelector('main [role=grid]')!.scrollTop,
      selected: [...document.querySelectorAll('main [role=gridcell][aria-selected=true]')].map(({ id }) => id),
    }));
  await expect.poll(async () => (await seen()).selected.length).toBe(2);
  const before = await seen();
  expect(before.top).toBeGreaterThan(0);
  await goTo(sample.app, 'Balances');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.locator('main[aria-label=Bills] [role=grid]').waitFor(patience);
  await settled(page);
  await expect.poll(seen).toEqual(before);
});

test('a bill that is missing is a row of its own among the accounts, with the day it is expected by', async () => {
  const { page } = sample.app;
  for (const key of ['Control+PageDown', 'Control+PageDown']) await page.keyboard.press(key);
  await page.getByRole('tab', { name: 'By account' }).click();
  const rows = page.getByRole('list', { name: 'Bill missing' }).getByRole('listitem');
  await rows.first().waitFor(patience);
  expect(await rows.allInnerTexts()).toContainEqual(
    expect.stringMatching(/Missing: harbour-aws \(expected by 2026-11-05\)/),
  );
  await rows.first().getByRole('button').click();
  await page.locator('.groups [aria-current=true]', { hasText: 'Bill missing' }).waitFor(patience);
  for (const key of ['Control+PageUp', 'Control+PageUp']) await page.keyboard.press(key);
});

test('an import is undone as a whole, with a reason, and its file stays in the history', async () => {
  const { page } = sample.app;
  const october = join(builtProgram(), 'sample/bills/2026-10');
  await sample.app.answerDialog(readdirSync(october).map((name) => join(october, name)));
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: /^Check 2 files/ }).waitFor(patience);
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/^SHA-256 [0-9a-f]{16}/)
    .first()
    .waitFor(patience);
  await page.keyboard.press('Control+Enter');
  await page.locator('main[aria-label=Bills]').waitFor(patience);
  const lines = async (): Promise<number> =>
    (await ask<{ total: number }>(sample.app, 'billLines', { period: '2026-10', limit: 1 })).total;
  const before = await lines();
  expect(before).toBeGreaterThan(0);
  await page.getByRole('tab', { name: 'Imports' }).click();
  await settled(page);
  await page.locator('#imports-0-0', { hasText: '.csv' }).waitFor(patience);
  await settled(page);
  await page.locator('#imports-0-0').focus();
  await page.keyboard.press('Control+Backspace');
  const sheet = page.getByRole('dialog', { name: /^Undo the import of/ });
  await sheet.waitFor(patience);
  await page.keyboard.press('Control+Enter');
  expect(await sheet.count(), 'a reason is asked for').toBe(1);
  await sheet.getByRole('textbox').fill('The vendor sent a corrected file');
  await page.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached', ...patience });
  expect(await lines()).toBeLessThan(before);
  const { rows: kept } = await ask<{ rows: readonly { status: string }[] }>(sample.app, 'imports', {
    period: '2026-10',
  });
  expect(kept.map(({ status }) => status).sort()).toEqual(['counts', 'undone']);
});

test('while Ctrl is held, the controls show their keys; another key hides them', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Bills');
  const hints = page.locator('.hints kbd');
  await page.keyboard.down('Control');
  await hints.first().waitFor(patience);
  const texts = await hints.allInnerTexts();
  for (const chord of ['Ctrl+1', 'Ctrl+K', 'Ctrl+I', 'Ctrl+Shift+R']) expect(texts).toContain(chord);
  await page.keyboard.up('Control');
  await hints.first().waitFor({ state: 'detached' });
});
