// Every folder here is something that Purser refuses: it says what, where and by which rule, ends with status 1, and
// leaves neither results nor a book behind. A few are called through the built program as well.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { headOf } from '../command-line/head.ts';
import { purser, refusalsIn } from '../command-line/purser.ts';
import { allCases, carryOut, doCall, expectedOf, layOut, monthCall, orThrow } from './case.ts';

const root = join(import.meta.dirname, '../..');
const cases = allCases();
const ofMonth = cases.filter(({ call }) => call.do === undefined);
const ofCommands = cases.filter(({ call }) => call.do !== undefined);

function workOf(name?: string): string {
  const work = layOut(name);
  onTestFinished(() => rmSync(work, { recursive: true }));
  return work;
}

function expectWhole(refusals: readonly Refusal[]): void {
  for (const { what, unchanged, next } of refusals)
    for (const sentence of [what, unchanged, next]) expect(sentence).toMatch(/^\S.*[.)]$/s);
}

test('the sound group is not refused', async () => {
  const work = workOf();
  orThrow(await purser(...monthCall(work, {})), 'month');
  expect(readdirSync(work).sort()).toEqual(['book', 'out', 'setup']);
});

describe('purser month refuses', () => {
  test.each(ofMonth)('$name', async ({ name, expected, call }) => {
    const work = workOf(name);
    const { status, refusals, out } = await purser(...monthCall(work, call));
    expect(refusals.map(expectedOf)).toEqual(expected);
    expectWhole(refusals);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(readdirSync(work)).toEqual(['setup']);
  });

  test('a folder that lacks files it must have', async () => {
    const work = workOf();
    for (const file of ['entities.csv', 'accounts.csv']) rmSync(join(work, 'setup', file));
    const { status, refusals } = await purser(...monthCall(work, {}));
    const lacking = (file: string) => ({ code: 'missingFile', rule: 'S1', where: { file } });
    expect(refusals.map(expectedOf)).toEqual([lacking('entities.csv'), lacking('accounts.csv')]);
    expect(status).toBe(1);
    expect(readdirSync(work)).toEqual(['setup']);
  });

  test('a field over 1 MiB', async () => {
    const work = workOf();
    const bill = join(work, 'setup/bills/october.csv');
    const long = 'x'.repeat(1024 * 1024 + 1);
    writeFileSync(bill, readFileSync(bill, 'utf8').replace('Hourly settlement', long));
    const { status, refusals } = await purser(...monthCall(work, {}));
    expect(refusals.map(expectedOf)).toMatchObject([{ code: 'fieldTooLarge', where: { file: 'october.csv', row: 2 } }]);
    expect(status).toBe(1);
    expect(readdirSync(work)).toEqual(['setup']);
  });

  test('and leaves a book that was there as it was', async () => {
    const work = workOf('allocation-beyond-the-cash');
    const refused = join(work, 'setup/funds.csv');
    const sound = readFileSync(join(import.meta.dirname, 'sound-group/funds.csv'));
    const bad = readFileSync(refused);
    writeFileSync(refused, sound);
    orThrow(await purser(...monthCall(work, {})), 'month');
    const [head, tables] = [headOf(join(work, 'book')), readFileSync(join(work, 'out/balances.csv'), 'utf8')];
    writeFileSync(refused, bad);
    expect((await purser(...monthCall(work, {}))).status).toBe(1);
    expect(headOf(join(work, 'book'))).toBe(head);
    expect(readFileSync(join(work, 'out/balances.csv'), 'utf8')).toBe(tables);
    expect(readdirSync(work).sort()).toEqual(['book', 'out', 'setup']);
  });
});

describe('purser do and purser ask refuse', () => {
  test.each(ofCommands)('$name', async ({ name, expected, call }) => {
    const work = workOf(name);
    const [last, ...before] = [...call.do!].reverse();
    orThrow(await purser(...monthCall(work, call)), 'month');
    await carryOut(work, before.reverse());
    const head = headOf(join(work, 'book'));
    const { status, refusals, out } = await purser(...doCall(work, last!));
    expect(refusals.map(expectedOf)).toEqual(expected);
    expectWhole(refusals);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(headOf(join(work, 'book'))).toBe(head);
  });

  test('anything but createBook in a folder with an empty journal', async () => {
    const work = workOf();
    mkdirSync(join(work, 'book/journal'), { recursive: true });
    const step = { command: 'addEntity', input: { code: 'PIER', name: 'Pier', currency: 'CNY' } };
    const { status, refusals } = await purser(...doCall(work, step));
    expect([status, refusals.map(({ code }) => code)]).toEqual([1, ['noBook']]);
  });
});

describe('the built program refuses with status 1', () => {
  const program = join(root, 'out/cli/cli.js');
  beforeAll(() => void execFileSync(process.execPath, [join(root, 'build/purser.mjs'), 'build']), 120_000);

  const chosen = ['amount-with-comma-and-letter', 'bill-gzip-truncated', 'bill-owner-unknown', 'period-not-a-month'];
  test.each(cases.filter(({ name }) => chosen.includes(name)))('$name', ({ name, expected, call }) => {
    const work = workOf(name);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...monthCall(work, call)], {
      encoding: 'utf8',
    });
    expect(refusalsIn(stderr).map(expectedOf)).toEqual(expected);
    expect([status, stdout]).toEqual([1, '']);
    expect(existsSync(join(work, 'out')) || existsSync(join(work, 'book'))).toBe(false);
  });
});
