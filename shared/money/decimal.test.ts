// Decimals are exact: every operation agrees with integers at a common scale.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Decimal,
  add,
  coefficientAt,
  compareDecimals,
  formatDecimal,
  multiply,
  negate,
  parseDecimal,
  subtract,
} from './decimal.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(20))
  .map(([coefficient, scale]): Decimal => ({ coefficient, scale }));

test('reads plain decimals alone', () => {
  expect(parseDecimal('-1234.50')).toEqual({ coefficient: -123450n, scale: 2 });
  for (const text of ['', '-', '.5', '5.', '+1', '1e3', '1,000', ' 1', '1 ', '--1', '１', 'NaN', '0x10'])
    expect(parseDecimal(text), text).toBeUndefined();
});

test('what is written is read back as the same number, in its shortest text', () => {
  fc.assert(
    fc.property(decimal, (value) => {
      const text = formatDecimal(value);
      expect(compareDecimals(parseDecimal(text)!, value)).toBe(0);
      expect(text).not.toMatch(/\.\d*0$|\.$|^-0$/);
    }),
  );
});

test('adding, subtracting and multiplying are those of integers at a common scale', () => {
  const at = (value: Decimal) => coefficientAt(value, 20);
  fc.assert(
    fc.property(decimal, decimal, (left, right) => {
      expect(at(add(left, right))).toBe(at(left) + at(right));
      expect(at(subtract(left, right))).toBe(at(left) - at(right));
      expect(at(negate(left))).toBe(-at(left));
      expect(coefficientAt(multiply(left, right), 40)).toBe(at(left) * at(right));
      expect(Math.sign(compareDecimals(left, right))).toBe(at(left) < at(right) ? -1 : at(left) > at(right) ? 1 : 0);
    }),
  );
});
