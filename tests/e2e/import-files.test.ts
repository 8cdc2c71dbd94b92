// Importing through the real program: the dry run says of each file what it is and what the book makes of it; a file that is
// refused is said with its reason, left out, and the others go in; what is saved can be shown where it lies.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram } from '../../build/launch-app.ts';
import { Flow, ask } from './flows/flow.ts';
import { type SampleWindow, openSampleWindow } from './sample-window.ts';

const patience = { timeout: 30_000 };
const folder = mkdtempSync(join(tmpdir(), 'purser-import-files-'));
const october = join(builtProgram(), 'sample/bills/2026-10');
const good = readdirSync(october).map((name) => join(october, name));
const broken = join(folder, 'notes.csv');
let sample: SampleWindow;
let flow: Flow;

beforeAll(async () => {
  writeFileSync(broken, 'Name,Note\nharbour,not a bill\n');
  sample = await openSampleWindow();
  flow = await Flow.begin(sample.app);
}, 120_000);
afterAll(async () => {
  await sample.close();
  rmSync(folder, { recursive: true, force: true });
});

const periodImports = async (): Promise<number> =>
  (await ask<{ total: number }>(sample.app, 'imports', { period: '2026-10' })).total;

test('a refused file holds all back until it is left out; then the others are tried', async () => {
  await flow.pressForDialog('Mod+I', [...good, broken]);
  await flow.canUse(/^Check 3 files/);
  await flow.press('Mod+Enter');
  await sample.app.page.getByRole('alert').getByText('notes.csv').first().waitFor(patience);
  expect(await periodImports()).toBe(0);
  await sample.app.page.getByRole('button', { name: 'Leave out 1 refused file' }).focus();
  await flow.press('Enter');
  await flow.canUse(/^Import 2 files/);
});

test('the dry run says months, clocks and payers, and entered nothing', async () => {
  const facts = await sample.app.page.locator('.facts').allInnerTexts();
  const told = facts.map((text) => text.replaceAll(/\s+/g, ' '));
  expect(told.find((text) => text.includes('Tencent Cloud'))).toMatch(
    /Final .*Tencent Cloud 2026-10, UTC\+8 .*payers?/,
  );
  expect(told.find((text) => text.includes('AWS'))).toMatch(/AWS 2026-10, UTC .*payers?/);
  expect(await periodImports()).toBe(0);
  await flow.press('Mod+Enter');
  await flow.hasFocusIn('.groups');
  expect(await periodImports()).toBe(2);
});

test('provisional bills are marked so in the month and among its imports', async () => {
  const { page } = sample.app;
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.locator('main[aria-label=Import]').waitFor(patience);
  const bill = join(folder, 'later.csv');
  const [head, line] = [
    'Payer Account ID,Owner Account ID,Product Code,Transaction Time,Total Amount After Discount (Excluding Tax),Currency,Bill Month',
    '199900000001,199900000002,p_cvm,2026-10-30 10:59:08,56.27,CNY,2026-10',
  ];
  writeFileSync(bill, `${head}\n${line}\n`);
  await flow.pressForDialog('Mod+I', [bill]);
  await flow.canUse(/^Check 1 file/);
  await page.getByRole('radio', { name: 'Provisional' }).focus();
  await flow.press('Space', 'Mod+Enter');
  await page.locator('.facts').waitFor(patience);
  const facts = await page.locator('.facts').innerText();
  expect(facts).toContain('1 unknown account');
  expect(facts).toContain('Provisional');
  await flow.press('Mod+Enter');
  await flow.hasFocusIn('.groups');
  await page.locator('main .chip.progress', { hasText: 'Provisional' }).first().waitFor(patience);
});
