// One order for text on every machine: by code point, never by locale.
import { expect, test } from 'vitest';
import { compareLargest, compareText, firstDifference } from './order.ts';

test('text sorts by code point: capitals before small letters, digits as text', () => {
  expect(['b', 'B', 'a', 'A', '10', '9', 'ä', ''].sort(compareText)).toEqual(['', '10', '9', 'A', 'B', 'a', 'b', 'ä']);
});

test('a text sorts after its own beginning', () => {
  expect(compareText('cos', 'cosx')).toBeLessThan(0);
  expect(compareText('cos', 'cos')).toBe(0);
});

test('characters beyond the basic plane sort after all of it, as code points do', () => {
  expect(['\u{20000}', '\uE000', '\uFFFD', '\uD7FF'].sort(compareText)).toEqual([
    '\uD7FF',
    '\uE000',
    '\uFFFD',
    '\u{20000}',
  ]);
});

test('largest comes first; the first difference decides', () => {
  expect([1n, 3n, 2n].sort(compareLargest)).toEqual([3n, 2n, 1n]);
  expect(compareLargest(2n, 2n)).toBe(0);
  expect(firstDifference(0, -1, 1)).toBe(-1);
  expect(firstDifference(0, 0)).toBe(0);
});
