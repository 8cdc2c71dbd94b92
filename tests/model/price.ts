// Prices a month's lines and sums them to charges (rules.md D1, D2, D6, C1–C4). Moves no funds.
import { firstDifference, holdsOn, keyOf, lastDay, partsOf } from './order.ts';
import { decimalsOf } from './profile.ts';
import { Rational, sum } from './rational.ts';
import { entityOn, holderOn, payerOn } from './facts.ts';
import { shared } from './tiers.ts';
import type { Line } from './bills.ts';
import type { Offer, Setup } from './setup.ts';

/** One charge (C1, C2); amounts rounded to the currency. */
export interface Charge {
  period: string;
  provider: string;
  payer: string;
  owner: string;
  entity: string;
  product: string;
  category: string;
  currency: string;
  list: Rational;
  amount: Rational;
}

/** One row of the discount check (C4): what was billed beyond the contract price, exactly. */
export interface Variance {
  provider: string;
  owner: string;
  product: string;
  currency: string;
  amount: Rational;
}

/** The tiers that apply, one pool per offer and currency: the list cost priced, per charge key (D6). */
type Pools = Map<Offer, Map<string, Map<string, Rational>>>;

interface PricedLine {
  line: Line;
  chargeKey: string;
  offer: Offer | undefined;
  /** The contract price; undefined where a tiers offer prices the line with others. */
  contract: Rational | undefined;
}

/** The charges and the discount check of one month. */
export function priceMonth(
  setup: Setup,
  period: string,
  allLines: Line[],
): { charges: Charge[]; variances: Variance[] } {
  const lines = allLines.filter((line) => line.period === period).map((line) => pricedLine(setup, line));
  const shares = sharesOf(lines);
  return { charges: chargesOf(setup, period, lines, shares), variances: variancesOf(lines, shares) };
}

function pricedLine(setup: Setup, line: Line): PricedLine {
  const { provider, owner, endDay } = line;
  const payer = payerOn(setup, provider, owner, endDay);
  const entity = entityOn(setup, provider, owner, endDay);
  const chargeKey = keyOf(line.period, provider, payer, owner, entity, line.product, line.category, line.currency);
  const isPriced = ['Usage', 'Purchase', 'Refund'].includes(line.category) && line.list !== undefined && !line.covered;
  if (!isPriced) return { line, chargeKey, offer: undefined, contract: line.billed };
  const offer = offerFor(setup, line);
  if (!offer) return { line, chargeKey, offer, contract: line.list };
  return { line, chargeKey, offer, contract: contractPrice(offer, line) };
}

function offerFor(setup: Setup, line: Line): Offer | undefined {
  const holder = holderOn(setup, line.provider, line.owner, line.product, line.startDay);
  return setup.offers
    .map((offer, row) => ({ offer, row }))
    .filter(({ offer }) => offer.provider === line.provider && offer.holder === holder && holdsOn(offer, line.startDay))
    .filter(({ offer }) => offer.product === line.product || offer.product === '*')
    .sort((left, right) =>
      firstDifference(
        Number(left.offer.product === '*') - Number(right.offer.product === '*'),
        left.offer.from < right.offer.from ? 1 : left.offer.from > right.offer.from ? -1 : 0,
        right.row - left.row,
      ),
    )[0]?.offer;
}

function contractPrice(offer: Offer, line: Line): Rational | undefined {
  if (offer.kind === 'tiers') return undefined;
  const list = line.list!;
  const value = Rational.parse(offer.value);
  if (offer.kind === 'multiplier') return list.times(value);
  if (line.listUnitPrice && line.listUnitPrice.sign() !== 0) return list.times(value).over(line.listUnitPrice);
  return line.quantity ? line.quantity.times(value) : list;
}

// D6: what a tiers offer makes of all it prices in the month, shared among the charges at 8 decimals.
function sharesOf(lines: PricedLine[]): Map<Offer, Map<string, Rational>> {
  const pools: Pools = new Map();
  for (const { line, chargeKey, offer, contract } of lines) {
    if (!offer || contract) continue;
    const currencies = pools.get(offer) ?? new Map<string, Map<string, Rational>>();
    const pool = currencies.get(line.currency) ?? new Map<string, Rational>();
    pools.set(
      offer,
      currencies.set(line.currency, pool.set(chargeKey, (pool.get(chargeKey) ?? Rational.zero).plus(line.list!))),
    );
  }
  const shares = new Map<Offer, Map<string, Rational>>();
  for (const [offer, currencies] of pools) {
    shares.set(offer, new Map([...currencies.values()].flatMap((pool) => [...shared(offer, pool)])));
  }
  return shares;
}

