// What stands where in an outline, and what a selection covers.
import { expect, test } from 'vitest';
import { groupPlaces, placeAt } from './outline.ts';
import { at, everything, extended, holds, rectangleOf, sizeOf, within } from './selection.ts';

const groups = [
  { lines: 3, expanded: false },
  { lines: 2, expanded: true },
  { lines: 0, expanded: true },
  { lines: 5, expanded: false },
];

test('groups and the lines of expanded ones follow each other', () => {
  const places = groupPlaces(groups);
  const all = Array.from({ length: places.at(-1)! }, (_, place) => placeAt(places, place));
  expect(all).toEqual([
    { is: 'group', group: 0 },
    { is: 'group', group: 1 },
    { is: 'line', group: 1, line: 0 },
    { is: 'line', group: 1, line: 1 },
    { is: 'group', group: 2 },
    { is: 'group', group: 3 },
  ]);
});

test('a selection spans from its anchor to its focus, whichever is first', () => {
  const selection = extended(at({ row: 5, column: 3 }), { row: 2, column: 4 });
  const rectangle = rectangleOf(selection);
  expect(rectangle).toEqual({ top: 2, bottom: 5, left: 3, right: 4 });
  expect(sizeOf(rectangle)).toBe(8);
  expect(holds(rectangle, { row: 3, column: 3 })).toBe(true);
  expect(holds(rectangle, { row: 3, column: 2 })).toBe(false);
});

test('all is all, and the focus stays; in a shorter list it moves inside', () => {
  const selection = everything(at({ row: 5, column: 3 }), 10, 6);
  expect(rectangleOf(selection)).toEqual({ top: 0, bottom: 9, left: 0, right: 5 });
  expect(selection.focus).toEqual({ row: 5, column: 3 });
  expect(within(selection, 3, 2).focus).toEqual({ row: 2, column: 1 });
});
