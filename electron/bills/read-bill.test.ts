// Whole bill files read: what is kept, what is set aside, and every way in which a file is refused.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal } from '../../shared/money/decimal.ts';
import { isOverlap, sharedLines } from './overlap.ts';
import { readBill } from './read-bill.ts';
import { type Cells, csvOf, focusLine, read, refusalOf, tencentLine, without } from './test-bills.ts';

test('headings are found in any order, case and spelling, with blanks and full-width brackets', async () => {
  const plain = await read(csvOf(tencentLine));
  const spelt = Object.entries(tencentLine)
    .reverse()
    .map(([name, cell]) => [
      name.toUpperCase().replaceAll(' ', '_').replace('(', '（').replace(')', '）'),
      ` ${cell}\t`,
    ]);
  const content = await read(csvOf(Object.fromEntries(spelt) as Cells));
  expect(content.lineHashes).toEqual(plain.lineHashes);
  expect(content.warnings).toEqual([]);
});

test('API field names are a spelling too', async () => {
  const line = {
    PayerUin: '1',
    OwnerUin: '2',
    BusinessCode: 'p_cvm',
    FeeBeginTime: '2026-10-06 00:00:00',
    RealCost: '9E-9',
    ActionTypeName: 'postpay_deduct_h',
  };
  expect(formatDecimal((await read(csvOf(line))).sumInFile[0]!.billed)).toBe('0.000000009');
});

test('of several headings for one field the first of the table counts', async () => {
  const content = await read(csvOf({ ...tencentLine, 'Total Cost': '99' }));
  expect(formatDecimal(content.sumInFile[0]!.billed)).toBe('25.708095');
  expect(content.warnings).toMatchObject([{ code: 'unrecognisedColumns', names: ['Total Cost'] }]);
});

test('a column per tag is part of the line, in any order and under any prefix', async () => {
  const hashOf = async (tags: Cells): Promise<bigint> =>
    (await read(csvOf({ ...tencentLine, ...tags }))).lineHashes[0]!;
  const hash = await hashOf({ 'Tag:team': 'red', 'Tag:site': 'A' });
  expect(await hashOf({ '标签键：site': 'A', 'tag_key:team': 'red' })).toBe(hash);
  expect(await hashOf({ 'Tag:team': 'A', 'Tag:site': 'red' })).not.toBe(hash);
});

test('what is not recognised is said', async () => {
  const content = await read(csvOf({ ...focusLine, x_Team: 'red', RegionName: 'known but unused' }));
  expect(content.warnings).toMatchObject([{ code: 'unrecognisedColumns', names: ['x_Team'] }]);
});

test('a file of a clear family that lacks a column says which', async () => {
  expect(await refusalOf(csvOf(without(focusLine, 'BilledCost')))).toMatchObject({
    code: 'missingColumn',
    where: { file: 'bill.csv', row: 1, column: 'BilledCost' },
    unchanged: 'Nothing of this file was imported.',
  });
  expect(await refusalOf(csvOf(without(tencentLine, 'Product Code', 'Product Name')))).toMatchObject({
    code: 'missingColumn',
    where: { column: 'Product Code or Product Name' },
  });
});

test('a file of no family says what it has and what each format misses', async () => {
  const refusal = await refusalOf('Date,Amount\n2026-10-01,5\n');
  expect(refusal.code).toBe('unknownFormat');
  expect(refusal.what).toContain('Date, Amount');
  expect(refusal.what).toContain('BilledCost');
  expect(refusal.what).toContain('Payer Account ID');
});

test('two columns of one name that is read are refused, others are not', async () => {
  const [head, row] = csvOf(focusLine).split('\n') as [string, string];
  expect(await refusalOf(`${head},Billed Cost\n${row},1\n`)).toMatchObject({
    code: 'duplicateColumn',
    where: { column: 'Billed Cost' },
  });
  expect((await read(`${head},x,x\n${row},1,2\n`)).kept).toBe(1);
});

test.each<[string, Cells, object]>([
  ['badNumber', { BilledCost: '12,34.5' }, { row: 3, column: 'BilledCost', value: '12,34.5' }],
  ['badNumber', { PricingQuantity: '5 GB' }, { row: 3, column: 'PricingQuantity', value: '5 GB' }],
  ['badDate', { ChargePeriodStart: '2026-02-30' }, { row: 3, column: 'ChargePeriodStart', value: '2026-02-30' }],
  ['badMonth', { BillingPeriodStart: '2026-13' }, { row: 3, column: 'BillingPeriodStart', value: '2026-13' }],
  ['badCurrency', { BillingCurrency: 'US$' }, { row: 3, column: 'BillingCurrency', value: 'US$' }],
  ['missingValue', { BilledCost: 'NULL' }, { row: 3, column: 'BilledCost', value: 'NULL' }],
  ['missingValue', { BillingAccountId: '' }, { row: 3, column: 'BillingAccountId', value: '' }],
  ['missingValue', { ChargePeriodStart: '-' }, { row: 3, column: 'ChargePeriodStart', value: '-' }],
])('%s names file, row, column and value: %j', async (code, changed, where) => {
  const refusal = await refusalOf(csvOf(focusLine, { ...focusLine, ...changed }));
  expect(refusal).toMatchObject({ code, where: { file: 'bill.csv', ...where } });
  expect(refusal.next).not.toBe('');
});

test('rows with too few or too many fields are refused', async () => {
  for (const row of ['1,2', `${'1,'.repeat(30)}1`])
    expect(await refusalOf(`${csvOf(focusLine)}${row}\n`)).toMatchObject({ code: 'raggedRow', where: { row: 3 } });
});

