// A month's bill lines become charges (rules C1–C4, D6, P6): who pays for whom, at which price, rounded once, with the
// rounding and variance that close every total to the cent. Settling them is settle.ts's.
import { type Month, lastDay } from '../calendar/day.ts';
import { currencyDecimals } from '../money/currency.ts';
import { type Decimal, add, zero } from '../money/decimal.ts';
import type { Minor } from '../money/minor.ts';
import { type Ratio, addRatios, ratioOf, roundRatio, zeroRatio } from '../money/ratio.ts';
import type { Bucket } from './bill.ts';
import { accountOf, entityOn, payerOn } from './link.ts';
import type { Charge } from './movement.ts';
import { type AccountKey, type Category, type EntityCode, accountKey, providerOf } from './names.ts';
import { compareText, firstDifference } from './order.ts';
import { contractPrice, offerFor } from './price.ts';
import { profileOf } from './profile.ts';
import type { Offer, Structure } from './structure.ts';
import { poolShares } from './tiers.ts';

/** One bucket's part of a charge, with the offer that prices it (undefined: its list cost, or billed where not priceable). */
export interface ChargePart {
  readonly bucket: Bucket;
  readonly offer: Offer | undefined;
}

/** A charge with all that it is made of, exact and unrounded: what explain shows. */
export interface ChargeWork {
  readonly payer: AccountKey;
  readonly owner: AccountKey;
  readonly entity: EntityCode;
  readonly product: string;
  readonly category: Category;
  readonly currency: string;
  readonly parts: readonly ChargePart[];
  readonly list: Decimal;
  readonly billed: Decimal;
  readonly effective: Decimal;
  /** List cost × offer, tiers included (rule C3 `contract`). */
  readonly contract: Ratio;
  /** Billed and contract of the parts that an offer prices: the discount check's two sides (rule C4). */
  readonly offered: { readonly billed: Decimal; readonly contract: Ratio; readonly parts: number };
}

interface Draft {
  payer: AccountKey;
  owner: AccountKey;
  entity: EntityCode;
  product: string;
  category: Category;
  currency: string;
  parts: ChargePart[];
  list: Decimal;
  billed: Decimal;
  effective: Decimal;
  contract: Ratio;
  offered: { billed: Decimal; contract: Ratio; parts: number };
}

/** The currency of a bucket: the file's, else the owner account's (formats.md §3). */
export function currencyOf(structure: Structure, owner: AccountKey, bucket: Bucket): string {
  return bucket.currency || accountOf(structure, owner).currency;
}

/** The work of a month: one entry per charge of rule C1, in the order of their keys. Every owner must be known. */
export function workOf(structure: Structure, buckets: readonly Bucket[]): readonly ChargeWork[] {
  const drafts = new Map<string, Draft>();
  const pools = new Map<string, { offer: Offer; lists: Map<Draft, Decimal> }>();
  for (const bucket of buckets) {
    const owner = accountKey(bucket.provider, bucket.owner);
    const draft = draftFor(drafts, structure, owner, bucket);
    const offer = offerFor(structure, owner, bucket);
    draft.parts.push({ bucket, offer });
    draft.list = add(draft.list, bucket.list);
    draft.billed = add(draft.billed, bucket.billed);
    draft.effective = add(draft.effective, bucket.effective);
    if (offer)
      draft.offered = {
        ...draft.offered,
        billed: add(draft.offered.billed, bucket.billed),
        parts: draft.offered.parts + 1,
      };
    if (offer?.terms.kind === 'tiers') pool(pools, offer, draft, bucket.list);
    else addContract(draft, contractPrice(bucket, offer), offer !== undefined);
  }
  for (const { offer, lists } of pools.values()) shareOutPool(offer, lists);
  return [...drafts.values()].sort(compareCharges);
}

function draftFor(drafts: Map<string, Draft>, structure: Structure, owner: AccountKey, bucket: Bucket): Draft {
  const payer = payerOn(structure, owner, bucket.endDay);
  const entity = entityOn(structure, owner, bucket.endDay);
  const currency = currencyOf(structure, owner, bucket);
  const key = JSON.stringify([payer, owner, entity, bucket.product, bucket.category, currency]);
  const known = drafts.get(key);
  if (known) return known;
  const { product, category } = bucket;
  const offered = { billed: zero, contract: zeroRatio, parts: 0 };
  const sums = { list: zero, billed: zero, effective: zero, contract: zeroRatio, offered };
  const draft: Draft = { payer, owner, entity, product, category, currency, parts: [], ...sums };
  drafts.set(key, draft);
  return draft;
}

