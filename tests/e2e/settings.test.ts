// The settings through the real program: a policy of the book is found in the palette, set by keyboard and kept as a
// record; Enter alone sets nothing; a chord that is taken is refused with its holder, a free one is taken at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow } from './sample-window.ts';

interface Policies {
  readonly provider: string;
  readonly settings: readonly { readonly name: string; readonly value: string; readonly usual: string }[];
}

let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => sample.close());

async function valueOf(name: string): Promise<string> {
  const all = await ask<readonly Policies[]>(sample.app, 'policies', {});
  return all.find(({ provider }) => provider === 'tencent')!.settings.find((one) => one.name === name)!.value;
}

async function openPolicies(): Promise<void> {
  const { page } = sample.app;
  await page.keyboard.press('Control+k');
  await page.locator('dialog input').fill('>policies tencent');
  await page.getByRole('option', { name: 'Policies: Tencent Cloud' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Policies of Tencent Cloud' }).waitFor();
}

test('a policy is found in the palette, set by keyboard, and stands in the book as a record', async () => {
  const { page } = sample.app;
  const { records } = await ask<{ records: number }>(sample.app, 'book', {});
  await openPolicies();
  const field = page.getByLabel('Charges are made from');
  await field.focus();
  await page.keyboard.type('contract');
  await page.getByText('billed cost → contract price').waitFor();
  await page.getByRole('button', { name: /^Set 1 policy/ }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('dialog[open]').count(), 'Enter alone sets nothing').toBe(1);
  expect(await valueOf('chargeBasis')).toBe('billed');
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect(await valueOf('chargeBasis')).toBe('contract');
  await page.getByText('usual: billed cost').waitFor();
  const journal = await ask<{ rows: readonly { kind: string }[] }>(sample.app, 'journal', { from: records + 1 });
  expect(journal.rows.map(({ kind }) => kind)).toEqual(['policySet']);
});

test('a guardrail is switched off without touching the others', async () => {
  const { page } = sample.app;
  await openPolicies();
  await page.getByLabel('No chains of payers or heirs').selectOption('off');
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect([await valueOf('no-chains'), await valueOf('one-heritage'), await valueOf('chargeBasis')]).toEqual([
    'off',
    'on',
    'contract',
  ]);
});

test('nothing chosen, nothing to set, and the button says so', async () => {
  const { page } = sample.app;
  await openPolicies();
  const set = page.getByRole('button', { name: /^Set 0 policies/ });
  expect(await set.getAttribute('title')).toBe('Nothing is changed yet');
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
});

test('settings of the computer change from the palette at once', async () => {
  const { page } = sample.app;
  await page.keyboard.press('Control+k');
  await page.locator('dialog input').fill('>density compact');
  await page.getByRole('option', { name: 'Row height: Compact' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(':root[data-density=compact]').waitFor({ state: 'attached' });
});

test('a chord that is taken is refused with its holder, a free one is heard at once', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Settings');
  const chord = page.getByRole('button', { name: /^Activity:/ });
  await chord.click();
  await page.keyboard.press('Control+j');
  await page.getByText(/Ctrl\+J.*Explain Figure/).waitFor();
  await chord.click();
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'Activity: F8' }).waitFor();
  await page.keyboard.press('F8');
  await page.getByRole('dialog', { name: 'Activity' }).waitFor();
  await page.keyboard.press('Escape');
});
