// Lines that the vendor says somebody else pays than the book does (B5).
import { expect, test } from 'vitest';
import { decimal, group, lines, link } from '../../tests/rule-facts.ts';
import { workOf } from './charge.ts';
import { payerCheck } from './payer-check.ts';

const structure = group({ accounts: { 1: {}, 2: {} }, links: [link('2', '1', { from: '2026-10-10' })] });

test('B5: the book decides who pays; where the vendor differs the lines are summed, whatever their order', () => {
  const told = [
    lines('2', { billed: '1.5', vendorPayer: '1', start: '2026-10-09', lines: 3 }),
    lines('2', { billed: '2.25', vendorPayer: '1', start: '2026-10-08', lines: 4, product: 'cos' }),
    lines('2', { billed: '4', vendorPayer: '9', start: '2026-10-10' }),
    lines('2', { billed: '4', vendorPayer: '0', start: '2026-10-09' }),
  ];
  const found = payerCheck(workOf(structure, told));
  expect(payerCheck(workOf(structure, told.toReversed()))).toEqual(found);
  const [zero, early, other, ...more] = found;
  expect(more).toEqual([]);
  const shared = { owner: 'tencent:2', currency: 'CNY' };
  expect(early).toEqual({
    ...shared,
    vendorPayer: 'tencent:1',
    payer: 'tencent:2',
    lines: 7,
    billed: decimal('3.75'),
  });
  expect(zero).toMatchObject({ ...shared, vendorPayer: 'tencent:0', payer: 'tencent:2', lines: 1 });
  expect(other).toMatchObject({ ...shared, vendorPayer: 'tencent:9', payer: 'tencent:1', lines: 1 });
});

test('B5: where vendor and book agree there is nothing to say', () => {
  expect(payerCheck(workOf(structure, [lines('2', { billed: '1', vendorPayer: '1' }), lines('1')]))).toEqual([]);
});