function chargesOf(
  setup: Setup,
  period: string,
  lines: PricedLine[],
  shares: Map<Offer, Map<string, Rational>>,
): Charge[] {
  const keys = [...new Set(lines.map((priced) => priced.chargeKey))];
  const exact = new Map<string, { payable: Rational; billed: Rational }>();
  const charges = keys.map((key): Charge => {
    const [, provider, payer, owner, entity, product, category, currency] = partsOf(key) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const own = lines.filter((priced) => priced.chargeKey === key);
    const isContract = setup.policies.get(provider)!.charge_basis === 'contract';
    const tiered = isContract ? [...shares.values()].map((parts) => parts.get(key) ?? Rational.zero) : [];
    const payable = sum([...own.map((priced) => payableOf(setup, priced)), ...tiered]);
    exact.set(key, { payable, billed: sum(own.map(({ line }) => line.billed)) });
    const decimals = decimalsOf(currency);
    const list = sum(own.map(({ line }) => line.list ?? Rational.zero)).rounded(decimals);
    return {
      period,
      provider,
      payer,
      owner,
      entity,
      product,
      category,
      currency,
      list,
      amount: payable.rounded(decimals),
    };
  });
  const payers = new Set(charges.map((charge) => keyOf(charge.provider, charge.payer, charge.currency)));
  for (const payerKey of payers) {
    const own = charges.filter((charge) => keyOf(charge.provider, charge.payer, charge.currency) === payerKey);
    charges.push(
      ...closing(
        setup,
        own,
        [...exact].filter(([key]) => payerKeyOf(key) === payerKey).map(([, total]) => total),
      ),
    );
  }
  return charges;
}

function payerKeyOf(chargeKey: string): string {
  const parts = partsOf(chargeKey);
  return keyOf(parts[1]!, parts[2]!, parts[7]!);
}

function payableOf(setup: Setup, { line, contract }: PricedLine): Rational {
  const basis = setup.policies.get(line.provider)!.charge_basis;
  if (basis === 'effective') return line.effective ?? line.billed;
  return basis === 'contract' ? (contract ?? Rational.zero) : line.billed;
}

// C2: the charges that make a payer's total equal the vendor's.
function closing(setup: Setup, charges: Charge[], exact: { payable: Rational; billed: Rational }[]): Charge[] {
  const { period, provider, payer, currency } = charges[0]!;
  const decimals = decimalsOf(currency);
  const payable = sum(exact.map((total) => total.payable)).rounded(decimals);
  const billed = sum(exact.map((total) => total.billed)).rounded(decimals);
  const entity = entityOn(setup, provider, payer, lastDay(period));
  const own = { period, provider, payer, owner: payer, entity, currency, list: Rational.zero };
  const rounding = payable.minus(sum(charges.map((charge) => charge.amount)));
  return [
    { ...own, category: 'Rounding', product: 'rounding', amount: rounding },
    { ...own, category: 'Variance', product: 'variance', amount: billed.minus(payable) },
  ].filter((charge) => charge.amount.sign() !== 0);
}

function variancesOf(lines: PricedLine[], shares: Map<Offer, Map<string, Rational>>): Variance[] {
  const offered = lines.filter((priced) => priced.offer);
  const keyOfLine = ({ line }: PricedLine): string => keyOf(line.provider, line.owner, line.product, line.currency);
  return [...new Set(offered.map(keyOfLine))].map((key) => {
    const [provider, owner, product, currency] = partsOf(key) as [string, string, string, string];
    const own = offered.filter((priced) => keyOfLine(priced) === key);
    const chargeKeys = [...new Set(own.map((priced) => priced.chargeKey))];
    const tiered = [...shares.values()].flatMap((parts) =>
      chargeKeys.map((charge) => parts.get(charge) ?? Rational.zero),
    );
    const contract = sum([...own.map((priced) => priced.contract ?? Rational.zero), ...tiered]);
    return { provider, owner, product, currency, amount: sum(own.map(({ line }) => line.billed)).minus(contract) };
  });
}
