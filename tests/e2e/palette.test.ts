// The palette by its prefixes (ux/conventions.md §3.3): documents by number, amounts in a range, commands by pinyin, help;
// what it led to last is forgotten at another desk.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow } from './sample-window.ts';

let sample: SampleWindow;
let page: Page;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ page } = sample.app);
}, 120_000);
afterAll(async () => sample.close());

interface Line {
  readonly kind: string;
  readonly text: string;
  readonly amount: string;
}

async function open(typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog input').waitFor();
  await page.keyboard.type(typed);
}

function lines(): Promise<readonly Line[]> {
  return page.locator('[role=option]').evaluateAll((all) =>
    all.map((one) => {
      const text = (part: string): string => one.querySelector(`.${part}`)?.textContent?.trim() ?? '';
      return { kind: text('kind'), text: text('text'), amount: text('amount') };
    }),
  );
}

async function close(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Waits until a line is offered. */
async function sees(line: Partial<Line>): Promise<void> {
  await expect.poll(lines, { timeout: 10_000 }).toContainEqual(expect.objectContaining(line));
}

async function finds(typed: string, kind: string, text: string): Promise<void> {
  await open(typed);
  await sees({ kind, text });
  await close();
}

test('documents are found by their numbers: transfers, imports, runs', async () => {
  await goTo(sample.app, 'Balances');
  await finds('#F00054', 'Transfer', 'F00054');
  await finds('#2026-09', 'Charges run', '2026-09');
  const imports = await ask<{ rows: readonly { file: string }[] }>(sample.app, 'imports', {});
  await finds(`#${imports.rows[0]!.file}`, 'Import', imports.rows[0]!.file);
});

test('a record of the journal leads to its lines', async () => {
  await open('#2');
  await sees({ kind: 'Record', text: '#2' });
  expect((await lines())[0]!.text).toBe('#2');
  await page.keyboard.press('Enter');
  await page.getByText('Journal lines: #2').waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.locator('main[aria-label=Balances] #balances-ledger-0-0').waitFor();
});

test('amounts from one to another are found, each shown', async () => {
  await open('=1000..2000');
  await expect.poll(async () => (await lines()).length, { timeout: 10_000 }).toBeGreaterThan(5);
  for (const { amount } of await lines()) {
    const value = Number(amount.replace(/[^\d.]/g, ''));
    expect(value, amount).toBeGreaterThanOrEqual(1000);
    expect(value, amount).toBeLessThanOrEqual(2000);
  }
  await close();
});

test.each(['>huabo', '>hb', '>allocate'])('%s finds the command to allocate', async (typed) => {
  await open(typed);
  await sees({ kind: 'Command', text: 'Allocate…' });
  await close();
});

test('? lists what can be done, with its keys', async () => {
  await open('?');
  await expect.poll(async () => (await lines()).length, { timeout: 10_000 }).toBeGreaterThan(20);
  expect(new Set((await lines()).map(({ kind }) => kind))).not.toContain('Account');
  await close();
});

test('what was gone to last stands first, and is forgotten at another desk', async () => {
  await open('1884');
  await sees({ text: 'hg-data-05' });
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await open('');
  expect((await lines())[0]!.text).toBe('hg-data-05');
  await close();
  const [desk] = (await ask<{ rows: readonly { id: string; role: string }[] }>(sample.app, 'accounts', {})).rows.filter(
    ({ role }) => role === 'entity-admin',
  );
  await page.evaluate((id) => window.purser.command('takeDesk', { desk: id } as never), desk!.id);
  await expect
    .poll(async () => {
      await open('');
      const all = await lines();
      await close();
      return all.some(({ text }) => text === 'hg-data-05');
    })
    .toBe(false);
});
