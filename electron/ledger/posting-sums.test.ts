// Sums of postings from raw bytes against sums in bigint, and everything that is not a posting.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noHash, type Posting, recordText } from '../../shared/book/record.ts';
import { chainLength } from './line.ts';
import { PostingSums } from './posting-sums.ts';

const largest = BigInt(Number.MAX_SAFE_INTEGER);

function lineOf(post: readonly Posting[]): Buffer {
  const body = { v: 1, seq: 1, at: '2026-10-05T08:00:00.000Z', by: '', desk: '', key: 'k', data: {}, post } as const;
  return Buffer.from(`${recordText({ ...body, kind: 'fundsMoved' }, noHash)},"hash":"${noHash}"}`);
}

function addTo(sums: PostingSums, post: readonly Posting[]): string | undefined {
  const line = lineOf(post);
  return sums.add(line, line.length - chainLength);
}

const position = fc.oneof(
  fc.constantFrom(
    'cash:tencent:1:海港',
    'gift:tencent:1:海港',
    'cash:tencent:11:海港',
    'bank:海港',
    'a["b\\',
    '["',
    '\\',
    '"],"post":[[',
  ),
  fc.string({ unit: 'binary' }),
);
const currency = fc.constantFrom('CNY', 'USD', 'JPY', '', 'POINTS');
/** Postings in pairs that cancel out, as every record's do. */
const post = fc
  .array(fc.record({ from: position, to: position, amount: fc.bigInt({ min: -largest, max: largest }), currency }))
  .map((pairs) =>
    pairs.flatMap(({ from, to, amount, currency: unit }) => [
      { position: from, amount: -amount, currency: unit },
      { position: to, amount, currency: unit },
    ]),
  );

test('the sums from the bytes are the sums of the postings, exactly', () => {
  fc.assert(
    fc.property(fc.array(post), (records) => {
      const sums = new PostingSums();
      const expected = new Map<string, bigint>();
      for (const postings of records) {
        expect(addTo(sums, postings)).toBeUndefined();
        for (const posting of postings) {
          const key = JSON.stringify([posting.position, posting.currency]);
          expected.set(key, (expected.get(key) ?? 0n) + posting.amount);
        }
      }
      const found = sums.sums().map((sum) => [JSON.stringify([sum.position, sum.currency]), sum.amount] as const);
      expect(new Map(found)).toEqual(expected);
    }),
  );
});

test('more positions than the table began with are kept apart', () => {
  const sums = new PostingSums();
  const pairs = Array.from({ length: 9000 }, (_, index) => [
    { position: `cash:${index}`, amount: BigInt(index), currency: 'CNY' },
    { position: `bank:${index}`, amount: BigInt(-index), currency: 'CNY' },
  ]);
  expect(addTo(sums, pairs.flat())).toBeUndefined();
  expect(addTo(sums, pairs.flat())).toBeUndefined();
  const wrong = sums.sums().filter((sum) => {
    const index = BigInt(sum.position.slice('cash:'.length));
    return sum.amount !== (sum.position.startsWith('cash') ? 2n : -2n) * index;
  });
  expect(wrong).toEqual([]);
});

test('an array that is not the postings is not taken for them', () => {
  const line = Buffer.from('"data":[["a",1,"CNY"],["b",-1,"CNY"]]');
  expect(new PostingSums().add(line, line.length)).toMatch(/not as the format says/);
});

test('postings that do not sum to zero in one currency are named, also where all currencies together would', () => {
  const amounts = [
    { position: 'a', amount: 100n, currency: 'CNY' },
    { position: 'b', amount: -100n, currency: 'USD' },
  ];
  expect(addTo(new PostingSums(), amounts)).toMatch(/sum to -?100 (CNY|USD), not to zero/);
});

test.each([
  '[["a",01,"CNY"],["b",-1,"CNY"]]',
  '[["a",-0,"CNY"]]',
  '[["a",9007199254740992,"CNY"],["b",-9007199254740992,"CNY"]]',
  '[["a",1.5,"CNY"],["b",-1.5,"CNY"]]',
  '[["a",1,"CNY"] ,["b",-1,"CNY"]]',
  '[["a","CNY"]]',
  '["a",0,"CNY"]]',
  '[[a,0,"CNY"]]',
  ',',
])('%s is not what the format says', (text) => {
  const bytes = Buffer.from(`"post":${text}`);
  expect(new PostingSums().add(bytes, bytes.length)).toBe('the postings of the record are not as the format says');
});
