// Bars are as long as their amounts, at any scale.
import { expect, test } from 'vitest';
import { largestOf, sizeOf, thousandths } from './proportion.ts';

test('a part is measured against the whole, whatever their decimals', () => {
  expect(thousandths(sizeOf('25'), sizeOf('100.00'))).toBe(250);
  expect(thousandths(sizeOf('-0.5'), sizeOf('1'))).toBe(500);
  expect(thousandths(sizeOf('5'), sizeOf(''))).toBe(0);
});

test('the largest is found exactly', () => {
  const amounts = ['0.1', '0.2', '90071992547409931'].map(sizeOf);
  expect(thousandths(largestOf(amounts), largestOf(amounts))).toBe(1000);
  expect(largestOf(amounts)).toEqual(sizeOf('90071992547409931'));
});
