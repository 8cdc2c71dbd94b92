// Funds as a clerk handles them, by keyboard alone and within the budgets of ux/flows.md: a top-up and twelve allocations
// (flow C), idle money brought back (flow D), 48 balances of the vendor taken over from Excel, and an entry that a later
// one stands in the way of (F11).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { Flow, ask, openSample } from './flows/flow.ts';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-funds-'));
const month = '2026-09';
const asOf = `${month}-30`;
let browser: Browser;
let app: RunningApp;

interface Rows {
  readonly rows: readonly (Readonly<Record<string, string>> & { readonly id: string })[];
  readonly total: number;
}

beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
  app = await launchApp({ browser, home: join(folder, 'home') });
  await openSample(app);
}, 120_000);
afterAll(async () => {
  await app.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const balances = async (): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> => {
  const { rows } = await ask<Rows>(app, 'balances', { asOf });
  return new Map(rows.map((row) => [row['name']!, row]));
};
const dialogCloses = (): Promise<void> => app.page.locator('dialog[open]').waitFor({ state: 'detached' });

/** Filters the open list and stands on its first row. */
async function filterTo(flow: Flow, filter: string, rows: number): Promise<void> {
  await flow.press('Mod+F');
  await flow.type(filter);
  await flow.sees(`${rows} rows`);
  await flow.press('Enter');
  await flow.hasFocusIn('[role=gridcell]');
}

test('flow C: the group is topped up and twelve accounts are brought to 30 days', async () => {
  const flow = await Flow.begin(app);
  await flow.step('C top up', 6, async () => {
    await flow.press('Mod+7');
    await flow.sees('harbour-group');
    await flow.press('Mod+T');
    await flow.hasFocusIn('dialog input');
    await flow.type('100000');
    await flow.press('Tab', 'Tab');
    await flow.type('BANK-9');
    await flow.canUse(/^Top-up CNY 100,000\.00/);
    await flow.press('Mod+Enter');
    await dialogCloses();
  });
  await flow.step('C allocate', 8, async () => {
    await filterTo(flow, 'runway<20', 12);
    await flow.press('Mod+A', 'Mod+Shift+T');
    await flow.canUse(/^Review and post/);
    await flow.press('Mod+Enter');
    await flow.canUse(/^Allocate CNY/);
    await flow.press('Mod+Enter');
    await dialogCloses();
  });
  await flow.step('C sheet for the console', 3, async () => {
    await flow.sees('BANK-9');
    await flow.press('Mod+P');
    await flow.sees('Allocation sheet: 15 transfers');
    const place = join(folder, 'sheet.pdf');
    await flow.pressForDialog('Enter', [place]);
    await dialogCloses();
    expect(readFileSync(place).subarray(0, 5).toString()).toBe('%PDF-');
  });
  await flow.done(16);
  const after = await balances();
  const lasting = [...after.values()].filter(({ runwayDays }) => runwayDays === '30');
  expect(lasting.length).toBe(12);
  expect(Number(after.get('harbour-group')!['cash'])).toBeGreaterThan(0);
});

test('flow D: all idle money is brought back, oldest lots first', async () => {
  const idle = { asOf, filter: [{ column: 'recoverable', test: 'above', value: '0' }] };
  const before = await ask<Rows>(app, 'balances', idle);
  const flow = await Flow.begin(app);
  await flow.press('Mod+7');
  await flow.sees('harbour-group');
  await filterTo(flow, 'recoverable>0', before.total);
  await flow.press('Mod+A', 'Mod+Shift+U');
  await flow.canUse(/^Review and post/);
  await flow.press('Mod+Enter');
  await flow.canUse(/^Bring back CNY/);
  await flow.press('Mod+Enter');
  await dialogCloses();
  await flow.done(8);
  // What members give back lies with the admins that had passed it on, and can go on from there.
  const { rows } = await ask<Rows>(app, 'balances', idle);
  expect(rows.map(({ name }) => name)).toEqual(['ht-admin', 'hl-admin', 'hg-admin']);
});

test('48 balances of the vendor are pasted from Excel, none of them where one cannot be read', async () => {
  const all = [...(await balances()).values()].slice(0, 48);
  const rows = (last: string): string =>
    all.map((row, place) => [row['name'], asOf, place === 47 ? last : row['balance']].join('\t')).join('\n');
  const flow = await Flow.begin(app);
  await app.page.keyboard.press('Control+7');
  await flow.sees('harbour-group');
  await flow.press('Mod+Shift+V');
  await flow.hasFocusIn('textarea');
  await app.page.keyboard.insertText(rows('abc'));
  await flow.sees('1 cell cannot be read. Nothing will be entered.');
  await app.page.keyboard.press('Control+A');
  await flow.press('Mod+V');
  await app.page.keyboard.insertText(rows('12.00'));
  await flow.canUse(/^Review/);
  await flow.press('Mod+Enter');
  await flow.canUse(/^Record 48 balances/);
  await flow.press('Mod+Enter');
  await dialogCloses();
  await flow.done(4);
  const checks = [...(await balances()).values()].map(({ check }) => check);
  expect(['passed', 'failed', 'none'].map((wanted) => checks.filter((check) => check === wanted).length)).toEqual([
    47, 1, 13,
  ]);
});

test('what stands in the way of a reversal is named and gone to; once it is reversed the first can be', async () => {
  const flow = await Flow.begin(app);
  await flow.press('Mod+8', 'Control+PageDown');
  await reverse(flow, 'F00054');
  await flow.sees(/F00072/);
  await app.page.getByRole('button', { name: 'Go to F00072' }).focus();
  await flow.press('Enter');
  await dialogCloses();
  await flow.sees('1 row');
  await app.page.locator('[role=gridcell][tabindex="0"]').focus();
  await reverse(flow, undefined);
  await dialogCloses();
  await reverse(flow, 'F00054');
  await dialogCloses();
  const { rows } = await ask<Rows>(app, 'movements', {});
  const status = (movement: string) => rows.find((row) => row.id === movement)?.['status'];
  expect([status('F00072'), status('F00054')]).toEqual(['reversed', 'reversed']);
});

/** Reverses the movement of a number, or the one with the focus. */
async function reverse(flow: Flow, number: string | undefined): Promise<void> {
  if (number !== undefined) {
    await flow.press('Mod+F', 'Mod+A');
    await flow.type(`number=${number}`);
    await flow.sees('1 row');
    await flow.press('Enter');
    await flow.hasFocusIn('[role=gridcell]');
  }
  await flow.press('Mod+Backspace');
  await flow.hasFocusIn('dialog');
  await app.page.locator('dialog textarea').focus();
  await flow.type('entered twice');
  await flow.press('Mod+Enter');
}