function addContract(draft: Draft, price: Ratio, offered: boolean): void {
  draft.contract = addRatios(draft.contract, price);
  if (offered) draft.offered = { ...draft.offered, contract: addRatios(draft.offered.contract, price) };
}

function pool(
  pools: Map<string, { offer: Offer; lists: Map<Draft, Decimal> }>,
  offer: Offer,
  draft: Draft,
  list: Decimal,
): void {
  const key = JSON.stringify([offer.holder, offer.entry, draft.currency]);
  const entry = pools.get(key) ?? { offer, lists: new Map<Draft, Decimal>() };
  pools.set(key, entry);
  entry.lists.set(draft, add(entry.lists.get(draft) ?? zero, list));
}

function shareOutPool(offer: Offer, lists: Map<Draft, Decimal>): void {
  if (offer.terms.kind !== 'tiers') return;
  const drafts = [...lists.keys()];
  const ties = (left: number, right: number): number => compareCharges(drafts[left]!, drafts[right]!);
  const shares = poolShares([...lists.values()], offer.terms.tiers, ties);
  drafts.forEach((draft, at) => addContract(draft, shares[at]!, true));
}

type ChargeName = Pick<Charge, 'payer' | 'owner' | 'entity' | 'product' | 'category' | 'currency'>;

/** The order of charges: payer, owner, product, category, entity, currency, by code point (D6's ties). */
export function compareCharges(left: ChargeName, right: ChargeName): number {
  return firstDifference(
    compareText(left.payer, right.payer),
    compareText(left.owner, right.owner),
    compareText(left.product, right.product),
    compareText(left.category, right.category),
    compareText(left.entity, right.entity),
    compareText(left.currency, right.currency),
  );
}

/** What the owner bears, exact, by the charge basis of its provider (rule C3). */
export function payableOf(structure: Structure, work: ChargeWork): Ratio {
  const basis = profileOf(structure.policies, providerOf(work.owner)).chargeBasis;
  if (basis === 'contract') return work.contract;
  return ratioOf(basis === 'effective' ? work.effective : work.billed);
}

/** The charges of a month: C1's, each rounded once, and C2's Rounding and Variance where they are not zero. */
export function chargesOf(structure: Structure, period: Month, works: readonly ChargeWork[]): readonly Charge[] {
  const totals = new Map<
    string,
    { payer: AccountKey; currency: string; payable: Ratio; billed: Decimal; sum: Minor }
  >();
  const charges = works.map((work): Charge => {
    const decimals = currencyDecimals(work.currency);
    const payable = payableOf(structure, work);
    const amount = roundRatio(payable, decimals);
    const key = JSON.stringify([work.payer, work.currency]);
    const total = totals.get(key) ?? {
      payer: work.payer,
      currency: work.currency,
      payable: zeroRatio,
      billed: zero,
      sum: 0n,
    };
    totals.set(key, {
      ...total,
      payable: addRatios(total.payable, payable),
      billed: add(total.billed, work.billed),
      sum: total.sum + amount,
    });
    const { payer, owner, entity, product, category, currency } = work;
    return {
      payer,
      owner,
      entity,
      product,
      category,
      currency,
      list: roundRatio(ratioOf(work.list), decimals),
      amount,
    };
  });
  for (const { payer, currency, payable, billed, sum } of totals.values()) {
    const decimals = currencyDecimals(currency);
    const rounded = roundRatio(payable, decimals);
    const entity = entityOn(structure, payer, lastDay(period));
    const closing = { payer, owner: payer, entity, currency, list: 0n };
    const variance = roundRatio(ratioOf(billed), decimals) - rounded;
    if (rounded !== sum) charges.push({ ...closing, product: 'rounding', category: 'Rounding', amount: rounded - sum });
    if (variance !== 0n) charges.push({ ...closing, product: 'variance', category: 'Variance', amount: variance });
  }
  return charges.sort(compareCharges);
}
