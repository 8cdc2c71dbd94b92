// Sums beyond what a number holds, against bigint.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExactSums } from './exact-sums.ts';

const largest = Number.MAX_SAFE_INTEGER;
const amount = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(largest, -largest, 1, -1));

test('nothing is rounded, however much is added', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), amount)), (added) => {
      const sums = new ExactSums();
      const expected = new Map<number, bigint>();
      for (const [number, value] of added) {
        sums.add(number, value);
        expected.set(number, (expected.get(number) ?? 0n) + BigInt(value));
      }
      for (let number = 0; number <= 20; number += 1) expect(sums.sumOf(number)).toBe(expected.get(number) ?? 0n);
    }),
  );
});

test('sums that are cleared begin anew, what was carried too', () => {
  const sums = new ExactSums();
  sums.add(0, largest);
  sums.add(0, largest);
  expect(sums.sumOf(0)).toBe(2n * BigInt(largest));
  sums.clear();
  sums.add(0, 1);
  expect(sums.sumOf(0)).toBe(1n);
});
