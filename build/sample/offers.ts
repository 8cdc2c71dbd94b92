// The sample's offers (rule D1), and what a line costs by them: the vendor of the sample bills as contracted, but for
// tiers, of which it forgets all but the first.
import { type Day, type Month, firstDay } from '../../shared/calendar/day.ts';
import { type Product, productsOf } from './products.ts';
import type { Random } from './random.ts';
import type { SampleAccount, SampleFamily } from './structure.ts';

export interface SampleOffer {
  readonly holder: SampleAccount;
  /** The product as bills name it, or `*`. */
  readonly product: string;
  readonly kind: 'multiplier' | 'unit-price' | 'tiers';
  readonly value: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** One row of blocklist.csv. */
export interface Blocked {
  readonly holder: SampleAccount;
  readonly product: string;
}

/** What a unit of list cost, or of quantity, costs: a multiplier in thousandths, a unit price in ten-thousandths. */
export type Terms =
  | { readonly kind: 'multiplier'; readonly thousandths: bigint }
  | { readonly kind: 'unit-price'; readonly tenThousandths: bigint };

export const listTerms: Terms = { kind: 'multiplier', thousandths: 1000n };

/** The product as bills identify it: the code where there is one, else the name. */
export function productKey(product: Product): string {
  return product.code || product.name;
}

function headOffers(head: SampleAccount, since: Day, months: readonly Month[], eventful: boolean): SampleOffer[] {
  const [, , , fourth, fifth] = productsOf[head.provider];
  const offer = (product: string, kind: SampleOffer['kind'], value: string): SampleOffer => ({
    holder: head,
    product,
    kind,
    value,
    from: since,
    to: null,
  });
  const special = head.provider === 'tencent' && fourth && fifth;
  const offers = special
    ? [offer(productKey(fourth), 'multiplier', '0.55'), offer(productKey(fifth), 'multiplier', '0.75')]
    : [];
  if (!eventful) return [offer('*', 'multiplier', special ? '0.7' : '0.92'), ...offers];
  const renewal = firstDay(months[months.length >> 1]!);
  const main = offer('*', 'multiplier', special ? '0.7' : '0.92');
  const renewed = { ...main, value: special ? '0.655' : '0.9', from: renewal };
  const [first] = productsOf[head.provider];
  const unitPrice = `0.${String(Math.floor(first!.listPrice * 0.6)).padStart(4, '0')}`;
  return [{ ...main, to: renewal }, renewed, ...offers, offer(productKey(first!), 'unit-price', unitPrice)];
}

function memberOffers(random: Random, member: SampleAccount, since: Day, eventful: boolean): SampleOffer[] {
  if (!random.chance(400)) return [];
  const product = random.chance(400) ? productKey(random.pick(productsOf[member.provider])) : '*';
  const offer = { holder: member, product, from: since, to: null };
  if (eventful && random.chance(100)) return [{ ...offer, kind: 'tiers', value: '0:0.9;1000:0.85;20000:0.8' }];
  return [{ ...offer, kind: 'multiplier', value: random.pick(['0.6', '0.9', '0.95']) }];
}

export function makeOffers(
  random: Random,
  families: readonly SampleFamily[],
  since: Day,
  months: readonly Month[],
  eventful: boolean,
): { readonly offers: readonly SampleOffer[]; readonly blocked: readonly Blocked[] } {
  const tencent = families.filter((family) => family.head.provider === 'tencent');
  return {
    offers: families.flatMap((family) => [
      ...headOffers(family.head, since, months, eventful && family === families[0]),
      ...family.accounts
        .filter((account) => account.role === 'member')
        .flatMap((member) => memberOffers(random, member, since, eventful)),
    ]),
    blocked: tencent.map((family) => ({ holder: family.head, product: 'p_vpc' })),
  };
}

function termsOf(offer: SampleOffer): Terms {
  const scaled = (text: string, digits: number) => {
    const [whole = '', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(digits, '0'));
  };
  if (offer.kind === 'unit-price') return { kind: 'unit-price', tenThousandths: scaled(offer.value, 4) };
  const multiplier = offer.kind === 'tiers' ? offer.value.slice(2, offer.value.indexOf(';')) : offer.value;
  return { kind: 'multiplier', thousandths: scaled(multiplier, 3) };
}

/** Answers what the account pays for the product on the day, by rules D1 to D3. */
export function makePriceBook(
  offers: readonly SampleOffer[],
  blocked: readonly Blocked[],
): (account: SampleAccount, product: string, day: Day) => Terms {
  const byHolder = new Map<SampleAccount, SampleOffer[]>();
  for (const offer of offers) byHolder.set(offer.holder, [...(byHolder.get(offer.holder) ?? []), offer]);
  const best = (holder: SampleAccount, product: string, day: Day): SampleOffer | undefined => {
    const holding = (byHolder.get(holder) ?? []).filter(
      (offer) => offer.product === product && offer.from <= day && (offer.to === null || day < offer.to),
    );
    return holding.reduce<SampleOffer | undefined>(
      (latest, offer) => (latest && latest.from > offer.from ? latest : offer),
      undefined,
    );
  };
  return (account, product, day) => {
    const head = account.discountsFrom;
    const keepsOwn = !head || blocked.some((row) => row.holder === head && row.product === product);
    const holder = keepsOwn ? account : head;
    const offer = best(holder, product, day) ?? best(holder, '*', day);
    return offer ? termsOf(offer) : listTerms;
  };
}
