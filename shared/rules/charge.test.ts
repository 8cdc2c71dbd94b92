// Lines of a month become charges: who pays, at which price, rounded once, with what closes every total (C1–C3, P6, D6).
import { expect, test } from 'vitest';
import { type ToldGroup, amountText, decimal, group, key, lines, link, month, offer } from '../../tests/rule-facts.ts';
import { formatDecimal } from '../money/decimal.ts';
import { ratioOf, roundRatio } from '../money/ratio.ts';
import type { Bucket } from './bill.ts';
import { chargesOf, payableOf, workOf } from './charge.ts';

const october = month('2026-10');
const accounts = { 1: {}, 2: { entity: 'SZ' } };

/** The charges as `payer owner entity product category amount`. */
function chargesText(told: ToldGroup, ...buckets: Bucket[]): readonly string[] {
  const structure = group({ accounts, ...told });
  return chargesOf(structure, october, workOf(structure, buckets)).map((one) =>
    [one.payer.slice(8), one.owner.slice(8), one.entity, one.product, one.category, amountText(one.amount)].join(' '),
  );
}

/** The contract prices of charges by product, at 8 decimals. */
function contracts(told: ToldGroup, ...buckets: Bucket[]): Readonly<Record<string, string>> {
  const works = workOf(group({ accounts, ...told }), buckets);
  const text = (work: (typeof works)[number]) => formatDecimal({ coefficient: roundRatio(work.contract, 8), scale: 8 });
  return Object.fromEntries(works.map((work) => [`${work.owner.slice(8)} ${work.product}`, text(work)]));
}

const joining = {
  offers: [offer('1', '0.5'), offer('2', '0.9')],
  policies: { tencent: { chargeBasis: 'contract' } },
} as const;

test('P6: the cycle in which an account joins is paid by the payer at the member’s own price', () => {
  const links = [link('2', '1', { from: '2026-10-10', grants: ['inherit-discounts'] })];
  const cycle = lines('2', { list: '100', billed: '90', start: '2026-10-01', end: '2026-10-31' });
  expect(chargesText({ ...joining, links }, cycle)).toEqual(['1 2 SZ cvm Usage 90.00']);
});

test('P6: the cycle in which an account leaves is paid by the member at the admin’s price', () => {
  const links = [link('2', '1', { to: '2026-10-10', grants: ['inherit-discounts'] })];
  const cycle = lines('2', { list: '100', billed: '50', start: '2026-10-01', end: '2026-10-31' });
  expect(chargesText({ ...joining, links }, cycle)).toEqual(['2 2 SZ cvm Usage 50.00']);
});

test('P6: the last day inside the usage decides, day by day', () => {
  const links = [link('2', '1', { from: '2026-10-10', to: '2026-10-12' })];
  const ends = ['2026-10-09', '2026-10-10', '2026-10-11', '2026-10-12'];
  const buckets = ends.map((end, at) => lines('2', { billed: `${at + 1}`, start: '2026-10-01', end }));
  expect(chargesText({ links }, ...buckets)).toEqual(['1 2 SZ cvm Usage 5.00', '2 2 SZ cvm Usage 5.00']);
});

test('C1: the owner’s entity on the day that decides its payer parts charges', () => {
  const moved = { 1: {}, 2: { entity: 'SZ', moves: { '2026-10-10': 'HK' } } };
  const buckets = ['2026-10-09', '2026-10-10'].map((end) => lines('2', { billed: '1', start: '2026-10-01', end }));
  expect(chargesText({ accounts: moved }, ...buckets)).toEqual(['2 2 HK cvm Usage 1.00', '2 2 SZ cvm Usage 1.00']);
});

test('C1: product and category part charges; charges stand by payer, owner, product, category, entity', () => {
  expect(
    chargesText(
      {},
      lines('2', { billed: '1' }),
      lines('1', { billed: '1', category: 'Usage' }),
      lines('1', { billed: '1', category: 'Tax' }),
      lines('1', { billed: '1', product: 'cos' }),
    ),
  ).toEqual(['1 1 HQ cos Usage 1.00', '1 1 HQ cvm Tax 1.00', '1 1 HQ cvm Usage 1.00', '2 2 SZ cvm Usage 1.00']);
});

