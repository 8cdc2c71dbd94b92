// From a figure of the overview down to the row of the vendor's file, and the small tasks of ux/flows.md §2.7, each within
// its budget of keys and by keyboard alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningApp } from '../../../build/launch-app.ts';
import { type SampleWindow, openSampleWindow } from '../sample-window.ts';
import { Flow } from './flow.ts';

let sample: SampleWindow;
let app: RunningApp;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ app } = sample);
}, 120_000);
afterAll(async () => sample.close());

test('an entity’s charges down to the row of the file, and back', async () => {
  const flow = await Flow.begin(app);
  await flow.hasFocusIn('#overview-entities-0-0');
  await flow.step('to the source row', 6, async () => {
    await flow.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await flow.hasFocusIn('[data-fig$="/charges"]');
    await flow.press('Mod+J');
    await flow.hasFocusIn('.inspector .link');
    await flow.press('Enter');
    await flow.sees(/^SHA-256 [0-9a-f]{64}$/);
  });
  const row = app.page.locator('.inspector details[open]');
  expect(await row.innerText()).toMatch(/harbour-[a-z]+-2026-09\.csv/);
  expect(await row.locator('dt').count()).toBeGreaterThan(8);
  await flow.press('Escape');
  await flow.hasFocusIn('[data-fig$="/charges"]');
  await flow.done(8);
});

test('an account is found by four digits of its number, and its balance is shown', async () => {
  const flow = await Flow.begin(app);
  await flow.step('find', 2, async () => {
    await flow.press('Mod+K');
    await flow.hasFocusIn('dialog input');
    await flow.type('1884');
    await flow.sees('hg-data-05');
    await flow.press('Enter');
    await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
    await flow.sees('100018841057');
  });
  expect(flow.data).toBe(4);
  await flow.done(2);
});

test('a filtered table is copied with its headings', async () => {
  await app.page.keyboard.press('Control+7');
  await app.page.locator('#balances-ledger-0-0').waitFor();
  await app.page.locator('#balances-ledger-0-0').focus();
  const flow = await Flow.begin(app);
  await flow.step('copy', 2, async () => {
    await flow.press('Mod+A', 'Mod+Shift+C');
  });
  await flow.done(2);
});

test('Tab narrows into what was found, Esc leads back', async () => {
  const flow = await Flow.begin(app);
  await flow.press('Mod+K');
  await flow.hasFocusIn('dialog input');
  await flow.type('@gwjt');
  await flow.sees('Harbour Group Ltd');
  await flow.press('Tab');
  await flow.sees('Harbour Group Ltd ›');
  await flow.press('Escape');
  await app.page.locator('.narrowed').waitFor({ state: 'detached' });
  await flow.type('@gwjt');
  await flow.press('Tab');
  await flow.sees('Harbour Group Ltd ›');
  await flow.type('bal');
  await flow.press('Enter');
  await app.page.locator('dialog').waitFor({ state: 'detached' });
  await app.page.locator('#balances-ledger-0-0').waitFor();
  expect(await app.page.locator('main h1, main h2').first().innerText()).toBe('Balances');
  await flow.done(5);
});

test('the language is switched from the palette, and nothing is lost', async () => {
  const flow = await Flow.begin(app);
  await flow.step('switch', 2, async () => {
    await flow.press('Mod+K');
    await flow.hasFocusIn('dialog input');
    await flow.type('lang');
    await flow.press('Enter');
    await flow.sees('余额');
  });
  await flow.done(2);
});
