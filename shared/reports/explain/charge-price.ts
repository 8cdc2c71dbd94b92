// How a charge's amount comes about: list price less discount, each by the lines it is the sum of (C1, C3, D1).
import { currencyDecimals } from '../../money/currency.ts';
import { type Decimal, add, compareDecimals, subtract, zero } from '../../money/decimal.ts';
import { fromMinor } from '../../money/minor.ts';
import { ratioOf, roundRatio, subtractRatios, addRatios, zeroRatio } from '../../money/ratio.ts';
import { type ChargePart, type ChargeWork, payableOf } from '../../rules/charge.ts';
import { providerOf } from '../../rules/names.ts';
import { contractPrice } from '../../rules/price.ts';
import { profileOf } from '../../rules/profile.ts';
import type { Structure } from '../../rules/structure.ts';
import { type ImportedBucket, monthAsked } from '../asking.ts';
import type { SettledCharge } from '../charges.ts';
import { shownDecimal } from '../exact-text.ts';
import { lineId } from '../lists/bill-lines.ts';
import { offerText } from '../offer-text.ts';
import type { Words } from '../words.ts';
import { chargeId, worksIn } from '../works.ts';
import { isRounding, withRest } from './parts.ts';
import type { Cell, Findings, Part } from './explanation.ts';
import { columnName, partWords } from './words.ts';

/** What lines of a charge cost by one offer, or by none. */
interface Priced {
  readonly label: Words;
  list: Decimal;
  payable: Decimal;
}

/** The `list`, `discount` or `amount` of a charge. */
export function explainPrice(cell: Cell, charge: SettledCharge): Findings {
  const { asking, figure } = cell;
  const period = String(figure.input['period']);
  const { works, byCharge, origins } = worksIn(asking, monthAsked(period));
  const work = byCharge.get(chargeId(charge));
  if (!work) return { parts: closingParts(cell, charge, works) };
  const buckets = work.parts.map((part) => origins.get(part.bucket)!);
  return { parts: priceParts(cell, charge, work, buckets), buckets };
}

function priceParts(
  cell: Cell,
  charge: SettledCharge,
  work: ChargeWork,
  buckets: readonly ImportedBucket[],
): readonly Part[] {
  const { asking, column, figure, row } = cell;
  const { currency } = charge;
  const rest = restOf(currency);
  if (column === 'list') return withRest(linesOf(cell, buckets, 'list'), cell.value, rest);
  if (column === 'discount') {
    const parts = pricedBy(asking.book.structure, work).map(({ label, list, payable }) => {
      return { label, value: subtract(list, payable) };
    });
    return withRest(
      parts.filter(({ value }) => value.coefficient !== 0n),
      cell.value,
      rest,
    );
  }
  if (charge.list === charge.amount || charge.list === 0n) {
    const basis = basisOf(asking.book.structure, charge);
    if (basis !== 'contract') return withRest(linesOf(cell, buckets, basis), cell.value, rest);
  }
  const discount = fromMinor(charge.amount - charge.list, currency);
  const of = { ...figure, of: { row: row.id } };
  return [
    { label: columnName('list'), value: fromMinor(charge.list, currency), figure: { ...of, column: 'list' } },
    { label: discountLabel(work), value: discount, figure: { ...of, column: 'discount' } },
  ].filter(({ value }) => value.coefficient !== 0n);
}

function basisOf(structure: Structure, charge: SettledCharge): 'billed' | 'effective' | 'contract' {
  return profileOf(structure.policies, providerOf(charge.owner)).chargeBasis;
}

function restOf(currency: string): (rest: Decimal) => Words {
  return (rest) => (isRounding(rest, currencyDecimals(currency)) ? partWords.rounding : partWords.changed);
}

function discountLabel(work: ChargeWork): Words {
  const offers = new Set(work.parts.map((part) => part.offer).filter((offer) => offer !== undefined));
  const [only] = offers;
  const { en, zh } = columnName('discount');
  if (offers.size !== 1 || !only) return { en, zh };
  const offer = offerText(only);
  return { en: `${en} (${offer.en})`, zh: `${zh}（${offer.zh}）` };
}

