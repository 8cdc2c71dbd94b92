// Generated bills say what the book says, to the last decimal, but for what is planted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { add, compareDecimals, multiply, parseDecimal } from '../../shared/money/decimal.ts';
import { writeGroup } from './group.ts';
import { repeatedLines } from './planted.ts';
import { type TextRow, filesBelow, headerOf, readRows } from './read-back.ts';
import { bench, budget } from './sizes.ts';

const size = { ...budget, months: budget.months.slice(-2), lines: 1600 };
let folder: string;
let planted: ReturnType<typeof writeGroup>;
let known: Set<string>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'purser-sample-'));
  planted = writeGroup(size, 1, folder);
  known = new Set(readRows(join(folder, 'accounts.csv')).map((row) => row['id']!));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = (file: string) => readRows(join(folder, 'bills', file));
const about = (kind: string) => planted.filter((each) => each.kind === kind);
const decimal = (text: string | undefined) => parseDecimal(text ?? '')!;

test('a month is 14 files: Tencent in English and Chinese, FOCUS in three versions', () => {
  const files = filesBelow(join(folder, 'bills'));
  expect(files.filter((file) => file.startsWith('2026-10/'))).toHaveLength(14);
  expect(files).toHaveLength(28);
  const headers = files.map((file) => headerOf(join(folder, 'bills', file)));
  const starts = (text: string) => headers.filter((header) => header.startsWith(text)).length;
  expect([starts('Payer Account ID,'), starts('支付者 UIN,'), starts('AvailabilityZone,')]).toEqual([8, 4, 16]);
  const focusWidths = headers.filter((header) => header.startsWith('Av')).map((header) => header.split(',').length);
  expect(new Set(focusWidths)).toEqual(new Set([43, 50, 54]));
});

test('owners are accounts of the book, but for the strangers that are planted', () => {
  const owner = (row: TextRow) => row['Owner Account ID'] ?? row['使用者 UIN'] ?? row['SubAccountId']!;
  const strangers = filesBelow(join(folder, 'bills'))
    .flatMap(rowsOf)
    .map(owner)
    .filter((id) => !known.has(id));
  expect(new Set(strangers)).toEqual(new Set(about('unknown-account').map((each) => each.about)));
  expect(strangers).toHaveLength(12);
});

test('parts sum to what is billed, but for two planted lines', () => {
  const rows = filesBelow(join(folder, 'bills'))
    .filter((file) => file.includes('harbour-group'))
    .flatMap(rowsOf);
  const wrong = rows.filter((row) => {
    const [cash, voucher, total] = row['Cash Payment']
      ? [row['Cash Payment'], row['Voucher Deduction'], row['Total Amount After Discount (Excluding Tax)']]
      : [row['现金账户支出'], row['优惠券支出'], row['优惠后总价']];
    return compareDecimals(add(decimal(cash), decimal(voucher)), decimal(total)) !== 0;
  });
  expect(wrong).toHaveLength(about('parts-differ')[0]!.lines);
});

test('list cost is quantity by price, and what is billed is list cost by the multiplier stated', () => {
  for (const row of rowsOf('2026-09/harbour-group-2026-09-a.csv')) {
    if (row['Original Cost'] === '-') continue;
    const list = multiply(decimal(row['Component Usage']), decimal(row['Component List Price']));
    expect(compareDecimals(list, decimal(row['Original Cost']))).toBe(0);
    if (row['Discount Multiplier'] === '-') continue;
    const billed = decimal(row['Total Amount After Discount (Excluding Tax)']);
    expect(compareDecimals(multiply(list, decimal(row['Discount Multiplier'])), billed)).toBe(0);
  }
});

test('lines that stand in two files are those planted, and too few for an exception where that is meant', () => {
  const texts = (file: string) => rowsOf(`2026-10/harbour-group-2026-10-${file}.csv`).map((row) => JSON.stringify(row));
  const shared = (left: string, right: string) => {
    const lines = new Set(texts(left));
    return texts(right).filter((line) => lines.has(line)).length;
  };
  expect([shared('a', 'b'), shared('c', 'd')]).toEqual([...repeatedLines]);
  expect(repeatedLines[1] / Math.min(texts('c').length, texts('d').length)).toBeLessThan(0.05);
});

test.each(['tencent', 'focus'] as const)('bench writes as many accounts and %s lines as asked for', (bills) => {
  const out = join(folder, bills);
  writeGroup(bench(40, 3000, bills), 3, out);
  expect(readRows(join(out, 'accounts.csv'))).toHaveLength(40);
  const [file, ...others] = filesBelow(join(out, 'bills'));
  expect(others).toEqual([]);
  expect(readRows(join(out, 'bills', file!))).toHaveLength(3000);
});
