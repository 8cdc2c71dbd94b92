// Graduated prices by the month's list cost, pooled over everything a tiers offer prices (rule D6).
import { type Decimal, add, coefficientAt, compareDecimals, multiply, negate, zero } from '../money/decimal.ts';
import { type Ratio, ratioOf, roundRatio } from '../money/ratio.ts';
import { powerOfTen } from '../money/decimal.ts';
import { shareOut } from '../money/share.ts';
import type { Tier } from './structure.ts';

const scale = 8;

/** The graduated cost of a list cost above zero: what lies below the first tier costs its list cost. */
export function graduated(list: Decimal, tiers: readonly Tier[]): Decimal {
  const steps = [...tiers].sort((left, right) => compareDecimals(left.above, right.above));
  let cost = zero;
  let below = zero;
  let multiplier: Decimal = { coefficient: 1n, scale: 0 };
  for (const step of steps) {
    if (compareDecimals(step.above, list) >= 0) break;
    cost = add(cost, multiply(difference(step.above, below), multiplier));
    below = step.above;
    multiplier = step.multiplier;
  }
  return add(cost, multiply(difference(list, below), multiplier));
}

function difference(left: Decimal, right: Decimal): Decimal {
  return add(left, negate(right));
}

/**
 * The parts of a pool's cost, one per list cost given, in their order: exact, adding up to the graduated cost rounded
 * to 8 decimals. `compareTies` orders two places of `lists` whose remainders and list costs are equal.
 */
export function poolShares(
  lists: readonly Decimal[],
  tiers: readonly Tier[],
  compareTies: (left: number, right: number) => number,
): readonly Ratio[] {
  const total = lists.reduce(add, zero);
  if (total.coefficient <= 0n) return lists.map(ratioOf);
  const cost = roundRatio(ratioOf(graduated(total, tiers)), scale);
  const width = Math.max(...lists.map((list) => list.scale));
  const weights = lists.map((list) => coefficientAt(list, width));
  const shares = shareOut(cost, weights, (left, right) => {
    const larger = weights[right]! - weights[left]!;
    return larger === 0n ? compareTies(left, right) : larger < 0n ? -1 : 1;
  });
  return shares.map((share) => ({ numerator: share, denominator: powerOfTen(scale) }));
}
