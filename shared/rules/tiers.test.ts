// Graduated prices, and sharing them out among the charges of a pool (D6).
import { expect, test } from 'vitest';
import { decimal } from '../../tests/rule-facts.ts';
import { formatDecimal } from '../money/decimal.ts';
import { addRatios, roundRatio, zeroRatio } from '../money/ratio.ts';
import { graduated, poolShares } from './tiers.ts';

const steps = [
  { above: decimal('0'), multiplier: decimal('1') },
  { above: decimal('100'), multiplier: decimal('0.9') },
  { above: decimal('200'), multiplier: decimal('0.8') },
];

test.each([
  ['0.01', '0.01'],
  ['99.99', '99.99'],
  ['100', '100'],
  ['100.01', '100.009'],
  ['200', '190'],
  ['200.001', '190.0008'],
  ['300', '270'],
])('D6: a list cost of %s costs %s', (list, cost) => {
  expect(formatDecimal(graduated(decimal(list), steps))).toBe(cost);
});

test('D6: what lies below the first tier costs its list cost; the order of steps does not matter', () => {
  const high = [steps[2]!, { above: decimal('50'), multiplier: decimal('0.5') }];
  expect(formatDecimal(graduated(decimal('40'), high))).toBe('40');
  expect(formatDecimal(graduated(decimal('210'), high))).toBe('133');
});

const inOrder = (left: number, right: number) => left - right;

function sharesOf(lists: readonly string[], tiers = steps, ties = inOrder): readonly string[] {
  const shares = poolShares(lists.map(decimal), tiers, ties);
  return shares.map((share) => formatDecimal({ coefficient: roundRatio(share, 8), scale: 8 }));
}

test('D6: a pool is shared in proportion to list cost at 8 decimals, and the parts add up', () => {
  expect(sharesOf(['100', '200'])).toEqual(['90', '180']);
  const shares = poolShares(['33.333', '66.667', '10.001'].map(decimal), steps, inOrder);
  const total = shares.reduce(addRatios, zeroRatio);
  expect(roundRatio(total, 8)).toBe(109_000_900_00n);
});

test('D6: refunds take part in the pool', () => {
  expect(sharesOf(['300', '-100'])).toEqual(['285', '-95']);
});

const third = [{ above: decimal('0'), multiplier: decimal('0.00000001') }];

test('D6: a unit left over goes to the larger list cost, then in the order of the charges', () => {
  expect(sharesOf(['0.5', '0.5'], third)).toEqual(['0.00000001', '0']);
  expect(sharesOf(['0.5', '0.5'], third, (left, right) => right - left)).toEqual(['0', '0.00000001']);
  expect(sharesOf(['0.5', '1.5'], third)).toEqual(['0', '0.00000002']);
});

test('D6: the graduated result is rounded half away from zero at 8 decimals', () => {
  expect(sharesOf(['0.5'], third)).toEqual(['0.00000001']);
  expect(sharesOf(['0.4'], third)).toEqual(['0']);
});

test('D6: a pool whose total is zero or less costs its list cost', () => {
  expect(sharesOf(['100', '-100'])).toEqual(['100', '-100']);
  expect(sharesOf(['-300', '100'])).toEqual(['-300', '100']);
});
