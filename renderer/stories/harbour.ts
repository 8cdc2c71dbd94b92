// A made-up group for stories: entities, accounts, charges and lines of the Harbour Group. Nothing here is real.
import { formatMinor, type Minor } from '../../shared/money/minor.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import { seeded } from './random.ts';

const names = [
  ['HB', 'Harbour Group Ltd', '港湾集团有限公司', 'CNY'],
  ['HT', 'Harbour Tech (Shenzhen) Ltd', '港湾科技（深圳）有限公司', 'CNY'],
  ['HR', 'Harbour Retail (Shanghai) Ltd', '港湾零售（上海）有限公司', 'CNY'],
  ['HL', 'Harbour Logistics (Ningbo) Ltd', '港湾物流（宁波）有限公司', 'CNY'],
  ['HM', 'Harbour Media (Beijing) Ltd', '港湾传媒（北京）有限公司', 'CNY'],
  ['HG', 'Harbour Games (Chengdu) Ltd', '港湾游戏（成都）有限公司', 'USD'],
] as const;

const uses = ['shop', 'risk', 'crm', 'data', 'web', 'search', 'live', 'pay', 'cdn', 'log'] as const;
export const products = [
  'Cloud Virtual Machine',
  'Cloud Object Storage',
  'Content Delivery Network',
  'TencentDB for MySQL',
  'Cloud Load Balancer',
  'Elasticsearch Service',
  'Cloud Block Storage',
  'Video on Demand',
] as const;

export const period = '2026-10';
export const months = ['2026-08', '2026-09', '2026-10'] as const;

/** Text of an amount in cents. */
export function money(cents: number, currency = 'CNY'): string {
  return formatMinor(BigInt(Math.round(cents)) as Minor, currency);
}

export const entities: readonly ListRow[] = names.map(([code, name, nameZh, currency]) => {
  return { id: code, entity: code, name, nameZh, currency, country: 'CN', accounts: '10' };
});

export const accounts: readonly ListRow[] = makeAccounts();

function makeAccounts(): readonly ListRow[] {
  const next = seeded(7);
  return Array.from({ length: 61 }, (_, place): ListRow => {
    const [entity, , , currency] = names[place % names.length]!;
    const provider = currency === 'USD' ? 'aws' : 'tencent';
    const account = `1000${String(10_000_000 + next(89_999_999))}`;
    const name =
      place < 6
        ? `${entity.toLowerCase()}-admin`
        : `${entity.toLowerCase()}-${uses[place % uses.length]}-${String(place).padStart(2, '0')}`;
    const admin = place < 6;
    return {
      id: `${provider}:${account}`,
      provider,
      account,
      name,
      entity,
      role: place === 0 ? 'group-admin' : admin ? 'entity-admin' : 'member',
      status: 'active',
      mode: admin || place % 4 === 0 ? 'self-pay' : 'pay-on-behalf',
      currency,
    };
  });
}

/** The admin account of an entity. */
export function adminOf(entity: string): ListRow {
  return accounts.find((row) => row['entity'] === entity && row['role'] !== 'member')!;
}

export const charges: readonly ListRow[] = makeCharges();

function makeCharges(): readonly ListRow[] {
  const next = seeded(11);
  return accounts.flatMap((account) =>
    products.slice(0, 3 + next(5)).map((product, place): ListRow => {
      const currency = account['currency']!;
      const list = 5_000 + next(9_000_000);
      const refund = place === 2 && next(6) === 0;
      const amount = refund ? -next(90_000) : Math.round(list * 0.7);
      const voucher = refund ? 0 : Math.min(amount, next(4) === 0 ? 120_000 : 0);
      const gift = refund ? 0 : Math.min(amount - voucher, next(7) === 0 ? 50_000 : 0);
      const payer = account['mode'] === 'pay-on-behalf' ? adminOf(account['entity']!) : account;
      const cash = refund ? 0 : amount - voucher - gift;
      const text = (cents: number): string => money(cents, currency);
      return {
        id: `${account.id}|${product}|${place}`,
        period,
        provider: account['provider']!,
        payer: payer['account']!,
        owner: account['account']!,
        ownerName: account['name']!,
        entity: account['entity']!,
        product,
        category: refund ? 'Refund' : place === 1 ? 'Purchase' : 'Usage',
        currency,
        list: text(refund ? amount : list),
        discount: text(refund ? 0 : list - amount),
        amount: text(amount),
        setOff: text(refund ? amount : 0),
        voucher: text(voucher),
        gift: text(gift),
        cash: text(cash),
        credit: text(0),
      };
    }),
  );
}

/** As many lines as asked for; long lists are made on demand, row by row. */
export function lineAt(place: number): ListRow {
  const charge = charges[place % charges.length]!;
  const next = seeded(place + 1);
  const day = String(1 + (place % 31)).padStart(2, '0');
  const cents = 100 + next(800_000);
  const exception = place % 97 === 3 ? 'unknown-owner' : place % 211 === 5 ? 'currency-differs' : '';
  return {
    ...charge,
    id: `line-${place}`,
    import: 'a1',
    file: charge['provider'] === 'aws' ? 'aws-focus-2026-10.csv' : 'tencent-2026-10.csv',
    vendorPayer: charge['payer']!,
    startDay: `${period}-${day}`,
    endDay: `${period}-${day}`,
    lines: String(1 + next(400)),
    quantity: `${next(90_000)}.${String(next(99_999_999)).padStart(8, '0')}`,
    list: `${money(cents, 'CNY')}${String(next(999)).padStart(3, '0')}`,
    billed: `${money(cents * 0.7, 'CNY')}${String(next(999)).padStart(3, '0')}`,
    effective: `${money(cents * 0.7, 'CNY')}000`,
    offer: '×0.70 (30% off)',
    terms: '×0.70 (30% off)',
    termsZh: '×0.70（7 折）',
    period,
    contract: `${money(cents * 0.7, 'CNY')}000`,
    voucher: '0',
    exception,
    charge: charge.id,
  };
}
