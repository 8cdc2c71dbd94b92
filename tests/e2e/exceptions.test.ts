// The work of a month with every kind of exception and finding, through the real program (ux/flows.md 2.1): each kind its own
// group with its usual decision, taken by Enter and Mod+Enter; what leads somewhere leads there; findings block nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { makeEventfulMonth } from './eventful-month.ts';
import { Flow, ask } from './flows/flow.ts';
import { settled } from './sample-window.ts';
import { coverOf, openBookOf } from './small-books.ts';

const patience = { timeout: 30_000 };
const folder = mkdtempSync(join(tmpdir(), 'purser-exceptions-'));
let browser: Browser;
let app: RunningApp;
let flow: Flow;
let month: Awaited<ReturnType<typeof makeEventfulMonth>>;

beforeAll(async () => {
  builtProgram();
  month = await makeEventfulMonth(folder);
  browser = await startChromium();
  app = await launchApp({ browser, home: join(folder, 'home'), args: [coverOf(month.book)] });
  await openBookOf(app);
  flow = await Flow.begin(app);
}, 120_000);
afterAll(async () => {
  await app.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The groups as they stand: code and how many rows. */
async function groups(): Promise<readonly string[]> {
  await settled(app.page);
  return app.page.evaluate(() =>
    [...document.querySelectorAll('.groups li button')].map((row) =>
      ['.code', '.number'].map((part) => row.querySelector(part)!.textContent.trim()).join(' '),
    ),
  );
}

/** The code of the group that is decided about. */
const current = (): Promise<string> => app.page.locator('.groups [aria-current=true] .code').innerText();

/** Goes to a group by its code, by keys. */
async function goToGroup(code: string): Promise<void> {
  for (let tries = 0; (await current()) !== code; tries++) {
    if (tries > 20) throw new Error(`There is no group ${code}.`);
    const before = await app.page.locator('.groups [aria-current=true] .name').innerText();
    await flow.press('Alt+ArrowDown');
    await expect
      .poll(() => app.page.locator('.groups [aria-current=true] .name').innerText(), patience)
      .not.toBe(before);
  }
  await settled(app.page);
}

type Rows = readonly Record<string, string>[];

/** The rows of a kind of work. */
async function rowsOf(list: 'exceptions' | 'findings', value: string): Promise<Rows> {
  const filter = [{ column: list === 'findings' ? 'kind' : 'cause', test: 'is', value }];
  const { rows } = await ask<{ rows: Rows }>(app, list, { period: month.period, filter });
  return rows;
}

const findings = (kind: string): Promise<Rows> => rowsOf('findings', kind);

/** Takes the usual decision about a group, or the only one where none is usual, and waits until it is gone. */
async function acceptUsual(code: string): Promise<void> {
  await goToGroup(code);
  const before = await groups();
  await flow.press(code === 'X05' ? 'ArrowRight' : 'Enter', 'Mod+Enter');
  await expect.poll(groups, patience).not.toEqual(before);
}

test('14 files bring each kind as a group of its own, exceptions first', async () => {
  await flow.pressForDialog('Mod+I', month.bills);
  await flow.canUse(/^Check 14 files/);
  await flow.press('Mod+Enter');
  await flow.canUse(/^Import 14 files/);
  await flow.press('Mod+Enter');
  await flow.hasFocusIn('.groups');
  expect(await groups()).toEqual(['X01 3', 'X02 1', 'X05 10', 'F03 1', 'F04 1', 'F06 1']);
});

/** The keys that mapping one account took, beside the usual way. */
let ofMapping = 0;

test('X01: one account is mapped to one that is there, which is to be chosen first', async () => {
  const before = flow.keys;
  await goToGroup('X01');
  const [row] = await rowsOf('exceptions', 'unknown-owner');
  await app.page.locator('[id^="work-unknown-owner-0-"]').first().focus();
  await flow.press('Space');
  await app.page.locator('.groups [aria-current=true]').focus();
  await flow.press('ArrowRight', 'ArrowRight');
  const verb = app.page.getByRole('button', { name: /^Accept for 1 row/ });
  expect(await verb.getAttribute('aria-disabled')).toBe('true');
  // Accepting leads to the choice of an account; up and down are its own.
  await flow.press('Mod+Enter', 'ArrowDown');
  expect(await app.page.getByLabel('Charge to').inputValue()).not.toBe('');
  expect(await current()).toBe('X01');
  const target = await app.page.getByLabel('Charge to').locator('option', { hasText: '· USD' }).first().innerText();
  await app.page.getByLabel('Charge to').selectOption({ label: target });
  await flow.press('Mod+Enter');
  await app.page.locator('.decision').getByRole('alert').waitFor(patience);
  const fitting = (await ask<{ rows: readonly Record<string, string>[] }>(app, 'accounts', {})).rows.find(
    (one) => one['provider'] === row!['provider'] && one['currency'] === row!['currency'],
  );
  await app.page.getByLabel('Charge to').selectOption(`${fitting!['provider']}:${fitting!['account']}`);
  await flow.press('Mod+Enter');
  await expect.poll(groups, patience).toContain('X01 2');
  ofMapping = flow.keys - before;
  const { rows } = await ask<{ rows: readonly Record<string, string>[] }>(app, 'billLines', {
    period: month.period,
    filter: [{ column: 'exception', test: 'is', value: 'mapped' }],
  });
  expect(new Set(rows.map((one) => one['owner']))).toEqual(new Set([fitting!['account']]));
});

test('the usual decisions by Enter and Mod+Enter, the next group follows by itself', async () => {
  const before = flow.keys;
  for (const code of ['X01', 'X02', 'X05', 'F03', 'F04', 'F06']) {
    expect(await current()).toBe(code);
    await acceptUsual(code);
  }
  expect(flow.keys - before, 'two keys a group').toBe(12);
  await flow.sees(`Nothing holds up ${month.period}`);
  await flow.sees('Unknown account · 2 · Adopt as the bill shows');
  expect((await findings('parts-differ')).map((row) => row['decided'])).toEqual(['accept-total']);
  expect(await findings('voucher-unknown')).toEqual([]);
});

test('the run brings the findings of its charges, and they hold up nothing', async () => {
  await flow.press('Mod+Shift+R');
  await flow.canUse(/^Post [\d,]+ charges/);
  await flow.press('Mod+Enter');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached', ...patience });
  await flow.hasFocusIn('.groups');
  await expect
    .poll(async () => (await groups()).map((group) => group.split(' ')[0]), patience)
    .toEqual(['F01', 'F02', 'F05', 'F07']);
  // A1 to A4 of flow A: files chosen, tried out and imported, six groups decided, the run posted. What led to one account
  // that was mapped alone is beside it.
  await flow.done(18 + ofMapping);
  expect(flow.data).toBe(0);
});

test('F01: the offer is changed from a day on, and the next run is priced by it', async () => {
  await goToGroup('F01');
  const [row] = await findings('discount-variance');
  await flow.press('ArrowLeft', 'Mod+Enter');
  const sheet = app.page.getByRole('dialog', { name: /^Change the offer of \d+/ });
  await sheet.waitFor(patience);
  expect(await sheet.getByRole('textbox').first().inputValue()).toBe(row!['offerValue']);
  await app.page.keyboard.press('Control+a');
  await flow.type('a good price');
  await flow.press('Mod+Enter');
  await sheet.getByRole('alert').waitFor(patience);
  await sheet.getByRole('textbox').first().focus();
  await app.page.keyboard.press('Control+a');
  await flow.type('1');
  await flow.press('Mod+Enter');
  await sheet.waitFor({ state: 'detached', ...patience });
  const checked = await ask<{ rows: readonly Record<string, string>[] }>(app, 'discountCheck', {
    period: month.period,
    filter: [{ column: 'account', test: 'is', value: row!['account'] }],
  });
  const same = checked.rows.find((one) => one['product'] === row!['product']);
  expect(same?.['amount'], 'billed at list is what the new offer says').not.toBe(row!['amount']);
});

test('F01: billed and contracted stand beside the difference, which is explained and then noted for a claim', async () => {
  await goToGroup('F01');
  const headings = await app.page.locator('.work [role=columnheader]').allInnerTexts();
  for (const heading of ['Billed', 'Contract', 'Difference'])
    expect(headings.map((one) => one.trim())).toContain(heading);
  await flow.press('ArrowRight', 'ArrowRight', 'Mod+Enter');
  await app.page.locator('.inspector .sentence, .inspector table, .inspector dl').first().waitFor(patience);
  await flow.press('Escape');
  const billed = (await findings('discount-variance')).map((row) => row['billed']);
  expect(billed.filter((text) => text !== '').length, 'those that the new offer leaves as they were').toBeGreaterThan(
    0,
  );
  await acceptUsual('F01');
  expect((await findings('discount-variance')).every((row) => row['decided'] === 'claim')).toBe(true);
});

test('F02: a link is changed from a date, unless a rule says no; then it stays and the reason is said', async () => {
  await goToGroup('F02');
  const [row] = await findings('payer-differs');
  await flow.press('ArrowRight', 'ArrowRight', 'Mod+Enter');
  const sheet = app.page.getByRole('dialog', { name: 'Change the payer of 1 account' });
  await sheet.waitFor(patience);
  expect(await sheet.getByRole('textbox').inputValue()).toBe('2026-10-01');
  await app.page.keyboard.press('Control+a');
  await flow.type('2026-11-01');
  await flow.press('Mod+Enter');
  // The vendor bills the group admin; by rule P4 only an admin of the account's own entity pays for it.
  await sheet.getByRole('alert').waitFor(patience);
  await flow.press('Escape');
  const { rows } = await ask<{ rows: readonly Record<string, string>[] }>(app, 'relations', {
    asOf: '2026-11-30',
    filter: [{ column: 'account', test: 'is', value: row!['account'] }],
  });
  const link = rows.find((one) => one['mode'] === 'pay-on-behalf');
  expect(link?.['admin'], 'as it was').toBe(`tencent:${row!['payer']}`);
  await acceptUsual('F02');
});

test('F05 opens the account again; F07 leads to the plan with the payer that is over its limit', async () => {
  const [closed] = await findings('closed-account');
  await goToGroup('F05');
  await flow.press('ArrowRight', 'ArrowRight', 'Mod+Enter');
  await expect.poll(() => findings('closed-account'), patience).toEqual([]);
  const filter = [{ column: 'account', test: 'is', value: closed!['account'] }];
  expect((await ask<{ rows: Rows }>(app, 'accounts', { filter })).rows).toMatchObject([{ closed: '' }]);
  await goToGroup('F07');
  const [risk] = await findings('blast-radius');
  await flow.press('Enter', 'Mod+Enter');
  await app.page.locator('main[aria-label=Allocations]').waitFor(patience);
  await settled(app.page);
  await flow.sees(risk!['name']!);
  await flow.press('Alt+ArrowLeft');
  await flow.hasFocusIn('.groups');
  expect(await current(), 'back at the same group').toBe('F07');
});
