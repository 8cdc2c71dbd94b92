// Rows of funds.csv and reimbursements.csv become movements and reimbursements (formats.md §1).
import { expect, test } from 'vitest';
import { day, money } from '../../tests/rule-facts.ts';
import type { Refusal } from '../rules/refusal.ts';
import { readMovement, readReimbursement } from './money-rows.ts';
import { type Row, type RowReader, readRow } from './row.ts';

function codes(row: Row, read: (reader: RowReader) => unknown): readonly string[] {
  const refusals: Refusal[] = [];
  read(readRow(row, {}, refusals));
  return refusals.map((refusal) => refusal.code);
}

const top = {
  key: 't',
  date: '2026-10-01',
  kind: 'top-up',
  provider: 'tencent',
  account: '1',
  amount: '5',
  currency: 'CNY',
};

test('a movement; what is empty is none', () => {
  expect(readMovement(readRow(top, {}, []))).toEqual({
    key: 't',
    date: day('2026-10-01'),
    kind: 'top-up',
    account: 'tencent:1',
    to: null,
    amount: money('5'),
    currency: 'CNY',
    origin: null,
    reference: '',
    note: '',
  });
  const rest = { kind: 'recovery', to: '2', reference: 'a1', note: 'back', origin: 'HQ' };
  expect(readMovement(readRow({ ...top, ...rest }, {}, []))).toMatchObject({ ...rest, to: 'tencent:2' });
});

test('F3: at most the currency’s decimals; kinds and dates that are known', () => {
  expect(codes({ ...top, amount: '5.001' }, readMovement)).toEqual(['badAmount']);
  expect(codes({ ...top, kind: 'gain' }, readMovement)).toEqual(['unknownWord']);
  expect(codes({ ...top, date: '1.10.2026' }, readMovement)).toEqual(['badDate']);
});

const paid = { key: 'r', date: '2026-10-01', debtor: 'SZ', creditor: 'HQ', amount: '5', currency: 'CNY' };

test('R4: a reimbursement is a payment unless it says opening, and positive', () => {
  expect(readReimbursement(readRow(paid, {}, []))).toMatchObject({ kind: 'payment', amount: money('5') });
  expect(readReimbursement(readRow({ ...paid, kind: 'opening' }, {}, [])).kind).toBe('opening');
  expect(codes({ ...paid, amount: '0' }, readReimbursement)).toEqual(['amountNotPositive']);
  expect(codes({ ...paid, amount: '-1' }, readReimbursement)).toEqual(['amountNotPositive']);
  expect(codes({ ...paid, amount: '' }, readReimbursement)).toEqual(['missingValue']);
  expect(codes({ ...paid, amount: '5,0' }, readReimbursement)).toEqual(['badAmount']);
});
