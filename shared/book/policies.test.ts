// The policies of book.json, checked word by word (S5; formats.md §1).
import { expect, test } from 'vitest';
import type { Refusal } from '../rules/refusal.ts';
import { readPolicies } from './policies.ts';
import type { Json } from './record.ts';

function refusedColumns(value: Json): readonly (string | undefined)[] {
  const refusals: Refusal[] = [];
  readPolicies(value, 'book.json', refusals);
  expect(refusals.every(({ code, rule }) => code === 'badPolicy' && rule === 'S5')).toBe(true);
  return refusals.map((refusal) => refusal.where?.column);
}

test('policies are read by provider under their names in code', () => {
  const refusals: Refusal[] = [];
  const deductionOrder = ['cash', 'credit', 'gift', 'voucher'];
  const tencent = { charge_basis: 'contract', lot_order: 'own-first', deduction_order: deductionOrder };
  const aws = { settlement: 'vendor', invoiceable: 'on-payment', guardrails: { 'no-chains': true } };
  expect(readPolicies({ tencent, aws }, 'book.json', refusals)).toEqual({
    tencent: { chargeBasis: 'contract', lotOrder: 'own-first', deductionOrder },
    aws,
  });
  expect(refusals).toEqual([]);
});

test.each<[Json, string]>([
  [[], 'policies'],
  ['billed', 'policies'],
  [{ ibm: {} }, 'ibm'],
  [{ tencent: 'billed' }, 'tencent'],
  [{ tencent: { charge_basis: 'list' } }, 'charge_basis'],
  [{ tencent: { lot_order: 'newest' } }, 'lot_order'],
  [{ tencent: { deduction_order: ['cash', 'gift'] } }, 'deduction_order'],
  [{ tencent: { deduction_order: ['cash', 'cash', 'gift', 'credit'] } }, 'deduction_order'],
  [{ tencent: { guardrails: { 'no-fun': true } } }, 'guardrails'],
  [{ tencent: { guardrails: { 'no-chains': 'no' } } }, 'guardrails'],
  [{ tencent: { guardrails: ['no-chains'] } }, 'guardrails'],
  [{ tencent: { discount: '0.7' } }, 'discount'],
])('what is not a policy is refused, never passed over: %j', (value, column) => {
  expect(refusedColumns(value)).toEqual([column]);
});
