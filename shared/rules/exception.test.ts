// Lines that cannot be charged until somebody decides (B5, C6).
import { expect, test } from 'vitest';
import { decimal, group, lines, link } from '../../tests/rule-facts.ts';
import { lineExceptions } from './exception.ts';

const accounts = { 1: {}, 2: {}, 3: { currency: 'USD' } };
const structure = group({ accounts, links: [link('2', '3', { from: '2026-10-20' })] });

test('B5: lines of known owners in the currency of owner and payer are fine', () => {
  expect(lineExceptions(structure, [lines('1', { billed: '1' }), lines('1', { currency: '' })])).toEqual([]);
});

test('B5: an unknown owner is one exception per vendor payer, month and currency, with all that it holds up', () => {
  const unknown = [
    lines('9', { billed: '1.25', vendorPayer: '1', lines: 2 }),
    lines('9', { billed: '2', vendorPayer: '1', product: 'cos' }),
    lines('9', { billed: '4', vendorPayer: '2' }),
  ];
  const [first, ...others] = lineExceptions(structure, unknown);
  expect(first).toEqual({
    kind: 'unknown-owner',
    owner: 'tencent:9',
    vendorPayer: '1',
    month: '2026-10',
    currency: 'CNY',
    lines: 3,
    billed: decimal('3.25'),
  });
  expect(others).toMatchObject([{ vendorPayer: '2', lines: 1 }]);
});

test('formats.md §3: without a currency and with neither owner nor payer known nobody can say it', () => {
  const kinds = (vendorPayer: string, currency: string) =>
    lineExceptions(structure, [lines('9', { vendorPayer, currency })]).map((one) => one.kind);
  expect([kinds('8', ''), kinds('1', ''), kinds('8', 'CNY')]).toEqual([
    ['no-currency'],
    ['unknown-owner'],
    ['unknown-owner'],
  ]);
});

test('B5: a currency other than the owner’s or the payer’s', () => {
  const kinds = (owner: string, told: Parameters<typeof lines>[1]) =>
    lineExceptions(structure, [lines(owner, told)]).map((one) => one.kind);
  expect(kinds('1', { currency: 'USD' })).toEqual(['currency-differs']);
  expect(kinds('2', { end: '2026-10-19' })).toEqual([]);
  expect(kinds('2', { end: '2026-10-20' })).toEqual(['currency-differs']);
  expect(kinds('3', { currency: 'USD' })).toEqual([]);
});
