// A plan of transfers as a spreadsheet: typed, pasted, filled down and undone by keys alone, and what it comes to is worked
// out by the main process. Whatever is done to it can be undone to the beginning (measure U29).
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  await page.keyboard.type('1,234.5');
  await press('Enter');
  await shows(['1,234.50', suggested[1]!, suggested[2]!]);
  await press('ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+D');
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
