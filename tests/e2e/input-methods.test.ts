// While an input method composes Chinese, its keys are its own (measure U18): Enter, Esc and arrows do nothing else, and
// no sequence such as `G O` is heard.
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SampleWindow, goTo, openSampleWindow } from './sample-window.ts';

let sample: SampleWindow;
let client: CDPSession;
beforeAll(async () => {
  sample = await openSampleWindow();
  client = await sample.app.page.context().newCDPSession(sample.app.page);
}, 120_000);
afterAll(async () => sample.close());

/** Begins to compose in the field that has the focus. */
async function compose(text: string): Promise<void> {
  await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** Keys as they reach the page while an input method holds them: some systems name them, some do not. */
async function pressComposing(...keys: readonly string[]): Promise<void> {
  const { page } = sample.app;
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate((code) => {
      const held = { key: 'Process', code, keyCode: 229, bubbles: true, cancelable: true };
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', held));
    }, key);
  }
}

const ownKeys = ['Enter', 'ArrowDown', 'ArrowUp', 'Escape'];

/** What a leaked key would have changed. */
async function state() {
  return sample.app.page.evaluate(() => ({
    screen: document.querySelector('main')!.getAttribute('aria-label'),
    focus: document.activeElement!.getAttribute('aria-label'),
    text: (document.activeElement as HTMLInputElement).value,
    chosen: document.activeElement!.getAttribute('aria-activedescendant'),
    dialogs: document.querySelectorAll('dialog[open]').length,
    rows: document.querySelector('[role=grid]')?.getAttribute('aria-rowcount'),
  }));
}

/** The state once what was typed has been answered. */
async function restingState(): ReturnType<typeof state> {
  for (let last = await state(); ;) {
    await sample.app.page.waitForTimeout(100);
    const now = await state();
    if (JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
}

async function leaksNothing(keys = ownKeys): Promise<void> {
  for (const key of keys) {
    await compose('gang wan');
    const before = await restingState();
    expect(before.text, key).toContain('gang wan');
    await pressComposing(key);
    expect(await state(), key).toEqual(before);
  }
}

test('in the palette; what is composed in the end is searched for', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Overview');
  await page.keyboard.press('Control+k');
  await page.locator('dialog input').waitFor();
  await leaksNothing();
  await client.send('Input.insertText', { text: '港湾集团' });
  await page.getByText('Harbour Group').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
});

test('in the filter', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await page.keyboard.press('Control+f');
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
  await leaksNothing();
  await page.locator('.filter input').fill('');
});

test('in a field of a sheet', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await page.keyboard.press('Control+t');
  const reference = page.locator('dialog input').last();
  await reference.focus();
  await leaksNothing();
  await client.send('Input.insertText', { text: '港湾' });
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
});

test('in a cell that is typed into', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await page.locator('#balances-ledger-0-0').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+Shift+T');
  await page.locator('#plan-allocation-4-6').click();
  await page.keyboard.press('1');
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
  await leaksNothing();
  await client.send('Input.insertText', { text: '2' });
  await page.keyboard.press('Escape');
});

test('on a table: keys held by an input method begin no sequence', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await page.locator('#balances-ledger-0-0').focus();
  const before = await state();
  await page.evaluate(() => {
    for (const code of ['KeyG', 'KeyO']) {
      const held = { key: 'Process', code, keyCode: 229, bubbles: true, cancelable: true };
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', held));
    }
  });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await state()).toEqual(before);
  for (const key of ['g', 'o']) await page.keyboard.press(key);
  await page.locator('main[aria-label=Overview]').waitFor();
});
