// The discount check: what was billed against what the offers say (C4).
import { expect, test } from 'vitest';
import { amountText, group, lines, link, offer } from '../../tests/rule-facts.ts';
import type { Bucket } from './bill.ts';
import { workOf } from './charge.ts';
import { discountCheck } from './discount-check.ts';

const offers = [offer('1', '0.70')];
const accounts = { 1: {}, 2: {}, 3: {} };

function found(structure: ReturnType<typeof group>, ...buckets: Bucket[]): readonly string[] {
  const variances = discountCheck(workOf(structure, buckets));
  return variances.map((one) => `${one.owner.slice(8)} ${one.product} ${amountText(one.amount)}`).sort();
}

const priced = group({ accounts, offers });

test.each([
  ['70.01', []],
  ['69.99', []],
  ['70.0100001', ['1 cvm 0.01']],
  ['69.9899999', ['1 cvm -0.01']],
  ['100', ['1 cvm 30.00']],
])('C4: list 100 at ×0.70 billed %s gives %j: beyond 0.01, the exact difference decides', (billed, findings) => {
  expect(found(priced, lines('1', { list: '100', billed }))).toEqual(findings);
});

test('C4: per owner and product over all categories and payers', () => {
  const links = [link('2', '1', { from: '2026-10-15', grants: ['inherit-discounts'] })];
  const structure = group({ accounts, links, offers: [...offers, offer('2', '0.70', { entry: 1 })] });
  const buckets = [
    lines('2', { list: '100', billed: '71', start: '2026-10-10' }),
    lines('2', { list: '100', billed: '72', start: '2026-10-20' }),
    lines('2', { list: '-10', billed: '-7.5', category: 'Refund' }),
    lines('2', { list: '100', billed: '75', product: 'cos' }),
    lines('1', { list: '100', billed: '72' }),
  ];
  expect(found(structure, ...buckets)).toEqual(['1 cvm 2.00', '2 cos 5.00', '2 cvm 2.50']);
});

test('C4: differences that cancel are none', () => {
  const buckets = [lines('1', { list: '100', billed: '71' }), lines('1', { list: '100', billed: '69' })];
  expect(found(priced, ...buckets)).toEqual([]);
});

test('C4: only lines to which an offer applies are looked at', () => {
  const unpriced = [
    lines('2', { list: '100', billed: '50' }),
    lines('1', { list: '100', billed: '50', category: 'Tax' }),
    lines('1', { billed: '50' }),
  ];
  expect(found(priced, ...unpriced)).toEqual([]);
});

test('C4: whatever the basis', () => {
  const structure = group({ accounts, offers, policies: { tencent: { chargeBasis: 'contract' } } });
  expect(found(structure, lines('1', { list: '100', billed: '71' }))).toEqual(['1 cvm 1.00']);
});

test('C4: lines of a tiers offer are checked against their share of the pool', () => {
  const structure = group({ accounts, offers: [offer('1', '0:1;100:0.5')] });
  const buckets = ['a', 'b'].map((product) => lines('1', { product, list: '100', billed: '75' }));
  expect(found(structure, ...buckets)).toEqual([]);
  expect(found(structure, buckets[0]!)).toEqual(['1 a -25.00']);
});

test('C4, C5: the finding names every offer that priced a part, in order of entry whatever the order of lines', () => {
  const two = [offer('1', '0.70', { to: '2026-10-10' }), offer('1', '0.50', { from: '2026-10-10', entry: 1 })];
  const buckets = ['2026-10-01', '2026-10-20'].map((start) => lines('1', { list: '100', start }));
  for (const order of [buckets, buckets.toReversed()]) {
    const [variance] = discountCheck(workOf(group({ accounts, offers: two }), order));
    expect(variance).toMatchObject({ amount: 8000n, offers: two });
  }
});

test('C4: the limit is 0.01 in any currency, the amount shown that of its minor unit', () => {
  const structure = group({ accounts: { 'aws:1': { currency: 'JPY' } }, offers: [offer('aws:1', '0.5')] });
  const told = { provider: 'aws', currency: 'JPY', list: '100' } as const;
  const [variance] = discountCheck(workOf(structure, [lines('1', { ...told, billed: '50.4' })]));
  expect(variance).toMatchObject({ currency: 'JPY', amount: 0n });
});
