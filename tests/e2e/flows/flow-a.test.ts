// Flow A of ux/flows.md, as far as the program goes today (A1 to A4): the month's bills imported, what holds them up
// decided, the charges run, by keyboard alone and within the budget; and the book then says what the command line says.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../../build/stand-in/chromium.ts';
import { add, formatDecimal, parseDecimal, zero } from '../../../shared/money/decimal.ts';
import { purser } from '../../command-line/purser.ts';
import { type RunningApp, builtProgram, launchApp } from '../../../build/launch-app.ts';
import { Flow, ask, openSample } from './flow.ts';
import { runMonth } from './run-month.ts';

const period = '2026-10';
const folder = mkdtempSync(join(tmpdir(), 'purser-flow-a-'));
let browser: Browser;
let app: RunningApp;

beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
  app = await launchApp({ browser, home: join(folder, 'home') });
}, 120_000);
afterAll(async () => {
  await app.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sums {
  readonly total: number;
  readonly sums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

test('A1 to A4: import, decide, run charges', async () => {
  const october = join(builtProgram(), 'sample/bills', period);
  const bills = readdirSync(october).map((name) => join(october, name));
  await openSample(app);
  const flow = await Flow.begin(app);
  await runMonth(app, flow, { period, bills });
  await flow.done(9);
  expect(flow.data).toBe(0);
});

test('the charges are those of the command line, and every file is in whole', async () => {
  const out = join(folder, 'out');
  const setup = join(builtProgram(), 'sample');
  const { status } = await purser('month', setup, '--period', `2026-08..${period}`, '--out', out, '--no-documents');
  expect(status).toBe(0);
  const rows: Record<string, string>[] = parse(readFileSync(join(out, period, 'charges.csv')), { columns: true });
  const charges = await ask<Sums>(app, 'charges', { period, limit: 1 });
  expect(charges.total).toBe(rows.length);
  for (const [currency, sums] of Object.entries(charges.sums)) {
    const own = rows.filter((row) => row['currency'] === currency);
    for (const column of ['amount', 'cash', 'credit', 'voucher'] as const)
      expect(sumOf([sums[column]!]), `${currency} ${column}`).toBe(sumOf(own.map((row) => row[column]!)));
  }
  const imports = await ask<{ rows: Record<string, string>[] }>(app, 'imports', { period });
  expect(imports.rows).toHaveLength(2);
  for (const row of imports.rows) expect(row['keptSum']).toBe(row['inFile']);
});

function sumOf(amounts: readonly string[]): string {
  return formatDecimal(amounts.reduce((sum, amount) => add(sum, parseDecimal(amount)!), zero));
}
