// Whose offer prices a bucket of lines, and what it costs at that offer (rules D1–D3). Tiers need the whole month and
// are worked out in tiers.ts.
import { inForce } from '../calendar/dated.ts';
import type { Day } from '../calendar/day.ts';
import { type Ratio, divideRatios, multiplyRatios, ratioOf } from '../money/ratio.ts';
import type { Bucket } from './bill.ts';
import { heritageOn } from './link.ts';
import type { AccountKey } from './names.ts';
import type { Offer, Structure } from './structure.ts';

/** The account whose offers apply to a product of an owner on a day: inherited offers replace its own (D2, D3). */
export function holderOn(structure: Structure, owner: AccountKey, product: string, day: Day): AccountKey {
  const admin = heritageOn(structure, owner, day);
  if (admin === undefined) return owner;
  return structure.blocked.get(admin)?.has(product) ? owner : admin;
}

/** The offer of a holder for a product on a day: a product named wins over `*`, then the later from, then the later entry. */
export function offerOf(structure: Structure, holder: AccountKey, product: string, day: Day): Offer | undefined {
  let chosen: Offer | undefined;
  for (const offer of structure.offers.get(holder) ?? []) {
    if ((offer.product === product || offer.product === '*') && inForce(offer, day))
      if (!chosen || isStronger(offer, chosen)) chosen = offer;
  }
  return chosen;
}

function isStronger(offer: Offer, than: Offer): boolean {
  if ((offer.product === '*') !== (than.product === '*')) return than.product === '*';
  const [from, thanFrom] = [offer.from ?? -Infinity, than.from ?? -Infinity];
  return from === thanFrom ? offer.entry > than.entry : from > thanFrom;
}

/** The offer that prices a bucket, judged on its start day (P6); undefined where none applies or lines are not priceable. */
export function offerFor(structure: Structure, owner: AccountKey, bucket: Bucket): Offer | undefined {
  if (!bucket.priceable) return undefined;
  const holder = holderOn(structure, owner, bucket.product, bucket.startDay);
  return offerOf(structure, holder, bucket.product, bucket.startDay);
}

/** The contract price of a bucket that no tiers offer prices: exact, unrounded (D1). */
export function contractPrice(bucket: Bucket, offer: Offer | undefined): Ratio {
  if (!bucket.priceable) return ratioOf(bucket.billed);
  const list = ratioOf(bucket.list);
  if (!offer || offer.terms.kind === 'tiers') return list;
  if (offer.terms.kind === 'multiplier') return multiplyRatios(list, ratioOf(offer.terms.multiplier));
  const unitPrice = ratioOf(offer.terms.unitPrice);
  if (bucket.listUnitPrice) return divideRatios(multiplyRatios(list, unitPrice), ratioOf(bucket.listUnitPrice));
  return bucket.hasQuantity ? multiplyRatios(ratioOf(bucket.quantity), unitPrice) : list;
}
