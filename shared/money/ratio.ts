// Exact fractions, for the few places where a price divides: contract unit prices and sharing out in proportion.
import { type Decimal, powerOfTen } from './decimal.ts';

/** An exact fraction; the denominator is always positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zeroRatio: Ratio = { numerator: 0n, denominator: 1n };

export function ratioOf(value: Decimal): Ratio {
  return { numerator: value.coefficient, denominator: powerOfTen(value.scale) };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function reduced(numerator: bigint, denominator: bigint): Ratio {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return divisor === 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function addRatios(left: Ratio, right: Ratio): Ratio {
  if (left.denominator === right.denominator)
    return { numerator: left.numerator + right.numerator, denominator: left.denominator };
  const [small, large] = left.denominator < right.denominator ? [left, right] : [right, left];
  if (large.denominator % small.denominator === 0n)
    return {
      numerator: large.numerator + small.numerator * (large.denominator / small.denominator),
      denominator: large.denominator,
    };
  return reduced(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function negateRatio(value: Ratio): Ratio {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function subtractRatios(left: Ratio, right: Ratio): Ratio {
  return addRatios(left, negateRatio(right));
}

export function multiplyRatios(left: Ratio, right: Ratio): Ratio {
  return reduced(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Throws a RangeError where `right` is zero: the caller decides what a price of zero means. */
export function divideRatios(left: Ratio, right: Ratio): Ratio {
  if (right.numerator === 0n) throw new RangeError('division by zero');
  const sign = right.numerator < 0n ? -1n : 1n;
  return reduced(left.numerator * right.denominator * sign, left.denominator * right.numerator * sign);
}

/** The coefficient at `scale` digits after the point, rounded half away from zero once (rule C1). */
export function roundRatio(value: Ratio, scale: number): bigint {
  const doubled = 2n * (value.numerator < 0n ? -value.numerator : value.numerator) * powerOfTen(scale);
  const size = (doubled + value.denominator) / (2n * value.denominator);
  return value.numerator < 0n ? -size : size;
}
