// How a line of each format becomes a bucket: formats.md §3, rules D1, P6, B6.
import { expect, test } from 'vitest';
import { formatDay, formatMonth } from '../../shared/calendar/day.ts';
import { formatDecimal } from '../../shared/money/decimal.ts';
import type { Bucket } from '../../shared/rules/bill.ts';
import { type Cells, csvOf, focusLine, read, refusalOf, tencentLine, without } from './test-bills.ts';

async function bucketOf(line: Cells, changed: Cells = {}): Promise<Bucket> {
  const [bucket, more] = [...(await read(csvOf({ ...line, ...changed }))).buckets];
  expect(more).toBeUndefined();
  return bucket!;
}

const days = ({ startDay, endDay }: Bucket): string => `${formatDay(startDay)} ${formatDay(endDay)}`;

test('a FOCUS line', async () => {
  const bucket = await bucketOf(focusLine);
  expect(bucket).toMatchObject({
    provider: 'aws',
    owner: '929925083749',
    vendorPayer: '787669545423',
    product: 'AWS Lambda',
    category: 'Usage',
    currency: 'USD',
    priceable: true,
    hasQuantity: false,
    lines: 1,
  });
  expect(formatMonth(bucket.month)).toBe('2026-10');
  expect(days(bucket)).toBe('2026-10-08 2026-10-08');
  expect(formatDecimal(bucket.listUnitPrice!)).toBe('0.0416');
  const { list, billed, effective, quantity } = bucket;
  expect([list, billed, effective, quantity].map(formatDecimal)).toEqual(['0.52', '0.4784', '0.4784', '12.5']);
});

test('a Tencent line', async () => {
  const bucket = await bucketOf(tencentLine);
  expect(bucket).toMatchObject({ provider: 'tencent', owner: '100054285013', product: 'p_cvm', category: 'Usage' });
  expect(days(bucket)).toBe('2026-10-06 2026-10-06');
  expect(formatDecimal(bucket.effective)).toBe('25.708095');
});

test.each([
  ['AWS', 'aws'],
  ['Amazon Web Services', 'aws'],
  ['Microsoft', 'azure'],
  ['Azure', 'azure'],
  ['Oracle', 'oracle'],
  ['Google Cloud', 'gcp'],
  ['Tencent Cloud', 'tencent'],
  ['Alibaba Cloud', 'alibaba'],
  ['Huawei Cloud', 'huawei'],
  ['OVHcloud', 'other'],
  ['NULL', 'other'],
])('the provider name %s means %s', async (name, provider) => {
  expect((await bucketOf(focusLine, { ProviderName: name })).provider).toBe(provider);
});

test.each(['', 'NULL', '-', 'N/A', ' null '])('a FOCUS line whose owner is %j belongs to its payer', async (none) => {
  expect((await bucketOf(focusLine, { SubAccountId: none })).owner).toBe('787669545423');
});

test.each([
  ['Refund', 'Refund'],
  ['Pay-as-you-go reversal', 'Refund'],
  ['Monthly subscription refund', 'Refund'],
  ['包年包月退款', 'Refund'],
  ['预留实例退费', 'Refund'],
  ['按量计费冲正', 'Refund'],
  ['adjust-CR', 'Adjustment'],
  ['Offline adjustment', 'Adjustment'],
  ['调账扣费', 'Adjustment'],
  ['优惠补偿', 'Adjustment'],
  ['Purchase', 'Purchase'],
  ['Renewal', 'Purchase'],
  ['Monthly subscription specification modify', 'Purchase'],
  ['New monthly subscription', 'Purchase'],
  ['One-off RI Fee', 'Purchase'],
  ['包年包月新购', 'Purchase'],
  ['预留实例变更', 'Purchase'],
  ['Hourly settlement', 'Usage'],
  ['', 'Usage'],
])('the transaction type %s is %s', async (type, category) => {
  expect((await bucketOf(tencentLine, { 'Transaction Type': type })).category).toBe(category);
});

test('the resource billVirtualId makes a rounding line of any type', async () => {
  const bucket = await bucketOf(tencentLine, { 'Instance ID': 'billVirtualId', 'Transaction Type': 'Refund' });
  expect(bucket).toMatchObject({ category: 'Rounding', priceable: false });
});

