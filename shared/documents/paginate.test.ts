// Tables divide among pages without losing, splitting or stranding a row.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RowHeight, type TableMetrics, paginate } from './paginate.ts';

const metrics: TableMetrics = { firstRoom: 40, nextRoom: 60, header: 8, carry: 5, total: 5 };
const rowsOf = (count: number): RowHeight[] => Array.from({ length: count }, () => ({ height: 5 }));

test('a table that fits stays on its page', () => {
  expect(paginate(rowsOf(5), metrics)).toEqual([{ from: 0, to: 5, freshPage: false }]);
});

test('the last page keeps two rows above the total', () => {
  // The last row alone would fit with the total on the second page.
  expect(paginate(rowsOf(6), metrics)).toEqual([
    { from: 0, to: 4, freshPage: false },
    { from: 4, to: 6, freshPage: true },
  ]);
});

test('a table that finds room for one row only begins on a fresh page', () => {
  expect(paginate(rowsOf(4), { ...metrics, firstRoom: 18 })[0]).toEqual({ from: 0, to: 4, freshPage: true });
});

test('three rows of which two would fit begin on a fresh page together', () => {
  const slices = paginate(rowsOf(3), { ...metrics, firstRoom: 23 });
  expect(slices).toEqual([{ from: 0, to: 3, freshPage: true }]);
});

test('a heading goes with the row after it', () => {
  const rows = rowsOf(12).map((row, index) => ({ ...row, keepWithNext: index === 4 }));
  expect(paginate(rows, metrics)[0]).toEqual({ from: 0, to: 4, freshPage: false });
});

test('a row that is taller than a page is refused', () => {
  expect(() => paginate([{ height: 100 }], metrics)).toThrow(RangeError);
});

const heights = fc.array(fc.record({ height: fc.integer({ min: 4, max: 12 }), keepWithNext: fc.boolean() }), {
  minLength: 1,
  maxLength: 120,
});

test('every row stands on one page, in order, within its room', () => {
  fc.assert(
    fc.property(heights, fc.integer({ min: 0, max: 80 }), (rows, firstRoom) => {
      const given = { ...metrics, firstRoom, nextRoom: 80 };
      const slices = paginate(rows, given);
      let next = 0;
      for (const [index, slice] of slices.entries()) {
        expect(slice.from).toBe(next);
        expect(slice.to).toBeGreaterThan(slice.from);
        expect(slice.freshPage || index === 0).toBe(true);
        const last = slice.to === rows.length;
        const used = rows.slice(slice.from, slice.to).reduce((sum, row) => sum + row.height, given.header);
        const carries = (slice.from > 0 ? given.carry : 0) + (last ? given.total : given.carry);
        expect(used + carries).toBeLessThanOrEqual(slice.freshPage ? given.nextRoom : firstRoom);
        next = slice.to;
      }
      expect(next).toBe(rows.length);
    }),
  );
});

test('no page of plain rows strands a single one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 0, max: 80 }), (count, firstRoom) => {
      for (const slice of paginate(rowsOf(count), { ...metrics, firstRoom }))
        expect(slice.to - slice.from).toBeGreaterThanOrEqual(2);
    }),
  );
});
