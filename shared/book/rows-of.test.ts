// Facts written as rows are read back as they were.
import { expect, test } from 'vitest';
import { charge, decimal, group, key, link, money, month, offer } from '../../tests/rule-facts.ts';
import type { Refusal } from '../rules/refusal.ts';
import { readRow } from './row.ts';
import { rowOf, rowOfAccount, rowOfLink } from './rows-of.ts';
import { factOfPosted, readRun, runFactOf } from './run-fact.ts';
import { readAccount, readLink } from './structure-rows.ts';

test('a link and an account', () => {
  const refusals: Refusal[] = [];
  for (const one of [link('2', '1'), link('2', '1', { from: '2026-10-01', to: '2026-11-01', crossEntityFunds: true })])
    expect(readLink(readRow(rowOfLink(one), {}, refusals))).toEqual(one);
  const account = group({ accounts: { 1: { entity: 'SZ', role: 'group-admin' } } }).accounts.get(key('1'))!;
  expect(readAccount(readRow(rowOfAccount(account), {}, refusals))).toEqual(account);
  expect(refusals).toEqual([]);
});

test('an input as a row: lists joined, true as yes, empty cells left out', () => {
  expect(rowOf({ a: ['x', 'y'], b: true, c: false, d: '', e: undefined, f: '1', g: [] })).toEqual({
    a: 'x y',
    b: 'yes',
    f: '1',
  });
});

const run = {
  period: month('2026-10'),
  charges: [charge('-1.05'), charge('70000', { owner: '2', currency: 'JPY', entity: 'SZ', category: 'Tax' })],
};
const offers = [offer('1', '0.7'), offer('1', '0.6', { entry: 1 }), offer('9', '0:1', { product: 'cvm' })];
const variance = { owner: key('1'), product: 'cvm', currency: 'CNY', amount: money('-0.02'), offers };
const other = {
  owner: key('1'),
  vendorPayer: key('8'),
  payer: key('1'),
  currency: 'CNY',
  lines: 3,
  billed: decimal('0.125'),
};

test('a run with its findings, in texts that JSON keeps exactly', () => {
  const fact = runFactOf(run, { variances: [variance], otherPayers: [other] }, ['i1']);
  expect(fact.charges.map((one) => one.slice(-2))).toEqual([
    ['0.00', '-1.05'],
    ['0', '70000'],
  ]);
  const posted = readRun(JSON.parse(JSON.stringify(fact)) as typeof fact);
  expect(posted).toEqual({
    run,
    imports: ['i1'],
    otherPayers: [other],
    variances: [{ ...variance, offers: 'tencent:1 * multiplier; tencent:9 cvm tiers' }],
  });
  expect(factOfPosted(posted)).toEqual(fact);
});

test('a run that Purser did not write is not read', () => {
  const fact = runFactOf(run, { variances: [], otherPayers: [] }, []);
  expect(() => readRun({ ...fact, period: '2026-13' })).toThrow('not a month');
  const [first] = fact.charges;
  const broken = { ...fact, charges: [[...first!.slice(0, 7), '1.005'] as unknown as typeof first & object] };
  expect(() => readRun(broken)).toThrow('not an amount in CNY');
});