/** The lines of a charge as parts, by one of their exact sums. */
export function linesOf(
  { asking, figure }: Cell,
  buckets: readonly ImportedBucket[],
  column: 'list' | 'billed' | 'effective',
): readonly Part[] {
  const input = { period: figure.input['period'] };
  return buckets
    .filter(({ bucket }) => bucket[column].coefficient !== 0n)
    .map((one) => ({
      label: partWords.lines(one.bucket, asking.book.imports.get(one.import)?.fact.name ?? one.import),
      value: one.bucket[column],
      figure: { query: 'billLines', input, of: { row: lineId(one) }, column },
    }));
}

/** The lines of a charge by the offer that priced them, with what they cost at list and what is payable. */
function pricedBy(structure: Structure, work: ChargeWork): readonly Priced[] {
  const groups = new Map<unknown, Priced>();
  const basis = profileOf(structure.policies, providerOf(work.owner)).chargeBasis;
  let poolRest = payableOf(structure, work);
  for (const part of work.parts) {
    const pooled = basis === 'contract' && part.offer?.terms.kind === 'tiers';
    const group = groups.get(pooled ? 'tiers' : part.offer) ?? pricedGroup(part);
    groups.set(pooled ? 'tiers' : part.offer, group);
    group.list = add(group.list, part.bucket.list);
    if (pooled) continue;
    const payable = basis === 'contract' ? contractPrice(part.bucket, part.offer) : ratioOf(part.bucket[basis]);
    poolRest = subtractRatios(poolRest, payable);
    group.payable = add(group.payable, basis === 'contract' ? shownDecimal(payable) : part.bucket[basis]);
  }
  const tiers = groups.get('tiers');
  if (tiers) tiers.payable = shownDecimal(poolRest);
  return [...groups.values()];
}

function pricedGroup({ offer }: ChargePart): Priced {
  const label =
    offer === undefined ? partWords.noOffer : offer.terms.kind === 'tiers' ? partWords.tiers : offerText(offer);
  return { label, list: zero, payable: zero };
}

/** Rounding and Variance close a payer's totals (C2); to a desk that does not see all of them they end here. */
function closingParts(
  { asking, column, figure }: Cell,
  charge: SettledCharge,
  works: readonly ChargeWork[],
): readonly Part[] {
  if (column !== 'amount' || asking.desk !== '') return [];
  const { payer, currency, product } = charge;
  const decimals = currencyDecimals(currency);
  const own = works.filter((work) => work.payer === payer && work.currency === currency);
  const payable = roundRatio(
    own.map((work) => payableOf(asking.book.structure, work)).reduce(addRatios, zeroRatio),
    decimals,
  );
  const billed = roundRatio(ratioOf(own.map((work) => work.billed).reduce(add, zero)), decimals);
  const run = asking.book.runs.get(monthAsked(String(figure.input['period'])))!.run;
  const closing = (one: { product: string; category: string }): boolean =>
    one.product === one.category.toLowerCase() && (one.category === 'Rounding' || one.category === 'Variance');
  const sum = run.charges
    .filter((one) => one.payer === payer && one.currency === currency && !closing(one))
    .reduce((total, one) => total + one.amount, 0n);
  const [whole, less] =
    product === 'rounding'
      ? [
          { label: partWords.payableTotal, amount: payable },
          { label: partWords.sumOfCharges, amount: sum },
        ]
      : [
          { label: partWords.billedTotal, amount: billed },
          { label: partWords.payableTotal, amount: payable },
        ];
  const parts = [
    { label: whole!.label, value: fromMinor(whole!.amount, currency) },
    { label: less!.label, value: fromMinor(-less!.amount, currency) },
  ];
  const value = fromMinor(charge.amount, currency);
  return withRest(parts, value, () => partWords.changed).filter((part) => compareDecimals(part.value, zero) !== 0);
}
