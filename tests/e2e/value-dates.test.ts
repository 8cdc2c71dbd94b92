// Value date decides, not the order of entry (rule F11), at the window: October run after November's funds were entered is
// October run before; and an entry in the past that a later one does not bear is refused, named, and possible once that
// one is reversed.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { Flow, ask, openSample } from './flows/flow.ts';
import { runMonth } from './flows/run-month.ts';

const period = '2026-10';
const asOf = '2026-10-31';
const folder = mkdtempSync(join(tmpdir(), 'purser-value-dates-'));
let browser: Browser;
let before: RunningApp;
let after: RunningApp;

beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
  before = await launchApp({ browser, home: join(folder, 'before') });
  after = await launchApp({ browser, home: join(folder, 'after') });
  await openSample(before);
  await openSample(after);
}, 120_000);
afterAll(async () => {
  await before.kill();
  await after.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const dialogCloses = (app: RunningApp): Promise<void> =>
  app.page.locator('dialog[open]').waitFor({ state: 'detached' });

/** Stands on the balance of an account in a month. */
async function standOn(flow: Flow, app: RunningApp, account: string): Promise<void> {
  await flow.press('Mod+7', 'Mod+F', 'Mod+A');
  await flow.type(`"${account}"`);
  await flow.sees('1 row');
  await flow.press('Enter');
  await flow.hasFocusIn('[role=gridcell]');
  await app.page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
}

/** Writes an amount and a day into the sheet that is open, and commits it. */
async function enter(flow: Flow, amount: string, day: string): Promise<void> {
  await flow.hasFocusIn('dialog input');
  await flow.type(amount);
  await flow.press('Tab', 'Mod+A');
  await flow.type(day);
}

/** Tops the group up, then passes half of it on, both in November. */
async function fundNovember(flow: Flow, app: RunningApp): Promise<void> {
  await flow.press('Control+PageDown', 'Control+PageDown');
  await standOn(flow, app, 'harbour-group');
  await flow.press('Mod+T');
  await enter(flow, '300000', '2026-11-03');
  await flow.canUse(/^Top-up CNY 300,000\.00/);
  await flow.press('Mod+Enter');
  await dialogCloses(app);
  await standOn(flow, app, 'hm-admin');
  await flow.press('Mod+Shift+T');
  await app.page.locator('#plan-allocation-0-6').waitFor();
  await flow.press(...Array.from({ length: 6 }, () => 'ArrowRight'));
  await flow.hasFocusIn('#plan-allocation-0-6');
  await flow.type('150000');
  await flow.press('Enter');
  await flow.canUse(/^Review and post/);
  await flow.press('Mod+Enter');
  await flow.canUse(/^Allocate CNY 150,000\.00/);
  await flow.press('Mod+Enter');
  await dialogCloses(app);
}

/** All cells of what October comes to. */
async function octoberOf(app: RunningApp): Promise<unknown> {
  const names = ['charges', 'dues', 'float', 'invoiceable'] as const;
  const inPeriod = await Promise.all(
    names.map((name) => ask(app, 'wholeList', { query: name, input: { period }, offset: 0 })),
  );
  const onDay = ['balances', 'lots'].map((query) => ask(app, 'wholeList', { query, input: { asOf }, offset: 0 }));
  return [inPeriod, await Promise.all(onDay)];
}

test('October run after November’s funds were entered has the same cells as October run before', async () => {
  const october = join(builtProgram(), 'sample/bills', period);
  const bills = readdirSync(october).map((name) => join(october, name));
  const inOrder = await Flow.begin(before);
  await runMonth(before, inOrder, { period, bills });
  await fundNovember(inOrder, before);
  const late = await Flow.begin(after);
  await fundNovember(late, after);
  await runMonth(after, late, { period, bills });
  expect(await octoberOf(after)).toEqual(await octoberOf(before));
  const { total } = await ask<{ total: number }>(after, 'charges', { period });
  expect(total).toBeGreaterThan(100);
});

test('an entry in the past that a later allocation does not bear is refused naming it, and possible once it is reversed', async () => {
  const flow = await Flow.begin(after);
  const withdraw = async (): Promise<void> => {
    await standOn(flow, after, 'harbour-group');
    await flow.press('Shift+F10');
    await flow.hasFocusIn('[role=menu]');
    await flow.press(...Array.from({ length: 6 }, () => 'ArrowDown'), 'Enter');
    await enter(flow, '250000', '2026-11-04');
  };
  await withdraw();
  await flow.sees(/^This would make a later entry of 2026-11-30 impossible: allocation /);
  const goTo = after.page.getByRole('button', { name: /^Go to / });
  await goTo.waitFor();
  await goTo.focus();
  await flow.press('Enter');
  await dialogCloses(after);
  await flow.sees('1 row');
  await after.page.locator('[role=gridcell][tabindex="0"]').focus();
  await flow.press('Mod+Backspace');
  await flow.hasFocusIn('dialog textarea');
  await flow.type('planned too early');
  await flow.press('Mod+Enter');
  await dialogCloses(after);
  await withdraw();
  await flow.canUse(/^Withdrawal CNY 250,000\.00/);
  await flow.press('Mod+Enter');
  await dialogCloses(after);
  const { rows } = await ask<{ rows: readonly Record<string, string>[] }>(after, 'movements', { from: '2026-11-01' });
  expect(rows.map(({ kind, amount, status }) => [kind, amount, status])).toEqual([
    ['top-up', '300000.00', 'posted'],
    ['withdrawal', '250000.00', 'posted'],
    ['allocation', '150000.00', 'reversed'],
  ]);
  await flow.done(60);
});
