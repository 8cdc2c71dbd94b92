// Funds as the window shows and takes them beside the flows: a new transfer, the columns of the ledger, the accounts that a
// payer pays for, what needs looking at, and the history of whatever has a row.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { formatDecimal, parseDecimal, subtract } from '../../shared/money/decimal.ts';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
let page: Page;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ page } = sample.app);
}, 120_000);
afterAll(async () => sample.close());

interface Rows {
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const asOf = '2026-09-30';
const usable = 'button:not([aria-disabled=true])';

async function headings(): Promise<readonly string[]> {
  return (await page.locator('[role=columnheader]').allInnerTexts()).map((text) => text.trim());
}

test('a new transfer is entered from the allocations, tried out first', async () => {
  await goTo(sample.app, 'Allocations');
  await page.keyboard.press('Control+n');
  const selects = page.locator('dialog select');
  await selects.nth(1).selectOption({ label: await optionOf('harbour-group') });
  await selects.nth(2).selectOption({ label: await optionOf('hg-admin') });
  const fields = page.locator('dialog input');
  await fields.nth(0).fill('99999999');
  await page.locator('dialog .refusals').waitFor();
  expect(await page.locator('dialog footer button').last().getAttribute('aria-disabled')).toBe('true');
  await fields.nth(0).fill('123.45');
  await page.locator('dialog footer').locator(usable).getByText('Allocation CNY 123.45').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  const filter = [{ column: 'amount', test: 'is', value: '123.45' }];
  const { rows } = await ask<Rows>(sample.app, 'movements', { filter });
  expect(rows.map(({ kind, status, lot }) => [kind, status, lot])).toEqual([['allocation', 'posted', '']]);
  expect(rows[0]!['by']).not.toBe('');
});

async function optionOf(name: string): Promise<string> {
  const options = await page.locator('dialog select').nth(1).locator('option').allInnerTexts();
  return options.find((option) => option.startsWith(`${name} ·`))!;
}

test('the ledger of transfers says lot, who entered it, and what the vendor knows', async () => {
  await page.setViewportSize({ width: 2600, height: 900 });
  await settled(page);
  const shown = await headings();
  const wanted = ['No.', 'Date', 'Type', 'From', 'To', 'Currency', 'Amount', 'Lot', 'Status', 'By', 'Note'];
  for (const title of wanted) expect(shown).toContain(title);
});

test('a payer’s details list the accounts that it pays for, each a link to its balance', async () => {
  await goTo(sample.app, 'Balances');
  const shown = await headings();
  for (const title of [
    'Alert',
    'Check',
    'Recoverable',
    'Vouchers',
    'Credit limit',
    'Overdue',
    'Consumed',
    'Difference',
  ])
    expect(shown).toContain(title);
  const { rows } = await ask<Rows>(sample.app, 'balances', { asOf });
  const payer = rows.findIndex((row) => Number(row['paysFor']) > 0);
  await page.locator(`#balances-ledger-${payer}-0`).focus();
  await page.keyboard.press('Control+Backslash');
  const links = page.locator('.inspector h3 + ul button');
  await links.first().waitFor();
  const paid = rows.filter((row) => row['payer'] === rows[payer]!['id']);
  expect(await links.allInnerTexts()).toEqual(paid.map((row) => row['name']));
  await links.first().click();
  await page.getByText('1 row', { exact: true }).waitFor();
  expect(await page.locator('#balances-ledger-0-0').innerText()).toContain(paid[0]!['name']!);
  await page.keyboard.press('Control+Backslash');
});

test('what is not as the vendor says is said with its amount, and needs looking at', async () => {
  const { rows } = await ask<Rows>(sample.app, 'balances', { asOf });
  const row = rows.find(({ name }) => name === 'hg-admin')!;
  const [provider = '', account = ''] = row['id']!.split(':');
  const wrong = {
    rows: [
      {
        provider,
        account,
        date: asOf,
        amount: formatDecimal(subtract(parseDecimal(row['balance']!)!, parseDecimal('1200')!)),
      },
    ],
  };
  await page.evaluate((input) => window.purser.command('recordVendorBalance', input as never), wrong);
  await goTo(sample.app, 'Overview');
  await goTo(sample.app, 'Balances');
  await page.getByText('Unreconciled 1,200.00').waitFor();
  const chips = page.locator('.chip');
  await expect.poll(async () => (await chips.allInnerTexts()).map((text) => text.trim())).toContain('Unreconciled');
  const chip = page.locator('[role=gridcell][data-fig$="/difference"]', { hasText: 'Unreconciled 1,200.00' });
  await chip.focus();
  await page.keyboard.press('Enter');
  await page.locator('.explanation h2').waitFor();
  await page.keyboard.press('Control+Backslash');
});

test.each([
  ['Balances', '#balances-ledger-0-0'],
  ['Allocations', '#movements-0-0'],
  ['Import', '#import-history-0-0'],
] as const)('%s: the row in hand shows its history', async (screen, first) => {
  await goTo(sample.app, screen);
  await page.locator(first).focus();
  await page.keyboard.press('Control+Shift+h');
  await page.locator('.inspector ol li').first().waitFor();
  expect(await page.locator('.inspector ol li .kind').first().innerText()).not.toBe('');
  await page.keyboard.press('Control+Backslash');
});
