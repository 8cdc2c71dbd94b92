// Dated ranges are sets of days: every answer agrees with looking at the days one by one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inForce, overlap, touches, valueOn } from './dated.ts';
import type { Day } from './day.ts';

const end = fc.option(fc.integer({ min: 5, max: 25 }).map((value) => value as Day));
const range = fc.record({ from: end, to: end }).filter(({ from, to }) => from === null || to === null || from < to);
const days = Array.from({ length: 31 }, (_, index) => index as Day);

test('a range is in force from its first day to the day before its end', () => {
  const month = { from: 10 as Day, to: 12 as Day };
  expect(days.filter((day) => inForce(month, day))).toEqual([10, 11]);
});

test('touching and overlapping mean having a day in common', () => {
  fc.assert(
    fc.property(range, range, fc.nat(30), fc.nat(30), (left, right, one, other) => {
      const [first, last] = [Math.min(one, other) as Day, Math.max(one, other) as Day];
      expect(touches(left, first, last)).toBe(days.some((day) => day >= first && day <= last && inForce(left, day)));
      expect(overlap(left, right)).toBe(days.some((day) => inForce(left, day) && inForce(right, day)));
      expect(overlap(right, left)).toBe(overlap(left, right));
    }),
  );
});

test('a value holds from its change on; of changes on one day the later entry counts', () => {
  const changes = [
    { from: 20 as Day, value: 'c' },
    { from: 10 as Day, value: 'b' },
    { from: 20 as Day, value: 'd' },
  ];
  const at = (day: number) => valueOn({ initial: 'a', changes }, day as Day);
  expect([9, 10, 19, 20, 30].map(at)).toEqual(['a', 'b', 'b', 'd', 'd']);
});