test.each([
  ['0.005', '0.01'],
  ['0.0049999', '0.00'],
  ['-0.005', '-0.01'],
  ['-0.0049999', '0.00'],
  ['1.015', '1.02'],
])('C1: %s rounds to %s, half a cent away from zero', (billed, amount) => {
  expect(chargesText({}, lines('1', { billed }))).toEqual([`1 1 HQ cvm Usage ${amount}`]);
});

test('C1: a charge is rounded once, not line by line; one of 0.00 stays a charge', () => {
  const thirds = [1, 2, 3].map(() => lines('1', { billed: '0.003' }));
  expect(chargesText({}, ...thirds)).toEqual(['1 1 HQ cvm Usage 0.01']);
  expect(chargesText({}, lines('1', { billed: '0' }))).toEqual(['1 1 HQ cvm Usage 0.00']);
});

test('C1: list is rounded half away from zero once; lines without one add 0', () => {
  const structure = group({ accounts });
  const works = workOf(structure, [lines('1', { list: '0.0025' }), lines('1', { list: '0.0025' }), lines('1')]);
  expect(chargesOf(structure, october, works).map((one) => one.list)).toEqual([1n]);
});

test('C2: Rounding closes the gap between the exact total, rounded, and the sum of charges', () => {
  const halves = ['a', 'b', 'c'].map((product) => lines('1', { product, billed: '0.005' }));
  expect(chargesText({}, ...halves).slice(3)).toEqual(['1 1 HQ rounding Rounding -0.01']);
  const small = ['a', 'b', 'c'].map((product) => lines('2', { product, billed: '0.004' }));
  expect(chargesText({}, ...small).slice(3)).toEqual(['2 2 SZ rounding Rounding 0.01']);
});

test('C2: each payer is closed by itself, with the entity of the payer on the last day', () => {
  const links = [link('2', '1')];
  const moved = { 1: { moves: { '2026-10-31': 'HK' } }, 2: { entity: 'SZ' }, 3: {} };
  const halves = ['2', '3'].flatMap((owner) => ['a', 'b'].map((product) => lines(owner, { product, billed: '0.005' })));
  expect(chargesText({ accounts: moved, links }, ...halves)).toEqual([
    '1 1 HK rounding Rounding -0.01',
    '1 2 SZ a Usage 0.01',
    '1 2 SZ b Usage 0.01',
    '3 3 HQ a Usage 0.01',
    '3 3 HQ b Usage 0.01',
    '3 3 HQ rounding Rounding -0.01',
  ]);
});

test('C2: Variance is what was billed less what the owners bear', () => {
  const told = { offers: [offer('1', '0.7')], policies: { tencent: { chargeBasis: 'contract' } } } as const;
  expect(chargesText(told, lines('1', { list: '100', billed: '70.50' }))).toEqual([
    '1 1 HQ cvm Usage 70.00',
    '1 1 HQ variance Variance 0.50',
  ]);
  expect(chargesText(told, lines('1', { list: '100', billed: '69' })).at(-1)).toBe('1 1 HQ variance Variance -1.00');
});

test('C2: with both, charges sum to what the vendor billed, rounded', () => {
  const told = { offers: [offer('1', '0.333')], policies: { tencent: { chargeBasis: 'contract' } } } as const;
  const buckets = ['a', 'b', 'c'].map((product) => lines('1', { product, list: '0.05', billed: '0.0349' }));
  expect(chargesText(told, ...buckets).slice(3)).toEqual([
    '1 1 HQ rounding Rounding -0.01',
    '1 1 HQ variance Variance 0.05',
  ]);
});

test('C3: the charge basis is billed, effective or contract, by provider', () => {
  const line = lines('1', { list: '100', billed: '80', effective: '60' });
  const payable = (chargeBasis: 'billed' | 'effective' | 'contract') => {
    const structure = group({ accounts, offers: [offer('1', '0.7')], policies: { tencent: { chargeBasis } } });
    return payableOf(structure, workOf(structure, [line])[0]!);
  };
  const amounts = (['billed', 'effective', 'contract'] as const).map((basis) => roundRatio(payable(basis), 2));
  expect(amounts).toEqual([8000n, 6000n, 7000n]);
  const structure = group({ accounts, policies: { aws: { chargeBasis: 'effective' } } });
  expect(payableOf(structure, workOf(structure, [line])[0]!)).toEqual(ratioOf(decimal('80')));
});

