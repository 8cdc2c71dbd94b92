// Rows of the structure tables become facts (formats.md §1).
import { expect, test } from 'vitest';
import { day, decimal, money, offer } from '../../tests/rule-facts.ts';
import type { Refusal } from '../rules/refusal.ts';
import { type Row, type RowReader, readRow } from './row.ts';
import { readAccount, readEntity, readLink, readOffer, readVoucher } from './structure-rows.ts';

function codes(row: Row, read: (reader: RowReader) => unknown): readonly string[] {
  const refusals: Refusal[] = [];
  read(readRow(row, {}, refusals));
  return refusals.map((refusal) => refusal.code);
}

const of = <T>(row: Row, read: (reader: RowReader) => T): T => read(readRow(row, {}, []));

test('S2: an entity; the parent company has an empty parent', () => {
  const row = { code: 'HQ', name: 'Harbour', nameZh: '海港', currency: 'CNY', taxId: '9144' };
  expect(of(row, readEntity)).toMatchObject({ ...row, country: '', bankAccount: '', parent: null });
  expect(of({ ...row, parent: 'UP' }, readEntity).parent).toBe('UP');
  expect(codes({}, readEntity)).toEqual(['missingValue', 'missingValue', 'missingValue']);
});

const account = { provider: 'tencent', id: '0012', entity: 'HQ', role: 'member', currency: 'CNY' };

test('S3: an account; its number stays text, an empty limit is none stated', () => {
  expect(of(account, readAccount)).toMatchObject({
    key: 'tencent:0012',
    id: '0012',
    opened: null,
    entity: { initial: 'HQ', changes: [] },
    creditLimit: { initial: null },
  });
  expect(of({ ...account, creditLimit: '0' }, readAccount).creditLimit.initial).toBe(0n);
  expect(of({ ...account, creditLimit: '12.5' }, readAccount).creditLimit.initial).toBe(money('12.50'));
  expect(codes({ ...account, role: 'chief' }, readAccount)).toEqual(['unknownWord']);
});

const link = { provider: 'tencent', account: '2', admin: '1', mode: 'self-pay', permissions: ' view-bills  invoice ' };

test('S4, P2: a link with its permissions, mark and time', () => {
  expect(of({ ...link, crossEntityFunds: 'yes', from: '2026-10-01', to: '2026-10-02' }, readLink)).toEqual({
    account: 'tencent:2',
    admin: 'tencent:1',
    mode: 'self-pay',
    permissions: new Set(['view-bills', 'invoice']),
    crossEntityFunds: true,
    from: day('2026-10-01'),
    to: day('2026-10-02'),
  });
  expect(of(link, readLink)).toMatchObject({ crossEntityFunds: false, from: null, to: null });
  expect(codes({ ...link, permissions: 'view-bills see-all' }, readLink)).toEqual(['unknownWord']);
  expect(codes({ ...link, mode: 'nobody' }, readLink)).toEqual(['unknownWord']);
});

test('formats.md §1: a to that is not after its from is refused', () => {
  expect(codes({ ...link, from: '2026-10-02', to: '2026-10-02' }, readLink)).toEqual(['emptyRange']);
  expect(codes({ ...link, from: '2026-10-02', to: '2026-10-03' }, readLink)).toEqual([]);
  expect(codes({ ...link, to: '1990-01-01' }, readLink)).toEqual([]);
});

const priced = { provider: 'tencent', holder: '1', product: 'cvm' };

test('D1: the three kinds of offers', () => {
  const terms = (kind: string, value: string) => of({ ...priced, kind, value }, (row) => readOffer(row, 0)).terms;
  expect(terms('multiplier', '0.70')).toEqual({ kind: 'multiplier', multiplier: decimal('0.70') });
  expect(terms('unit-price', '0.05')).toEqual({ kind: 'unit-price', unitPrice: decimal('0.05') });
  expect(terms('tiers', '0:1; 10000:0.9')).toEqual(offer('1', '0:1;10000:0.9').terms);
  expect(of({ ...priced, product: '', kind: 'multiplier', value: '1' }, (row) => readOffer(row, 3))).toMatchObject({
    product: '*',
    entry: 3,
  });
});

test.each([
  ['multiplier', '-0.1', 'badNumber'],
  ['multiplier', 'free', 'badNumber'],
  ['multiplier', '', 'missingValue'],
  ['tiers', '0:1;0:0.9', 'badTiers'],
  ['tiers', '100:1;50:0.9', 'badTiers'],
  ['tiers', '0:1:2', 'badTiers'],
  ['tiers', '0', 'badTiers'],
  ['tiers', '0:-1', 'badTiers'],
  ['rebate', '1', 'unknownWord'],
])('D1: refused: %s %s', (kind, value, code) => {
  expect(codes({ ...priced, kind, value }, (row) => readOffer(row, 0))).toContain(code);
});

test('F6: a voucher of a positive face', () => {
  const row = { key: 'v', provider: 'tencent', account: '1', amount: '5', currency: 'CNY' };
  expect(of({ ...row, products: 'cvm  cos', priced: 'yes' }, readVoucher)).toMatchObject({
    amount: money('5'),
    products: ['cvm', 'cos'],
    priced: true,
    from: null,
  });
  expect(of(row, readVoucher)).toMatchObject({ products: [], priced: false });
  expect(codes({ ...row, amount: '-5' }, readVoucher)).toEqual(['amountNotPositive']);
  expect(codes({ ...row, amount: '0' }, readVoucher)).toEqual(['amountNotPositive']);
  expect(codes({ ...row, amount: '' }, readVoucher)).toEqual(['missingValue']);
  expect(codes({ ...row, amount: '5,0' }, readVoucher)).toEqual(['badAmount']);
});
