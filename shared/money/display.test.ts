// The golden strings of ux/conventions.md §3.12 (measure U23).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartLabel } from './chart-label.ts';
import { parseDecimal } from './decimal.ts';
import { type Form, formatAmount, formatChange, formatFigure, formatMoney, formatQuantity } from './display.ts';
import { formatMinor } from './minor.ts';
import { formatMultiplier } from './multiplier.ts';

const decimal = (text: string) => parseDecimal(text)!;

test.each<[bigint | null, string, Form, string]>([
  [123450n, 'CNY', 'screen', '1,234.50'],
  [-123450n, 'CNY', 'screen', '(1,234.50)'],
  [-123450n, 'CNY', 'en', '(1,234.50)'],
  [-123450n, 'CNY', 'zh', '-1,234.50'],
  [0n, 'CNY', 'screen', '–'],
  [null, 'CNY', 'screen', ''],
  [1234567n, 'JPY', 'screen', '1,234,567'],
  [1234567n, 'KWD', 'screen', '1,234.567'],
  [5n, 'CNY', 'screen', '0.05'],
  [9007199254740993n, 'CNY', 'screen', '90,071,992,547,409.93'],
])('amount %s %s on %s is %s', (minor, currency, form, expected) =>
  expect(formatAmount(minor, currency, form)).toBe(expected),
);

test('the sign of negatives can be chosen', () => {
  expect(formatAmount(-123450n, 'CNY', 'screen', 'minus')).toBe('-1,234.50');
  expect(formatAmount(-123450n, 'CNY', 'zh', 'parentheses')).toBe('(1,234.50)');
});

test.each<[bigint, string, Form, string]>([
  [123450n, 'CNY', 'en', 'CNY 1,234.50'],
  [123450n, 'CNY', 'zh', '¥1,234.50'],
  [-123450n, 'CNY', 'en', 'CNY (1,234.50)'],
  [-123450n, 'CNY', 'zh', '-¥1,234.50'],
  [123450n, 'USD', 'zh', 'USD 1,234.50'],
  [1234n, 'JPY', 'zh', 'JPY 1,234'],
  [0n, 'CNY', 'zh', 'CNY –'],
])('money %s %s on %s is %s', (minor, currency, form, expected) =>
  expect(formatMoney(minor, currency, form)).toBe(expected),
);

test('exactly zero, and what only rounds to it, can be told apart', () => {
  expect(formatFigure(decimal('0.00'), 2, 'screen')).toBe('–');
  expect(formatFigure(decimal('0.004'), 2, 'screen')).toBe('0.00');
  expect(formatFigure(decimal('-0.004'), 2, 'screen')).toBe('0.00');
  expect(formatFigure(decimal('-0.005'), 2, 'screen')).toBe('(0.01)');
});

test.each([
  ['1234.5', '1,234.5'],
  ['0.000000009', '0.00000001'],
  ['0.000000004', '0.00000000'],
  ['63.67200', '63.672'],
  ['-41.291', '(41.291)'],
  ['0', '–'],
])('quantity %s is %s', (text, expected) => expect(formatQuantity(decimal(text), 'screen')).toBe(expected));

test.each([
  ['0.7', '×0.70 (30% off)', '×0.70（7 折）', '30% off (×0.70)', '7 折（×0.70）'],
  ['0.65', '×0.65 (35% off)', '×0.65（6.5 折）', '35% off (×0.65)', '6.5 折（×0.65）'],
  ['0.6555', '×0.6555 (34.45% off)', '×0.6555（6.555 折）', '34.45% off (×0.6555)', '6.555 折（×0.6555）'],
  ['1', '×1.00 (no discount)', '×1.00（无折扣）', 'no discount (×1.00)', '无折扣（×1.00）'],
  ['1.1000', '×1.10 (10% surcharge)', '×1.10（加价 10%）', '10% surcharge (×1.10)', '加价 10%（×1.10）'],
  ['0', '×0.00 (100% off)', '×0.00（免费）', '100% off (×0.00)', '免费（×0.00）'],
])('multiplier %s', (text, screenEn, screenZh, documentEn, documentZh) => {
  expect(formatMultiplier(decimal(text), 'en', 'screen')).toBe(screenEn);
  expect(formatMultiplier(decimal(text), 'zh', 'screen')).toBe(screenZh);
  expect(formatMultiplier(decimal(text), 'en', 'document')).toBe(documentEn);
  expect(formatMultiplier(decimal(text), 'zh', 'document')).toBe(documentZh);
});

test.each([
  [1123000n, 1000000n, '+12.3%'],
  [877000n, 1000000n, '-12.3%'],
  [1000000n, 1000000n, '0.0%'],
  [0n, 1000000n, '-100.0%'],
  [-500000n, -1000000n, '+50.0%'],
  [100000000n, 100000n, '+99,900.0%'],
  [1123000n, 99999n, 'n/m'],
  [-1123000n, 1000000n, 'n/m'],
  [1123000n, 0n, 'n/m'],
])('from %s to %s cents', (current, base, expected) => {
  expect(formatChange(current, base, 'CNY', 'en')).toBe(expected);
  expect(formatChange(current, base, 'CNY', 'zh')).toBe(expected === 'n/m' ? '不适用' : expected);
});

test.each([
  [0n, '0', '0'],
  [49n, '0', '0'],
  [-84049n, '-840', '-840'],
  [123400n, '1.2K', '1,234'],
  [84000000n, '840K', '84万'],
  [99995000n, '1M', '100万'],
  [120000000n, '1.2M', '120万'],
  [-120000000n, '-1.2M', '-120万'],
  [12000000000n, '120M', '1.2亿'],
  [120000000000000n, '1.2T', '1.2万亿'],
])('on a chart %s fen are %s and %s', (minor, en, zh) => {
  expect(chartLabel(minor, 'CNY', 'en')).toBe(en);
  expect(chartLabel(minor, 'CNY', 'zh')).toBe(zh);
});

test('without commas, brackets and currency an amount is the plain text of the ledger', () => {
  fc.assert(
    fc.property(
      fc.bigInt().filter((minor) => minor !== 0n),
      (minor) => {
        const shown = formatAmount(minor, 'CNY', 'screen');
        expect(shown).toMatch(/^\(?\d{1,3}(,\d{3})*\.\d\d\)?$/);
        const plain = shown.replaceAll(',', '').replace('(', '-').replace(')', '');
        expect(plain).toBe(formatMinor(minor, 'CNY'));
      },
    ),
  );
});