const tiers = offer('1', '0:1;100:0.5');
const heirs = [link('2', '1', { mode: 'self-pay', grants: ['inherit-discounts'] })];

test('D6: a tiers offer pools all accounts, payers, products and categories that it prices', () => {
  const pooled = contracts(
    { links: heirs, offers: [tiers] },
    lines('1', { product: 'a', list: '100' }),
    lines('2', { product: 'a', list: '50' }),
    lines('2', { product: 'b', list: '50' }),
  );
  expect(pooled).toEqual({ '1 a': '75', '2 a': '37.5', '2 b': '37.5' });
});

test('D6: what another offer prices, or none, stays out of the pool', () => {
  const apart = contracts(
    { offers: [tiers, offer('1', '0.1', { product: 'b', entry: 1 })] },
    lines('1', { product: 'a', list: '100' }),
    lines('1', { product: 'b', list: '100' }),
    lines('1', { product: 'c', billed: '9' }),
    lines('2', { product: 'a', list: '100' }),
  );
  expect(apart).toEqual({ '1 a': '100', '1 b': '10', '1 c': '9', '2 a': '100' });
});

test('D6: a product’s own tiers are pooled apart from those of *', () => {
  const apart = contracts(
    { offers: [tiers, offer('1', '0:1;100:0.5', { product: 'b', entry: 1 })] },
    lines('1', { product: 'a', list: '150' }),
    lines('1', { product: 'b', list: '200' }),
  );
  expect(apart).toEqual({ '1 a': '125', '1 b': '150' });
});

test('D6: currencies are pooled apart', () => {
  const works = workOf(group({ accounts, offers: [tiers] }), [
    lines('1', { list: '100' }),
    lines('1', { list: '200', currency: 'USD' }),
  ]);
  expect(works.map((work) => roundRatio(work.contract, 2))).toEqual([10000n, 15000n]);
});

test('D6: units left over go to the first of charges with equal list cost', () => {
  const thirds = offer('1', '0:0.33333333');
  const lists = ['c', 'b', 'a'].map((product) => lines('1', { product, list: '0.5' }));
  const shares = contracts({ offers: [thirds] }, ...lists);
  expect(shares).toEqual({ '1 a': '0.16666667', '1 b': '0.16666667', '1 c': '0.16666666' });
});

test('formats.md §3: lines without a currency are in the owner account’s', () => {
  const structure = group({ accounts: { 1: { currency: 'USD' } } });
  expect(workOf(structure, [lines('1', { currency: '' }), lines('1', { currency: 'USD' })])).toHaveLength(1);
});

test('currencies are charged and closed apart, at their own decimals', () => {
  const structure = group({ accounts: { 'aws:1': { currency: 'JPY' }, 'aws:2': { currency: 'BHD' } } });
  const told = { provider: 'aws', billed: '1.2345' } as const;
  const works = workOf(structure, [lines('1', { ...told, currency: 'JPY' }), lines('2', { ...told, currency: 'BHD' })]);
  expect(chargesOf(structure, october, works).map((one) => one.amount)).toEqual([1n, 1235n]);
});

test('a charge knows its parts and which offer priced each', () => {
  const structure = group({ accounts, offers: [offer('1', '0.7', { from: '2026-10-10' })] });
  const parts = [
    lines('1', { list: '10', start: '2026-10-09' }),
    lines('1', { list: '20', billed: '15', start: '2026-10-10' }),
  ];
  const [work] = workOf(structure, parts);
  expect(work!.parts.map((part) => part.offer?.holder)).toEqual([undefined, key('1')]);
  expect(work!.offered).toEqual({ billed: decimal('15'), contract: { numerator: 14n, denominator: 1n }, parts: 1 });
});
