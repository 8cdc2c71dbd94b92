// How cells read: the table of ux/conventions.md §3.12 as it applies in a grid.
import { expect, test } from 'vitest';
import { amountText, cellText, isNegative } from './cell-text.ts';
import type { GridColumn } from './column.ts';

const quantity: GridColumn = { id: 'usage', title: 'Usage', kind: 'quantity', width: 90 };

test.each([
  ['1234.5', 'CNY', '1,234.50'],
  ['-1234.50', 'CNY', '(1,234.50)'],
  ['0.00', 'CNY', '–'],
  ['0.004', 'CNY', '0.00'],
  ['', 'CNY', ''],
  ['1234', 'JPY', '1,234\u2007\u2007\u2007'],
  ['12.3456', '', '12.3456'],
  ['900719925474099312.34', 'CNY', '900,719,925,474,099,312.34'],
])('%s %s reads %s', (text, currency, shown) => {
  expect(amountText(text, currency)).toBe(shown);
});

test('negative figures may be marked with a minus', () => {
  expect(amountText('-5.00', 'USD', 'minus')).toBe('-5.00');
});

test('usage keeps its decimals, and a missing one is blank', () => {
  expect(cellText(quantity, { id: '1', usage: '0.12345678' })).toBe('0.12345678');
  expect(cellText(quantity, { id: '1' })).toBe('');
});

test('minus zero is not negative', () => {
  expect(isNegative('-0.00')).toBe(false);
  expect(isNegative('-0.01')).toBe(true);
});
