// Ledger amounts: exact in and out, refused where they would not be.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyDecimals, isCurrency } from './currency.ts';
import { formatMinor, fromMinor, largestMinor, parseMinor, toMinor } from './minor.ts';

const currency = fc.constantFrom('CNY', 'USD', 'JPY', 'KWD');

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -largestMinor, max: largestMinor }), currency, (minor, code) => {
      expect(parseMinor(formatMinor(minor, code), code)).toBe(minor);
      expect(toMinor(fromMinor(minor, code), code)).toBe(minor);
    }),
  );
});

test('more digits than the currency has are refused unless they are zeros', () => {
  expect(parseMinor('1.230', 'CNY')).toBe(123n);
  expect(parseMinor('1.234', 'CNY')).toBeUndefined();
  expect(parseMinor('1.234', 'KWD')).toBe(1234n);
  expect(parseMinor('1.5', 'JPY')).toBeUndefined();
});

test('amounts that JSON readers could not read exactly are refused', () => {
  expect(parseMinor('90071992547409.91', 'CNY')).toBe(largestMinor);
  expect(parseMinor('90071992547409.92', 'CNY')).toBeUndefined();
  expect(parseMinor('-90071992547409.92', 'CNY')).toBeUndefined();
  expect(parseMinor('900719925474099200e-4', 'CNY')).toBeUndefined();
});

test('currencies are three capitals with 0, 2 or 3 decimals', () => {
  expect(['CNY', 'JPY', 'BHD'].map(currencyDecimals)).toEqual([2, 0, 3]);
  expect(['CNY', 'cny', 'CN', 'CNYY', ''].map(isCurrency)).toEqual([true, false, false, false, false]);
});
