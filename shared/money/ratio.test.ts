// Ratios are exact, and rounding is half away from zero, checked against a formulation of its own.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Ratio,
  addRatios,
  divideRatios,
  multiplyRatios,
  negateRatio,
  ratioOf,
  roundRatio,
  subtractRatios,
} from './ratio.ts';

const size = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const ratio = fc
  .tuple(size, fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]): Ratio => ({ numerator, denominator }));
const equal = (left: Ratio, right: Ratio) => left.numerator * right.denominator === right.numerator * left.denominator;

test('the four operations are those of fractions', () => {
  fc.assert(
    fc.property(ratio, ratio, ratio, (a, b, c) => {
      const crossSum = {
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: a.denominator * b.denominator,
      };
      expect(equal(addRatios(a, b), crossSum)).toBe(true);
      expect(equal(subtractRatios(addRatios(a, b), b), a)).toBe(true);
      expect(equal(multiplyRatios(a, addRatios(b, c)), addRatios(multiplyRatios(a, b), multiplyRatios(a, c)))).toBe(
        true,
      );
      if (b.numerator !== 0n) expect(equal(divideRatios(multiplyRatios(a, b), b), a)).toBe(true);
      for (const result of [addRatios(a, b), multiplyRatios(a, b), negateRatio(a)])
        expect(result.denominator > 0n).toBe(true);
    }),
  );
});

test('division by zero is refused', () => {
  expect(() => divideRatios({ numerator: 1n, denominator: 1n }, { numerator: 0n, denominator: 1n })).toThrow(
    RangeError,
  );
});

test.each([
  ['0.005', 2, 1n],
  ['-0.005', 2, -1n],
  ['1.005', 2, 101n],
  ['-1.005', 2, -101n],
  ['0.0049999', 2, 0n],
  ['2.5', 0, 3n],
  ['-2.5', 0, -3n],
] as const)('%s at %d decimals', (text, scale, expected) => {
  const coefficient = BigInt(text.replace('.', ''));
  expect(roundRatio(ratioOf({ coefficient, scale: text.length - text.indexOf('.') - 1 }), scale)).toBe(expected);
});

test('rounding takes the nearest, and of two nearest the one farther from zero', () => {
  fc.assert(
    fc.property(ratio, fc.nat(6), (value, scale) => {
      const rounded = roundRatio(value, scale);
      const scaled = value.numerator * 10n ** BigInt(scale);
      const error = (candidate: bigint) => {
        const difference = candidate * value.denominator - scaled;
        return difference < 0n ? -difference : difference;
      };
      const [inner, outer] = value.numerator < 0n ? [rounded + 1n, rounded - 1n] : [rounded - 1n, rounded + 1n];
      expect(error(rounded) <= error(inner)).toBe(true);
      expect(error(rounded) < error(outer)).toBe(true);
    }),
  );
});
