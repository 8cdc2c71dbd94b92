// What a tiers offer makes of a month's list cost, and how charges share it (rules.md D6).
import { byCodePoints, firstDifference, partsOf } from './order.ts';
import { Rational, least, sum } from './rational.ts';
import type { Offer } from './setup.ts';

/** The part of each charge key in the graduated result, from each one's list cost; the parts add up exactly. */
export function shared(offer: Offer, pool: Map<string, Rational>): Map<string, Rational> {
  const total = sum(pool.values());
  if (total.sign() <= 0) return pool;
  const result = graduated(offer, total).rounded(8);
  const parts = [...pool].map(([key, list]) => {
    const exact = result.times(list).over(total);
    return { key, list, floor: exact.floored(8), remainder: exact.minus(exact.floored(8)) };
  });
  const tie = (key: string): string[] => {
    const [, , payer, owner, entity, product, category] = partsOf(key) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return [payer, owner, product, category, entity];
  };
  parts.sort((left, right) =>
    firstDifference(
      right.remainder.compare(left.remainder),
      right.list.compare(left.list),
      byCodePoints(tie(left.key), tie(right.key)),
    ),
  );
  const unit = new Rational(1n, 10n ** 8n);
  const missing = Number(result.minus(sum(parts.map((part) => part.floor))).over(unit).numerator);
  return new Map(parts.map((part, at) => [part.key, at < missing ? part.floor.plus(unit) : part.floor]));
}

function graduated(offer: Offer, total: Rational): Rational {
  const steps = offer.value.split(';').map((step) => step.split(':').map(Rational.parse) as [Rational, Rational]);
  return sum(
    steps.map(([from, multiplier], at) => {
      const upTo = steps[at + 1] ? least(total, steps[at + 1]![0]) : total;
      return upTo.compare(from) > 0 ? upTo.minus(from).times(multiplier) : Rational.zero;
    }),
  );
}