test('a FOCUS category that nobody knows, or none, is refused with its cell', async () => {
  for (const value of ['Gift', 'Variance', ''])
    expect(await refusalOf(csvOf({ ...focusLine, ChargeCategory: value }))).toMatchObject({
      code: 'unknownCategory',
      where: { file: 'bill.csv', row: 2, column: 'ChargeCategory', value },
    });
});

test('the end is exclusive: its last instant decides the day, at the offset of the provider', async () => {
  const ends = async (end: string): Promise<string> => days(await bucketOf(focusLine, { ChargePeriodEnd: end }));
  expect(await ends('2026-10-09T00:00:00Z')).toBe('2026-10-08 2026-10-08');
  expect(await ends('2026-10-09T00:00:00.001Z')).toBe('2026-10-08 2026-10-09');
  expect(await ends('2026-10-09T00:00:01Z')).toBe('2026-10-08 2026-10-09');
  expect(await ends('2026-10-09T02:00:00+02:00')).toBe('2026-10-08 2026-10-08');
  const tencent = await bucketOf(tencentLine, { 'Usage End Time': '2026-10-07 00:00:00' });
  expect(days(tencent)).toBe('2026-10-06 2026-10-06');
  const zoned = await bucketOf(tencentLine, { 'Usage Start Time': '2026-10-05T16:00:00Z' });
  expect(days(zoned)).toBe('2026-10-06 2026-10-06');
  const abroad = await bucketOf(focusLine, { ProviderName: 'Huawei', ChargePeriodEnd: '2026-10-08T17:00:00Z' });
  expect(days(abroad)).toBe('2026-10-08 2026-10-09');
});

test('an end that is missing or not after the start counts as the start', async () => {
  for (const end of ['', '2026-10-06 00:00:00', '2026-10-01 00:00:00'])
    expect(days(await bucketOf(tencentLine, { 'Usage End Time': end }))).toBe('2026-10-06 2026-10-06');
});

test('a start that is missing counts as the transaction time', async () => {
  const bucket = await bucketOf(tencentLine, { 'Usage Start Time': '', 'Usage End Time': '2026-10-08 01:00:00' });
  expect(days(bucket)).toBe('2026-10-06 2026-10-08');
});

test('lines that are not usage over time have one instant: the transaction time, else the start', async () => {
  const times = { 'Usage Start Time': '2026-10-02 08:00:00', 'Usage End Time': '2026-11-02 08:00:00' };
  for (const type of ['Refund', 'Purchase', 'adjust-CR'])
    expect(days(await bucketOf(tencentLine, { ...times, 'Transaction Type': type }))).toBe('2026-10-06 2026-10-06');
  const untimed = { ...times, 'Transaction Time': '', 'Transaction Type': 'Refund' };
  expect(days(await bucketOf(tencentLine, untimed))).toBe('2026-10-02 2026-10-02');
  const credit = { ChargeCategory: 'Credit', ChargePeriodEnd: '2026-11-01T00:00:00Z' };
  expect(days(await bucketOf(focusLine, credit))).toBe('2026-10-08 2026-10-08');
  const tax = { ChargeCategory: 'Tax', ChargePeriodEnd: '2026-11-01T00:00:00Z' };
  expect(days(await bucketOf(focusLine, tax))).toBe('2026-10-08 2026-10-31');
});

test('only Usage, Purchase and Refund with a list cost and outside commitments are priceable', async () => {
  const priceable = async (changed: Cells): Promise<boolean> => (await bucketOf(focusLine, changed)).priceable;
  for (const ChargeCategory of ['Usage', 'Purchase', 'Refund']) expect(await priceable({ ChargeCategory })).toBe(true);
  for (const ChargeCategory of ['Tax', 'Credit', 'Adjustment', 'Rounding'])
    expect(await priceable({ ChargeCategory })).toBe(false);
  expect(await priceable({ ListCost: 'NULL' })).toBe(false);
  expect(await priceable({ CommitmentDiscountStatus: 'Used' })).toBe(false);
  expect(await priceable({ CommitmentDiscountStatus: 'Unused' })).toBe(true);
});

