// Lines of imports kept, found again by bucket, and rebuilt from the evidence where they are missing or damaged.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDisk } from '../ledger/node-disk.ts';
import { type ImportedBill, LineStore } from './line-store.ts';
import { readBill } from './read-bill.ts';
import type { BillSource } from './source.ts';
import type { StoredBill } from './stored-bill.ts';
import { type Cells, csvOf, focusLine, tencentLine } from './test-bills.ts';

let folder: string;
let store: LineStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purser-lines-'));
  store = new LineStore(nodeDisk, folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

const lines: readonly Cells[] = [
  { ...focusLine, Tags: '{"name": "a, b"}' },
  { ...focusLine, ServiceName: '对象存储', BilledCost: '123456789012345678901234567890.5' },
  { ...focusLine, BilledCost: '2' },
];
const taxed = { ...tencentLine, 'Tax Amount': '1' };

async function stored(
  bytes: Uint8Array,
  extension = 'csv',
): Promise<{ bill: ImportedBill; stored: StoredBill; source: BillSource }> {
  const source = { name: `bill.${extension}`, bytes };
  const content = await readBill(source);
  const bill = { id: 'a1', name: source.name, sha256: content.sha256, extension };
  return { bill, stored: await store.store(bill, source, content), source };
}

const plainText = Buffer.from(
  `\ufeff${csvOf(...lines)}\n${csvOf(...lines)
    .split('\n')
    .slice(1)
    .join('\n')
    .trimEnd()}`,
);
const sources: readonly (readonly [string, Uint8Array, string])[] = [
  ['plain with a byte-order mark', plainText, 'csv'],
  ['gzip', gzipSync(plainText), 'csv.gz'],
  ['UTF-16', Buffer.from(`\ufeff${csvOf(...lines)}`, 'utf16le'), 'csv'],
  [
    'zip of two, the first without a line end',
    zipSync({ 'a.csv': strToU8(csvOf(...lines).trimEnd()), 'b.csv': strToU8(csvOf(taxed)) }),
    'zip',
  ],
];

test.each(sources)(
  '%s: the evidence is kept byte for byte, and loads as it was stored',
  async (_, bytes, extension) => {
    const { bill, stored: first } = await stored(bytes, extension);
    expect(readFileSync(join(folder, 'evidence', `${bill.sha256}.${extension}`))).toEqual(Buffer.from(bytes));
    const again = await new LineStore(nodeDisk, folder).load(bill);
    expect([...again.buckets]).toEqual([...first.buckets]);
    expect(again.parties).toEqual(first.parties);
    expect(again.lineHashes).toEqual(first.lineHashes);
    expect(again.entries).toEqual(first.entries);
    expect(readdirSync(join(folder, 'lines')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  },
);

test.each(sources)('%s: every bucket finds exactly its own rows', async (_, bytes, extension) => {
  const { bill, stored: kept } = await stored(bytes, extension);
  const seen = new Set<string>();
  for (const [index, bucket] of [...kept.buckets].entries()) {
    const rows = store.rowsOfBuckets(bill, kept, [index], 100);
    expect(rows).toHaveLength(bucket.lines);
    for (const { file, headings, cells, row } of rows) {
      const cell = (name: string): string => cells[headings.indexOf(name)]!;
      const product = bucket.provider === 'aws' ? cell('ServiceName') : cell('Product Code');
      expect([product, cells.length]).toEqual([bucket.product, headings.length]);
      seen.add(`${file} ${row} ${bucket.category}`);
    }
  }
  expect(seen.size).toBe([...kept.buckets].reduce((sum, bucket) => sum + bucket.lines, 0));
});

test('rows are numbered as in their file and limited as asked', async () => {
  const { bill, stored: kept } = await stored(sources[0]![1]);
  const rows = store.rowsOfBuckets(bill, kept, [0, 1], 3);
  expect(rows.map(({ row }) => row)).toEqual([2, 4, 6]);
  expect(rows[0]).toMatchObject({ file: 'bill.csv', headings: Object.keys(focusLine) });
  expect(rows[0]!.cells).toEqual(Object.values(lines[0]!));
});

test('missing or damaged lines are rebuilt from the evidence', async () => {
  const { bill, stored: first } = await stored(sources[1]![1], 'csv.gz');
  const path = join(folder, 'lines', 'a1.lines');
  const whole = readFileSync(path);
  const damages: readonly (() => void)[] = [
    () => rmSync(path),
    () => writeFileSync(path, whole.subarray(0, whole.length - 1)),
    () => writeFileSync(path, Buffer.alloc(0)),
    ...[0, 33, 60, whole.length - 1].map((place) => () => {
      const altered = Buffer.from(whole);
      altered[place]! ^= 1;
      writeFileSync(path, altered);
    }),
    () =>
      writeFileSync(
        join(folder, 'lines', 'a1.text'),
        readFileSync(join(folder, 'lines', 'a1.text')).fill(0x31, 200, 201),
      ),
    () => rmSync(join(folder, 'lines'), { recursive: true }),
  ];
  for (const damage of damages) {
    damage();
    const again = await store.load(bill);
    expect([...again.buckets]).toEqual([...first.buckets]);
    expect(readFileSync(path)).toEqual(whole);
    expect(store.rowsOfBuckets(bill, again, [0], 1)[0]!.cells).toEqual(Object.values(lines[0]!));
  }
});

test('evidence that is not what was imported is never read as if it were', async () => {
  const { bill } = await stored(sources[0]![1]);
  writeFileSync(join(folder, 'evidence', `${bill.sha256}.csv`), csvOf(focusLine));
  rmSync(join(folder, 'lines'), { recursive: true });
  await expect(store.load(bill)).rejects.toMatchObject({ refusals: [{ code: 'evidenceDamaged' }] });
});

test('a file that changes between reading and keeping is refused and leaves no evidence', async () => {
  const source = { name: 'bill.csv', bytes: strToU8(csvOf(focusLine)) };
  const content = await readBill(source);
  const changed = { name: 'bill.csv', bytes: strToU8(csvOf(focusLine, focusLine)) };
  const bill = { id: 'a1', name: 'bill.csv', sha256: content.sha256, extension: 'csv' };
  await expect(store.store(bill, changed, content)).rejects.toMatchObject({ refusals: [{ code: 'fileChanged' }] });
  expect(readdirSync(join(folder, 'evidence'))).toEqual([]);
  expect(existsSync(join(folder, 'lines'))).toBe(false);
});

test('lines set aside as shared stay out when the lines are rebuilt', async () => {
  const bytes = strToU8(csvOf(...lines));
  const source = { name: 'bill.csv', bytes };
  const [hash] = (await readBill({ name: 'x', bytes: strToU8(csvOf(lines[2]!)) })).lineHashes;
  const skip = new Map([[hash!, 1]]);
  const content = await readBill(source, { skip });
  const bill = { id: 'a1', name: 'bill.csv', sha256: content.sha256, extension: 'csv', skip };
  const first = await store.store(bill, source, content);
  rmSync(join(folder, 'lines'), { recursive: true });
  mkdirSync(join(folder, 'lines'));
  const again = await store.load(bill);
  expect([...again.buckets]).toEqual([...first.buckets]);
  expect(again.lineHashes).toHaveLength(2);
});
