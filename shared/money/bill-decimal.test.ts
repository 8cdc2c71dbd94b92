// Numbers of bills are read exactly or not at all (rule B4).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBillDecimal } from './bill-decimal.ts';
import { compareDecimals, formatDecimal } from './decimal.ts';
import { groupDigits } from './display.ts';

const read = (text: string) => {
  const value = parseBillDecimal(text);
  return value && formatDecimal(value);
};

test.each([
  ['1234.50', '1234.5'],
  ['1,234,567.5', '1234567.5'],
  ['-1,234', '-1234'],
  ['+3', '3'],
  ['.5', '0.5'],
  ['-.5', '-0.5'],
  ['9E-9', '0.000000009'],
  ['1.25e+3', '1250'],
  ['1,000e2', '100000'],
  ['0e400', '0'],
  ['-0', '0'],
])('reads %s as %s', (text, expected) => expect(read(text)).toBe(expected));

test.each([
  '',
  '-',
  '+',
  '.',
  '5.',
  '12,34.5',
  '1,23',
  ',123',
  '1234,567',
  '1,,234',
  '1,234.5,6',
  '1e',
  'e5',
  '1e401',
  '1e-401',
  '1e9999',
  '1 000',
  ' 1',
  '(1.00)',
  '¥1',
  '1.2.3',
  '--1',
  '1_000',
  'NaN',
  'Infinity',
  '9'.repeat(401),
])('refuses %j', (text) => expect(parseBillDecimal(text)).toBeUndefined());

test('every spelling of a number is the same number', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12), (coefficient, scale) => {
      const value = { coefficient, scale };
      const spellings = [formatDecimal(value), groupDigits(formatDecimal(value)), `${coefficient}E-${scale}`];
      for (const text of spellings) expect(compareDecimals(parseBillDecimal(text)!, value), text).toBe(0);
    }),
  );
});