test('without a unit price, or with one of 0, the quantity counts', async () => {
  for (const ListUnitPrice of ['', '0.000'])
    expect(await bucketOf(focusLine, { ListUnitPrice })).toMatchObject({ listUnitPrice: null, hasQuantity: true });
  const neither = await bucketOf(focusLine, { ListUnitPrice: '', PricingQuantity: '-' });
  expect(neither).toMatchObject({ listUnitPrice: null, hasQuantity: false });
});

test('one price in two spellings is one bucket', async () => {
  const content = await read(csvOf(focusLine, { ...focusLine, ListUnitPrice: '0.04160' }));
  expect(content.buckets.size).toBe(1);
});

test('a missing effective cost is the billed cost, a missing list cost is 0', async () => {
  const bucket = await bucketOf(focusLine, { EffectiveCost: 'NULL', ListCost: 'NULL' });
  expect([bucket.effective, bucket.list].map(formatDecimal)).toEqual(['0.4784', '0']);
});

test('the product is the code where there is one, else the name', async () => {
  expect((await bucketOf(tencentLine, { 'Product Code': '-' })).product).toBe('Cloud Virtual Machine');
  expect((await bucketOf(without(tencentLine, 'Product Code'))).product).toBe('Cloud Virtual Machine');
});

test('a bill without a currency column says none', async () => {
  expect((await bucketOf(without(tencentLine, 'Currency'))).currency).toBe('');
});

test.each(['2026-11', '202611', '2026/11', '2026年11月', '2026-11-01 00:00:00'])(
  'the bill month %s decides',
  async (month) => {
    expect(formatMonth((await bucketOf(tencentLine, { 'Bill Month': month })).month)).toBe('2026-11');
  },
);

test('without a bill month the month is that of the transaction time at the offset', async () => {
  const line = without(tencentLine, 'Bill Month');
  expect(formatMonth((await bucketOf(line, { 'Transaction Time': '2026-11-01 00:00:00' })).month)).toBe('2026-11');
  expect(formatMonth((await bucketOf(line, { 'Transaction Time': '2026-10-31T16:00:00Z' })).month)).toBe('2026-11');
});

test('the month of a FOCUS line is that of the period start as written', async () => {
  const bucket = await bucketOf(focusLine, { BillingPeriodStart: '2026-09-30T23:00:00-02:00' });
  expect(formatMonth(bucket.month)).toBe('2026-09');
});

test('tax other than 0 apart from the cost becomes a line of its own', async () => {
  const taxed = { ...tencentLine, 'Tax Amount': '1.5E-3', 'Transaction Type': 'Refund' };
  const content = await read(csvOf(taxed, { ...taxed, 'Tax Amount': '0.00' }, { ...taxed, 'Tax Amount': '-' }));
  expect([content.rows, content.kept, content.taxLines]).toEqual([3, 3, 1]);
  const [refunds, tax] = [...content.buckets];
  expect(refunds).toMatchObject({ category: 'Refund', lines: 3 });
  expect(tax).toMatchObject({
    category: 'Tax',
    lines: 1,
    owner: '100054285013',
    product: 'p_cvm',
    priceable: false,
    listUnitPrice: null,
    startDay: refunds!.startDay,
    endDay: refunds!.endDay,
  });
  expect([tax!.billed, tax!.effective, tax!.list, tax!.quantity].map(formatDecimal)).toEqual([
    '0.0015',
    '0.0015',
    '0',
    '0',
  ]);
  expect(content.sumKept).toEqual(content.sumInFile);
  expect(content.sumInFile.map(({ billed, tax: sum }) => [billed, sum].map(formatDecimal))).toEqual([
    ['77.124285', '0.0015'],
  ]);
});

test('the vendor split is summed, and parts that miss the cost by more than 0.01 are counted', async () => {
  const parts = (cash: string): Cells => ({
    ...tencentLine,
    'Voucher Deduction': '5',
    'Cash Payment': cash,
    'Gift Payment': '-',
  });
  const content = await read(csvOf(parts('20.708095'), parts('20.718095'), parts('20.718096'), parts('0')));
  const [bucket] = [...content.buckets];
  expect([bucket!.vendorVoucher, bucket!.vendorCash, bucket!.vendorGift].map(formatDecimal)).toEqual([
    '20',
    '62.144286',
    '0',
  ]);
  expect(content.partsFinding).toMatchObject({ lines: 2, firstRow: 4 });
  expect(formatDecimal(content.partsFinding!.difference)).toBe('20.698094');
});
