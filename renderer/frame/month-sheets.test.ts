// The sheets of months stay where they are unless the open one would be out of sight.
import { expect, test } from 'vitest';
import { firstSheet, sheetsOf } from './month-sheets.ts';

test.each([
  { first: 8, open: 12, room: 5, count: 13, shown: 8 },
  { first: 8, open: 9, room: 5, count: 13, shown: 8 },
  { first: 8, open: 7, room: 5, count: 13, shown: 7 },
  { first: 3, open: 8, room: 5, count: 13, shown: 4 },
  { first: Infinity, open: 2, room: 5, count: 3, shown: 0 },
  { first: Infinity, open: 12, room: 3, count: 13, shown: 10 },
  { first: 0, open: -1, room: 3, count: 0, shown: 0 },
])('from $first, with $open of $count open and room for $room', ({ first, open, room, count, shown }) => {
  expect(firstSheet(first, open, room, count)).toBe(shown);
});

test('a month that the book does not know stands in its order once it is open', () => {
  expect(sheetsOf(['2026-08', '2026-10'], '2026-09')).toEqual(['2026-08', '2026-09', '2026-10']);
  expect(sheetsOf(['2026-08', '2026-10'], '2026-10')).toEqual(['2026-08', '2026-10']);
  expect(sheetsOf([], '')).toEqual([]);
});
