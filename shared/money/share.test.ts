// Sharing out loses nothing, gives no part more than a unit from its due, and leftovers to the largest remainders.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from './share.ts';

const inOrder = (left: number, right: number) => left - right;

test('shares in proportion, towards −∞ first', () => {
  expect(shareOut(100n, [1n, 1n, 1n], inOrder)).toEqual([34n, 33n, 33n]);
  expect(shareOut(-100n, [1n, 1n, 1n], inOrder)).toEqual([-33n, -33n, -34n]);
  expect(shareOut(10n, [6n, -1n], inOrder)).toEqual([12n, -2n]);
  expect(shareOut(7n, [0n, 5n], inOrder)).toEqual([0n, 7n]);
  expect(shareOut(0n, [1n, -1n], inOrder)).toEqual([0n, 0n]);
});

test('ties go by the order that the caller gives', () => {
  expect(shareOut(100n, [1n, 1n, 1n], (left, right) => right - left)).toEqual([33n, 33n, 34n]);
});

test('a total cannot be shared among weights that do not sum to more than 0', () => {
  expect(() => shareOut(1n, [], inOrder)).toThrow(RangeError);
  expect(() => shareOut(1n, [2n, -2n], inOrder)).toThrow(RangeError);
  expect(() => shareOut(-1n, [-2n], inOrder)).toThrow(RangeError);
});

const weights = fc
  .array(fc.bigInt({ min: -1000n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 })
  .filter((list) => list.reduce((left, right) => left + right, 0n) > 0n);

test('parts sum to the total; only the largest remainders are rounded up', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), weights, (total, list) => {
      const sum = list.reduce((left, right) => left + right, 0n);
      const parts = shareOut(total, list, inOrder);
      expect(parts.reduce((left, right) => left + right, 0n)).toBe(total);
      // part × sum − total × weight: 0 or below for parts rounded down, above for those given a leftover unit.
      const excess = parts.map((part, index) => part * sum - total * list[index]!);
      for (const difference of excess) expect(difference > -sum && difference < sum).toBe(true);
      const raised = excess.filter((difference) => difference > 0n).map((difference) => sum - difference);
      const lowered = excess.filter((difference) => difference <= 0n).map((difference) => -difference);
      for (const up of raised) for (const down of lowered) expect(up >= down).toBe(true);
    }),
    { numRuns: 60 },
  );
});
