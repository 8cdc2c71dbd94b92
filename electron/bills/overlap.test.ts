// How many lines two files share, and when that is an exception.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOverlap, sharedLines } from './overlap.ts';

const hashes = fc.array(fc.bigInt(0n, 12n), { maxLength: 40 }).map((list) => new BigUint64Array(list).sort());

test('lines are shared as often as both files have them', () => {
  fc.assert(
    fc.property(hashes, hashes, (left, right) => {
      const rest = [...right];
      const shared = [...left].filter((hash) => {
        const place = rest.indexOf(hash);
        if (place >= 0) rest.splice(place, 1);
        return place >= 0;
      });
      expect(sharedLines(left, right)).toBe(shared.length);
    }),
  );
});

test('twenty lines, or five per cent of the smaller file, are an overlap', () => {
  expect(isOverlap(20, 100_000, 1_000_000)).toBe(true);
  expect(isOverlap(19, 381, 1000)).toBe(false);
  expect(isOverlap(19, 380, 1000)).toBe(true);
  expect(isOverlap(1, 21, 21)).toBe(false);
  expect(isOverlap(1, 20, 21)).toBe(true);
  expect(isOverlap(0, 0, 10)).toBe(false);
});
