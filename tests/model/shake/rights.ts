// Invents what a shaken group's accounts are entitled to: offers, block lists, vouchers, and past dues.
import { dayAfter, firstDay, lastDay } from '../order.ts';
import { decimalsOf } from '../profile.ts';
import { eventDay } from './event-day.ts';
import type { Row } from '../table.ts';
import type { Dice } from './dice.ts';
import type { Family, Member, Structure } from './structure.ts';

/** The products of a provider's lines; those without a space can stand in a voucher. */
export function productsOf(provider: string): string[] {
  if (provider === 'tencent') return ['p_cvm', 'p_cos', 'p_cdn', 'p_Redis', '轻量应用服务器'];
  return ['EC2', 'amazon-s3', 'AWS Lambda', '对象存储', 'Zeta Store'];
}

/** The rows of `offers.csv`. */
export function inventOffers(dice: Dice, structure: Structure): Row[] {
  return structure.families.flatMap((family) =>
    [family.root, ...family.admins, ...family.members].flatMap((holder) => {
      const count = holder === family.root ? dice.whole(2, 7) : dice.pick([0, 0, 1, 1, 2]);
      const offers = Array.from({ length: count }, () => inventOffer(dice, structure, holder));
      return dice.chance(holder === family.root ? 0.6 : 0.2) ? [...offers, ...edgeOffers(dice, holder)] : offers;
    }),
  );
}

// For lines that lie on a rounding edge (edges.ts): shares at 8 decimals, differences of exactly 0.01.
function edgeOffers(dice: Dice, { provider, id }: Member): Row[] {
  const tiers = { product: 'knife', kind: 'tiers', value: dice.pick(['0:1', '0:1;0.02:1', '0:0.5']) };
  const multiplier = { product: 'edge', kind: 'multiplier', value: '1' };
  return [tiers, multiplier].map((offer) => ({ provider, holder: id, ...offer, from: '', to: '' }));
}

function inventOffer(dice: Dice, structure: Structure, holder: Member): Row {
  const kind = dice.pick(['multiplier', 'multiplier', 'unit-price', 'tiers']);
  const values: Record<string, () => string> = {
    multiplier: () => dice.pick(['0.7', '0.55', '0.95', '1.1', '0.333333333333', '1']),
    'unit-price': () => dice.pick(['0.3333', '0.05', '1', '0.0000001']),
    tiers: () =>
      dice.pick(['0:1;100:0.9;700:0.75', '0:0.9;50:0.333;2000:0.1', '0:1;300:0.77', '0:0.7', '0:1;0.01:0.123456789']),
  };
  const from = dice.pick(['', '2023-04-15', '2023-04-15', '2023-04-15', eventDay(dice, structure)]);
  const later = eventDay(dice, structure);
  return {
    provider: holder.provider,
    holder: holder.id,
    product: dice.chance(0.35) ? '*' : dice.pick(productsOf(holder.provider)),
    kind,
    value: values[kind]!(),
    from,
    to: later > from && dice.chance(0.25) ? later : '',
  };
}

/** The rows of `blocklist.csv`. */
export function inventBlocks(dice: Dice, structure: Structure): Row[] {
  return structure.families.flatMap((family) =>
    [family.root, ...family.admins].flatMap((holder) =>
      productsOf(family.provider)
        .filter(() => dice.chance(0.12))
        .map((product) => ({ provider: family.provider, holder: holder.id, product })),
    ),
  );
}

/** The rows of `vouchers.csv`. */
export function inventVouchers(dice: Dice, structure: Structure): Row[] {
  const mayBePriced = dice.chance(0.7);
  const rows = structure.families.flatMap((family) => {
    const payers = [family.root, ...family.admins];
    return Array.from({ length: dice.whole(0, 5) }, () => {
      const holder = dice.pick(dice.chance(0.7) ? payers : [...payers, ...family.members]);
      const first = inventVoucher(dice, structure, family, holder);
      return dice.chance(0.5) ? [first] : [first, ...inventRivals(dice, structure, family, holder, first)];
    }).flat();
  });
  return dice.shuffled(rows).map((row, at) => ({ ...row, key: `V${at + 1}`, priced: mayBePriced ? row.priced! : '' }));
}

function inventVoucher(dice: Dice, structure: Structure, family: Family, holder: Member): Row {
  const products = productsOf(family.provider).filter((product) => !product.includes(' '));
  const month = dice.pick(structure.months);
  const [from, to] = dice.pick([
    ['', ''],
    ['', firstDay(structure.from)],
    ['', dayAfter(firstDay(month))],
    [lastDay(month), ''],
    [firstDay(month), dayAfter(lastDay(month))],
    [dayAfter(firstDay(month), 9), dayAfter(lastDay(month), 20)],
    [dayAfter(firstDay(month), 3), dayAfter(firstDay(month), 12)],
  ]) as [string, string];
  return {
    provider: family.provider,
    account: holder.id,
    amount: inventAmount(dice, dice.pick([5, 50, 300, 2000]), family.currency),
    currency: family.currency,
    from,
    to,
    products: dice.chance(0.4) ? '' : dice.shuffled(products).slice(0, dice.whole(1, 3)).join(' '),
    priced: dice.chance(0.5) ? 'yes' : '',
  };
}

// Vouchers that end on the same day, so that width, start and key decide which goes first (F6).
function inventRivals(dice: Dice, structure: Structure, family: Family, holder: Member, first: Row): Row[] {
  return Array.from({ length: dice.whole(1, 3) }, () => {
    const rival: Row = { ...inventVoucher(dice, structure, family, holder), to: first.to! };
    const products = dice.chance(0.6) ? first.products! : rival.products!;
    const starts = first.from && dice.chance(0.5) ? dayAfter(first.from, -dice.whole(0, 5)) : first.from!;
    return { ...rival, products, from: starts };
  });
}

/** The rows of `reimbursements.csv`: openings before the range or on its first day, payments before, in and after it. */
export function inventReimbursements(dice: Dice, structure: Structure): Row[] {
  const { from, to, entities, families } = structure;
  return Array.from({ length: dice.pick([0, 2, 4, 8]) }, (_, at) => {
    const [debtor, creditor] = dice.shuffled(entities) as [string, string];
    const { currency } = dice.pick(families);
    const isOpening = dice.chance(0.3);
    const before = dayAfter(firstDay(from), -dice.whole(0, 40));
    const date =
      isOpening || dice.chance(0.2) ? before : dice.pick([eventDay(dice, structure), dayAfter(lastDay(to), 3)]);
    const kind = isOpening ? 'opening' : dice.pick(['payment', '']);
    return {
      key: `R${at}`,
      date,
      kind,
      debtor,
      creditor,
      amount: inventAmount(dice, 200, currency),
      currency,
      reference: '',
    };
  });
}

/** A positive amount of about the size given, with the currency's decimals. */
export function inventAmount(dice: Dice, size: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const whole = dice.whole(1, size * 2);
  return decimals === 0 ? String(whole) : `${whole}.${dice.digits(decimals)}`;
}
