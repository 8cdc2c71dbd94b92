// A plan of transfers as a spreadsheet: typed, pasted, filled down and undone by keys alone, and what it comes to is worked
// out by the main process. Whatever is done to it can be undone to the beginning (measure U29).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => sample.close());

/** The admins of three entities, who are funded by the group's. */
const rows = [1, 2, 3];
const amountColumn = 6;

/** A fresh plan for every account, as it is suggested. */
async function openPlan(): Promise<void> {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await page.locator('#balances-ledger-0-0').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+Shift+T');
  await page.locator(`#plan-allocation-0-${amountColumn}`).waitFor();
  await settled(page);
}

async function amounts(): Promise<readonly string[]> {
  const cells = rows.map((row) => sample.app.page.locator(`#plan-allocation-${row}-${amountColumn}`).innerText());
  return (await Promise.all(cells)).map((text) => text.trim());
}

async function shows(expected: readonly string[]): Promise<void> {
  await expect.poll(amounts, { timeout: 10_000 }).toEqual(expected);
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sample.app.page.keyboard.press(key);
}

/** Keeps the main process from answering for a while, as work on a slow machine does. */
async function holdUp(): Promise<void> {
  await sample.app.evaluate(() => {
    for (const end = Date.now() + 1000; Date.now() < end;);
  });
}

async function pasteText(text: string): Promise<void> {
  await sample.app.page.evaluate((clip) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', clip);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, text);
}

test('amounts are typed, filled down and pasted; one bad cell stops a whole paste', async () => {
  const { page } = sample.app;
  await openPlan();
  const suggested = await amounts();
  await page.locator(`#plan-allocation-1-${amountColumn}`).click();
  // Quicker than the main process answers: what was typed is filled down, not what stood there before.
  const heldUp = holdUp();
  await page.keyboard.type('1,234.5');
  await press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D');
  await heldUp;
  await shows(['1,234.50', '1,234.50', '1,234.50']);
  await pasteText('5\nmany');
  await page.locator('.problems').getByText('many').waitFor();
  await shows(['1,234.50', '1,234.50', '1,234.50']);
  await pasteText('5\n1.2万');
  await shows(['5.00', '12,000.00', '1,234.50']);
  await press('Control+Z', 'Control+Z', 'Control+Z');
  await shows(suggested);
  await press('Control+Y');
  await shows(['1,234.50', suggested[1]!, suggested[2]!]);
  await press('Control+Z');
});

test('thirty edits at random are undone to the beginning and redone to the end', async () => {
  const { page } = sample.app;
  await openPlan();
  const beginning = await amounts();
  const edits = Array.from({ length: 30 }, (_, place) => ({ row: rows[(place * 7) % 3]!, amount: 17 * place + 3 }));
  for (const { row, amount } of edits) {
    await page.locator(`#plan-allocation-${row}-${amountColumn}`).focus();
    await page.keyboard.type(String(amount));
    await press('Enter');
  }
  const last = (row: number): string => `${edits.findLast((edit) => edit.row === row)!.amount}.00`;
  await shows(rows.map(last));
  await press(...edits.map(() => 'Control+Z'));
  await shows(beginning);
  await press(...edits.map(() => 'Control+Y'));
  await shows(rows.map(last));
});

/** The label that the menu bar shows of an action. */
async function menuLabel(id: string): Promise<string> {
  const label = await sample.app.evaluate(
    ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.label,
    id,
  );
  return (label ?? '').replace('&', '');
}

test('an amount is applied to all ticked rows; from another screen it is undone by what the menu says', async () => {
  const { page } = sample.app;
  await openPlan();
  const suggested = await amounts();
  await page.locator(`#plan-allocation-1-${amountColumn}`).focus();
  await press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space');
  await page.keyboard.type('77');
  await page.getByText('Ctrl+Enter: apply to 3 ticked rows').waitFor();
  await press('Control+Enter');
  await shows(['77.00', '77.00', '77.00']);
  await goTo(sample.app, 'Overview');
  await expect.poll(() => menuLabel('undo')).toBe('Undo Apply to 3 rows');
  await press('Control+Z');
  await page.locator('main[aria-label=Allocations]').waitFor();
  await shows(suggested);
  await expect.poll(() => menuLabel('redo')).toBe('Redo Apply to 3 rows');
});

test('undo right after posting asks whether to reverse, and reverses the whole posting or nothing', async () => {
  const { page } = sample.app;
  const usable = page.locator('button:not([aria-disabled=true])');
  await goTo(sample.app, 'Balances');
  await press('Control+F');
  await page.keyboard.type('runway<20 entity:HG');
  await press('Enter');
  await settled(page);
  await press('Control+A', 'Control+Shift+T');
  await page.locator(`#plan-allocation-0-${amountColumn}`).focus();
  await page.keyboard.type('11');
  await press('Enter', 'ArrowUp', 'Control+Shift+ArrowDown', 'Control+D');
  await page
    .getByRole('button', { name: /^Review and post/ })
    .and(usable)
    .waitFor();
  await press('Control+Enter');
  await page
    .getByRole('button', { name: /^Allocate CNY/ })
    .and(usable)
    .waitFor();
  await press('Control+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  const last = async (): Promise<readonly string[]> => {
    const filter = [{ column: 'amount', test: 'is', value: '11' }];
    const { rows } = await ask<{ rows: readonly Record<string, string>[] }>(sample.app, 'movements', { filter });
    return rows.map((row) => row['status']!);
  };
  const posted = await last();
  expect(posted.length).toBeGreaterThan(1);
  expect(new Set(posted)).toEqual(new Set(['posted']));
  await press('Control+Z');
  await page.getByText('Posted entries are reversed, not undone. Reverse now?').waitFor();
  await page.keyboard.type('the wrong month');
  await press('Control+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect(new Set(await last())).toEqual(new Set(['reversed']));
});
