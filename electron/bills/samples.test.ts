// Every bill of the samples beside the checkout is read and compared with a plain reading of the same file: csv-parse,
// one string per cell, bigint sums. Without the samples the test says that it was skipped.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseBillDecimal } from '../../shared/money/bill-decimal.ts';
import { type Decimal, add, formatDecimal, zero } from '../../shared/money/decimal.ts';
import { readBill } from './read-bill.ts';

const samples = join(import.meta.dirname, '../../../shared/samples');
const bills = existsSync(samples)
  ? readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) => /bills[\\/][^\\/]+$/.test(path))
  : [];

if (bills.length === 0) process.stderr.write('SKIPPED: no samples beside the checkout, so no sample bill is read.\n');

function plainText(bytes: Buffer): string {
  const unpacked =
    bytes[0] === 0x1f
      ? gunzipSync(bytes)
      : bytes[0] === 0x50 && bytes[1] === 0x4b
        ? Buffer.from(Object.values(unzipSync(bytes))[0]!)
        : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(unpacked);
  }
}

const costs = ['BilledCost', 'Total Amount After Discount (Excluding Tax)', '优惠后总价'];
const taxes = ['税额', 'Tax Amount'];

function sumOf(rows: readonly Record<string, string>[], names: readonly string[]): Decimal {
  return rows
    .map((row) => names.map((name) => row[name]).find((cell) => cell !== undefined) ?? '0')
    .map((cell) => parseBillDecimal(cell.trim() === '' || cell === '-' ? '0' : cell)!)
    .reduce(add, zero);
}

test.skipIf(bills.length === 0).each(bills)('%s is read to the last digit', async (path) => {
  const bytes = readFileSync(join(samples, path));
  const rows = parse(plainText(bytes), { columns: true, bom: true }) as Record<string, string>[];
  const content = await readBill({ name: path, path: join(samples, path) });

  expect(content.rows).toBe(rows.length);
  expect(content.kept).toBe(rows.length);
  const total = (name: 'billed' | 'tax'): Decimal => content.sumKept.map((sum) => sum[name]).reduce(add, zero);
  expect(formatDecimal(total('billed'))).toBe(formatDecimal(sumOf(rows, costs)));
  expect(formatDecimal(total('tax'))).toBe(formatDecimal(sumOf(rows, taxes)));
  const buckets = [...content.buckets];
  expect(buckets.reduce((lines, bucket) => lines + bucket.lines, 0)).toBe(content.kept + content.taxLines);
  const lists = sumOf(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === 'NULL' ? '0' : cell])),
    ),
    ['ListCost', 'Original Cost', '组件原价'],
  );
  expect(formatDecimal(buckets.map((bucket) => bucket.list).reduce(add, zero))).toBe(formatDecimal(lists));
});
