// The discount check (rule C4): what was billed against what the offers say, per owner and product.
import { currencyDecimals } from '../money/currency.ts';
import type { Minor } from '../money/minor.ts';
import { type Ratio, addRatios, ratioOf, roundRatio, subtractRatios, zeroRatio } from '../money/ratio.ts';
import type { ChargeWork } from './charge.ts';
import type { AccountKey } from './names.ts';
import type { Offer } from './structure.ts';

/** Billed otherwise than contracted: `amount` = billed − contract, signed, rounded for showing. */
export interface DiscountVariance {
  readonly owner: AccountKey;
  readonly product: string;
  readonly currency: string;
  readonly amount: Minor;
  readonly offers: readonly Offer[];
}

/** The differences beyond 0.01 in size, over all payers and categories; the exact difference decides. */
export function discountCheck(works: readonly ChargeWork[]): readonly DiscountVariance[] {
  const sums = new Map<string, { work: ChargeWork; difference: Ratio; offers: Set<Offer> }>();
  for (const work of works) {
    if (work.offered.parts === 0) continue;
    const key = JSON.stringify([work.owner, work.product, work.currency]);
    const sum = sums.get(key) ?? { work, difference: zeroRatio, offers: new Set<Offer>() };
    const difference = subtractRatios(ratioOf(work.offered.billed), work.offered.contract);
    for (const part of work.parts) if (part.offer) sum.offers.add(part.offer);
    sums.set(key, { ...sum, difference: addRatios(sum.difference, difference) });
  }
  const found: DiscountVariance[] = [];
  for (const { work, difference, offers } of sums.values()) {
    if (!beyondOneHundredth(difference)) continue;
    const { owner, product, currency } = work;
    found.push({
      owner,
      product,
      currency,
      amount: roundRatio(difference, currencyDecimals(currency)),
      offers: [...offers].sort((left, right) => left.entry - right.entry),
    });
  }
  return found;
}

function beyondOneHundredth({ numerator, denominator }: Ratio): boolean {
  return (numerator < 0n ? -numerator : numerator) * 100n > denominator;
}