test('blank lines are set aside and counted', async () => {
  const content = await read(`${csvOf(focusLine)}\n${','.repeat(Object.keys(focusLine).length - 1)}\n\n`);
  expect([content.rows, content.kept]).toEqual([4, 1]);
  expect(content.setAside).toEqual([{ reason: 'blank', rows: 3, sums: [] }]);
});

test('an empty file is refused, a heading line alone is a bill without lines', async () => {
  expect(await refusalOf('')).toMatchObject({ code: 'emptyFile' });
  const content = await read(csvOf(focusLine).split('\n')[0]!);
  expect(content.rows).toBe(0);
  expect(content.warnings).toMatchObject([{ code: 'noLines' }]);
});

test('a file on disk reads like the same bytes, with progress', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'purser-bill-'));
  try {
    const text = csvOf(...Array.from({ length: 9000 }, (_, index) => ({ ...focusLine, BilledCost: `${index}.01` })));
    const path = join(folder, 'big.csv');
    writeFileSync(path, text);
    const steps: number[][] = [];
    const content = await readBill({ name: 'bill.csv', path }, { onProgress: (...step) => steps.push(step) });
    const { buckets, ...rest } = await read(text);
    expect(content).toMatchObject(rest);
    expect([...content.buckets]).toEqual([...buckets]);
    expect(steps.at(-1)).toEqual([text.length, text.length, 9000]);
    expect(steps.length).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a cancelled reading ends with the reason of the signal', async () => {
  const abort = new AbortController();
  const text = csvOf(...Array.from({ length: 9000 }, () => focusLine));
  await expect(read(text, { signal: abort.signal, onProgress: () => abort.abort(new Error('stop')) })).rejects.toThrow(
    'stop',
  );
});

test('parties carry what adoption needs', async () => {
  const early = { ...focusLine, ChargePeriodStart: '2026-10-08T13:00:00+09:00', BilledCost: '1' };
  const other = { ...focusLine, SubAccountId: '' };
  const { parties } = await read(csvOf(focusLine, early, other));
  expect(parties).toMatchObject([
    {
      provider: 'aws',
      owner: '929925083749',
      vendorPayer: '787669545423',
      currency: 'USD',
      lines: 2,
      earliestStart: '2026-10-08 13:00:00',
    },
    { owner: '787669545423', lines: 1, earliestStart: '2026-10-08 14:00:00' },
  ]);
  expect(formatDecimal(parties[0]!.billed)).toBe('1.4784');
});

test('a line is the same line in any spelling, and another where any field differs', async () => {
  const [hash] = (await read(csvOf(focusLine))).lineHashes;
  const spelt = {
    ...focusLine,
    BilledCost: '0.47840',
    ChargePeriodStart: '2026-10-08 14:00:00',
    CommitmentDiscountStatus: '',
  };
  expect((await read(csvOf(without(spelt, 'CommitmentDiscountStatus')))).lineHashes[0]).toBe(hash);
  expect((await read(csvOf(spelt))).lineHashes[0]).toBe(hash);
  for (const column of Object.keys(focusLine)) {
    const changed: Record<string, string> = {
      ChargeCategory: 'Credit',
      CommitmentDiscountStatus: 'Used',
      BillingCurrency: 'EUR',
      ProviderName: 'Oracle',
      BillingPeriodStart: '2026-11-01T00:00:00Z',
    };
    const value =
      changed[column] ?? (/^[\d.]+$/.test(focusLine[column as keyof typeof focusLine]) ? '7' : '2026-10-08T14:30:00Z');
    expect((await read(csvOf({ ...focusLine, [column]: value }))).lineHashes[0], column).not.toBe(hash);
  }
});

test('lines shared with another file are set aside one for one, and the sums still tie', async () => {
  const line = (cost: number): Cells => ({ ...focusLine, BilledCost: String(cost) });
  const first = await read(csvOf(line(1), line(1), line(2), line(3)));
  const text = csvOf(line(1), line(1), line(1), line(3), line(4));
  const second = await read(text);
  expect(sharedLines(first.lineHashes, second.lineHashes)).toBe(3);
  expect(isOverlap(3, 4, 5)).toBe(true);
  const skip = new Map<bigint, number>();
  for (const hash of first.lineHashes) skip.set(hash, (skip.get(hash) ?? 0) + 1);
  const content = await read(text, { skip });
  expect([content.rows, content.kept]).toEqual([5, 2]);
  expect(content.setAside).toMatchObject([{ reason: 'shared', rows: 3 }]);
  expect(content.setAside[0]!.sums.map(({ billed }) => formatDecimal(billed))).toEqual(['5']);
  expect(content.sumInFile.map(({ billed }) => formatDecimal(billed))).toEqual(['10']);
  expect(content.sumKept.map(({ billed }) => formatDecimal(billed))).toEqual(['5']);
});

test('the order of lines changes neither buckets nor hashes', async () => {
  const cells = fc.record({
    SubAccountId: fc.constantFrom('a', 'b', ''),
    ServiceName: fc.constantFrom('x', 'y, z'),
    BilledCost: fc.constantFrom('0.1', '1E-30', '123456789012345678.9', '-7'),
    ListUnitPrice: fc.constantFrom('', '2', '2.0'),
  });
  const lines = fc.array(cells, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lines, async (list) => {
      const texts = async (order: readonly Cells[]): Promise<readonly [string[], bigint[]]> => {
        const { buckets, lineHashes } = await read(csvOf(...order.map((line) => ({ ...focusLine, ...line }))));
        const plain = (_: string, value: unknown): unknown =>
          value instanceof Object && 'coefficient' in value ? formatDecimal(value as never) : value;
        return [[...buckets].map((bucket) => JSON.stringify(bucket, plain)).sort(), [...lineHashes]];
      };
      expect(await texts([...list].reverse())).toEqual(await texts(list));
    }),
    { numRuns: 50 },
  );
});
