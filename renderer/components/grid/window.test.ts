// Which rows are drawn, and that revealing a cell always brings it out from under header and totals.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnColumns, drawnRows, drawnSpan, revealed } from './window.ts';

test('the rows seen are drawn, with a few around them, never beyond the list', () => {
  expect(drawnSpan(0, 280, 28, 200_000)).toEqual({ from: 0, to: 16 });
  expect(drawnSpan(2800, 280, 28, 200_000)).toEqual({ from: 94, to: 116 });
  expect(drawnSpan(28 * 199_990, 280, 28, 200_000)).toEqual({ from: 199_984, to: 200_000 });
  expect(drawnSpan(0, 280, 28, 3)).toEqual({ from: 0, to: 3 });
});

test('the row with the focus is drawn even when it is scrolled away', () => {
  expect(drawnRows({ from: 10, to: 13 }, 2, 100)).toEqual([2, 10, 11, 12]);
  expect(drawnRows({ from: 10, to: 13 }, 90, 100)).toEqual([10, 11, 12, 90]);
  expect(drawnRows({ from: 10, to: 13 }, 11, 100)).toEqual([10, 11, 12]);
  expect(drawnRows({ from: 0, to: 0 }, 0, 0)).toEqual([]);
});

test('what is revealed lies between what covers the edges, and what is seen already does not move', () => {
  const pixels = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(pixels, pixels, (scroll, start) => {
      const [view, coveredStart, coveredEnd, size] = [600, 32, 28, 28];
      const next = revealed(scroll, view, { start, end: start + size, coveredStart, coveredEnd });
      const seenFrom = next === 0 ? 0 : next + coveredStart;
      expect(start).toBeGreaterThanOrEqual(Math.min(seenFrom, start));
      expect(next === 0 || start >= next + coveredStart).toBe(true);
      expect(start + size).toBeLessThanOrEqual(next + view - coveredEnd);
      const wasSeen = start >= scroll + coveredStart && start + size <= scroll + view - coveredEnd;
      if (wasSeen) expect(next).toBe(scroll);
    }),
  );
});

test('columns out of sight are not drawn, but the frozen ones and that of the focus', () => {
  const offsets = [0, 100, 200, 300, 400, 500, 600, 700, 800];
  const drawn = (scrollLeft: number, focus: number): readonly number[] =>
    drawnColumns(offsets, { frozen: 1, scrollLeft, viewWidth: 300, focus });
  expect(drawn(0, 0)).toEqual([0, 1, 2, 3]);
  expect(drawn(350, 0)).toEqual([0, 3, 4, 5, 6, 7]);
  expect(drawn(350, 1)).toEqual([0, 1, 3, 4, 5, 6, 7]);
  expect(drawn(500, 7)).toEqual([0, 5, 6, 7]);
});
