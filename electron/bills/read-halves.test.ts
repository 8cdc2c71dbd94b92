// A bill read in halves is the bill read in one go, wherever it is cut, or it is not taken at all.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BillBuilder } from './bill-builder.ts';
import { partiesOf } from './bill-parties.ts';
import { BillText } from './bill-text.ts';
import { cutBehind, readHalves, readRest } from './read-halves.ts';
import { markLength } from './text-stream.ts';
import { type Cells, csvOf, focusLine, tencentLine } from './test-bills.ts';

const encoder = new TextEncoder();

/** Everything that a content is made of. */
function stateOf(builder: BillBuilder, layout: object, length: number): object {
  const { buckets, inFile: _inFile, keptSums: _keptSums, ...part } = builder.part();
  const { texts, prices, keys, lines, earliest } = buckets;
  const parties = partiesOf(builder.table);
  return {
    ...{ part, texts, prices, keys, lines, earliest, parties, layout, length },
    buckets: [...builder.table],
    proof: builder.proof(parties),
    hashes: builder.hashes(),
    places: builder.places(),
  };
}

function inOneGo(bytes: Uint8Array): object {
  const builder = new BillBuilder();
  const text = new BillText('bill.csv', builder, 0);
  text.push(bytes.subarray(markLength(bytes)));
  text.end();
  return stateOf(builder, text.layout, text.length);
}

async function inHalves(bytes: Uint8Array, cut: number): Promise<object | undefined> {
  const read = await readHalves({ name: 'bill.csv', bytes }, cut, readRest, () => undefined);
  return read && stateOf(read.builder, read.layout, read.length);
}

/** Compares fast, and shows how two states differ only where they do. */
function same(actual: object | undefined, expected: object | undefined): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}

/** Bytes where a row may begin: behind the line feeds outside quotes, the heading line's and the last one's included. */
function rowEnds(text: string): Set<number> {
  const ends = new Set<number>();
  let quoted = false;
  let length = 0;
  for (const character of text) {
    length += encoder.encode(character).length;
    if (character === '"') quoted = !quoted;
    if (character === '\n' && !quoted) ends.add(length);
  }
  return ends;
}

const nasty = fc.constantFrom('', 'a', 'x,y', '"', '""', '\n', 'two\nlines', '\r\n', '"\n"', 'é\n云', ',\n,', 'NULL');
const cost = fc.constantFrom('0.1', '-0.1', '1.50', '0', '1E-30', '123456789012345678.9', '9007199254740991', '7');
const focusCells = fc.record({
  SubAccountId: nasty,
  ServiceName: fc.constantFrom('x', 'y, z', 'new\nline'),
  BilledCost: cost,
  ListUnitPrice: fc.constantFrom('', '2', '2.0', '0'),
  BillingCurrency: fc.constantFrom('USD', 'EUR'),
  Tags: nasty,
});
const tencentCells = fc.record({
  'Owner Account ID': fc.constantFrom('a', 'x,y', '"', 'two\nlines', 'é\n云'),
  'Total Amount After Discount (Excluding Tax)': cost,
  'Cash Payment': cost,
  'Tax Amount': cost,
  'Instance ID': nasty,
});
const shape = { mark: fc.boolean(), crlf: fc.boolean(), ended: fc.boolean() };
const lines = (cells: fc.Arbitrary<Cells>, line: Cells): fc.Arbitrary<Cells[]> =>
  fc.array(
    cells.map((changed) => ({ ...line, ...changed })),
    { minLength: 1, maxLength: 8 },
  );
const bills = fc
  .record({ ...shape, list: fc.oneof(lines(focusCells, focusLine), lines(tencentCells, tencentLine)) })
  .map(({ mark, crlf, ended, list }) => {
    const blank = list.length > 3 ? '\n' : '';
    const plain = `${csvOf(...list)}${blank}`;
    const text = `${mark ? '\uFEFF' : ''}${crlf ? plain.replaceAll('\n', '\r\n') : plain}`;
    return ended ? text : text.slice(0, crlf ? -2 : -1);
  });

test(
  'cut where rows end it is the same bill, cut where a quoted field goes on it is not taken',
  { timeout: 30_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(bills, async (text) => {
        const bytes = encoder.encode(text);
        const whole = inOneGo(bytes);
        const ends = rowEnds(text);
        for (let cut = bytes.indexOf(0x0a) + 1; cut > 0; cut = bytes.indexOf(0x0a, cut) + 1)
          same(await inHalves(bytes, cut), ends.has(cut) ? whole : undefined);
      }),
      { numRuns: 25 },
    );
  },
);

test('cut at any byte it is the same bill or none', { timeout: 30_000 }, async () => {
  const short = {
    PayerUin: '1',
    OwnerUin: '2',
    BusinessCode: 'cvm',
    PayTime: '2026-10-06 00:00:00',
    RealCost: '0.5',
    CashPayAmount: '0.1',
    Tags: 'a "b"\r\n云,\n"',
  };
  const other = { ...short, OwnerUin: '云', BusinessCode: 'x\ny', RealCost: '1.5E-7' };
  const text = `\uFEFF${csvOf(short, other, short, other)}\r\n`;
  const bytes = encoder.encode(text);
  const whole = inOneGo(bytes);
  const ends = rowEnds(text);
  for (let cut = 0; cut <= bytes.length; cut++) same(await inHalves(bytes, cut), ends.has(cut) ? whole : undefined);
});

test('what cannot be taken is left to a reading in one go, in whichever half it stands', async () => {
  for (const wrong of [{ BilledCost: 'x' }, { Tags: 'a\u0000b' }])
    for (const list of [
      [{ ...focusLine, ...wrong }, focusLine, focusLine],
      [focusLine, focusLine, { ...focusLine, ...wrong }],
    ]) {
      const bytes = encoder.encode(csvOf(...list));
      const cut = await cutBehind({ name: 'bill.csv', bytes }, bytes.length >> 1, bytes.length);
      expect(await inHalves(bytes, cut!)).toBeUndefined();
    }
});

test('an error that is none of the text ends both halves', async () => {
  const bytes = encoder.encode(csvOf(focusLine, focusLine));
  const broken = (): Promise<never> => Promise.reject(new Error('disk'));
  await expect(readHalves({ name: 'bill.csv', bytes }, 9, broken, () => undefined)).rejects.toThrow('disk');
});

test('the cut stands behind the next line feed, and nowhere where nothing follows', async () => {
  const bytes = encoder.encode('ab\ncd\n');
  const cuts = [0, 2, 3, 5, 6].map((middle) => cutBehind({ name: 'bill.csv', bytes }, middle, bytes.length));
  expect(await Promise.all(cuts)).toEqual([3, 3, undefined, undefined, undefined]);
});

const samples = join(import.meta.dirname, '../../../shared/samples');
const plain = existsSync(samples)
  ? readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) => /bills[\\/][^\\/]+[.]csv$/.test(path))
  : [];

if (plain.length === 0) process.stderr.write('SKIPPED: no samples beside the checkout, so no sample bill is cut.\n');

test.skipIf(plain.length === 0)('the sample bills are the same bills in halves', async () => {
  let cuts = 0;
  for (const path of plain) {
    const bytes = new Uint8Array(readFileSync(join(samples, path)));
    if (!Buffer.from(bytes).equals(Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))) continue;
    const cut = await cutBehind({ name: path, bytes }, bytes.length >> 1, bytes.length);
    same(await inHalves(bytes, cut!), inOneGo(bytes));
    cuts += 1;
  }
  expect(cuts).toBeGreaterThan(3);
});
