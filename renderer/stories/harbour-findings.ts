// What is to be looked at in the made-up group's month: findings of every kind. Nothing here is real.
import type { ListRow } from '../../shared/reports/listing.ts';
import { accounts, charges, money } from './harbour.ts';

const blank = { beside: '', payer: '', product: '', lines: '', billed: '', contract: '', decided: '' };

const variances = charges
  .filter((_, place) => place % 23 === 5)
  .map((charge, place): ListRow => {
    const account = accounts.find((row) => row['account'] === charge['owner'])!;
    const contract = 120_000 + place * 7_310;
    const text = (cents: number): string => money(cents, charge['currency']);
    return {
      ...blank,
      id: `variance ${place}`,
      kind: 'discount-variance',
      subject: `${charge['owner']} ${charge['product']}`,
      provider: charge['provider']!,
      account: account['account']!,
      name: account['name']!,
      product: charge['product']!,
      currency: charge['currency']!,
      holder: accounts[0]!['account']!,
      offerProduct: '*',
      terms: '×0.70 (30% off)',
      termsZh: '×0.70（7 折）',
      offerKind: 'multiplier',
      offerValue: '0.70',
      billed: text(Math.round(contract / 0.7)),
      contract: text(contract),
      amount: text(Math.round(contract / 0.7) - contract),
    };
  });

const others: readonly (readonly [string, number, Partial<Record<string, string>>])[] = [
  ['payer-differs', 3, { beside: '100011115017', payer: '100056067114', lines: '6', amount: '1204.50' }],
  ['parts-differ', 1, { name: 'tencent-2026-10.csv', lines: '2', amount: '', account: '', currency: '' }],
  [
    'shared-lines',
    1,
    {
      name: 'tencent-2026-10-d.csv',
      beside: 'tencent-2026-10-c.csv',
      lines: '5',
      amount: '',
      account: '',
      currency: '',
    },
  ],
  ['closed-account', 2, { amount: '87.20' }],
  ['voucher-unknown', 1, { amount: '75.00' }],
  ['blast-radius', 1, { lines: '14', amount: '30412.88' }],
];

export const findings: readonly ListRow[] = [
  ...variances,
  ...others.flatMap(([kind, count, told]) =>
    Array.from({ length: count }, (_, place): ListRow => {
      const account = accounts[place * 7 + 3]!;
      const { provider = '', name = '', currency = '' } = account;
      const of = { provider, account: account['account']!, name, currency };
      return { ...blank, ...of, ...told, id: `${kind} ${place}`, kind, subject: account.id };
    }),
  ),
];
