// Laying out a grid: nothing that is done to it loses a column, and what was kept survives other columns.
import { expect, test } from 'vitest';
import type { GridColumn } from './column.ts';
import {
  frozenUpTo,
  keptLayout,
  moved,
  offsetsOf,
  resized,
  shownColumns,
  sortedBy,
  toggled,
  usualLayout,
} from './layout.ts';

const columns: readonly GridColumn[] = ['a', 'b', 'c', 'd'].map((id) => {
  return { id, title: id, kind: 'text', width: 100, ...(id === 'd' ? { hidden: true } : {}) };
});
const usual = usualLayout(columns);

test('hidden columns are shown when asked for, at the end', () => {
  expect(usual.shown).toEqual(['a', 'b', 'c']);
  expect(toggled(usual, 'd').shown).toEqual(['a', 'b', 'c', 'd']);
  expect(toggled(usual, 'b').shown).toEqual(['a', 'c']);
  expect(toggled(toggled(toggled(usual, 'a'), 'b'), 'c').shown).toEqual(['c']);
});

test('columns move within the list', () => {
  expect(moved(usual, 'a', 1).shown).toEqual(['b', 'a', 'c']);
  expect(moved(usual, 'a', 9).shown).toEqual(['b', 'c', 'a']);
  expect(moved(usual, 'c', -9).shown).toEqual(['c', 'a', 'b']);
});

test('widths have bounds and move what stands to the right', () => {
  expect(resized(usual, 'a', 3).widths).toEqual({ a: 48 });
  expect(offsetsOf(shownColumns(columns, resized(usual, 'a', 150)), 32)).toEqual([32, 182, 282, 382]);
});

test('sorting goes up, down, off; adding keeps the former', () => {
  const up = sortedBy(usual, 'a');
  expect(up.sort).toEqual([{ column: 'a', descending: false }]);
  expect(sortedBy(up, 'a').sort).toEqual([{ column: 'a', descending: true }]);
  expect(sortedBy(sortedBy(up, 'a'), 'a').sort).toEqual([]);
  expect(sortedBy(up, 'b', true).sort.map(({ column }) => column)).toEqual(['a', 'b']);
  expect(sortedBy(up, 'b').sort.map(({ column }) => column)).toEqual(['b']);
});

test('freezing the last frozen column frees all', () => {
  expect(frozenUpTo(usual, 'b').frozen).toBe(2);
  expect(frozenUpTo(frozenUpTo(usual, 'b'), 'b').frozen).toBe(0);
});

test('a kept layout forgets columns that are gone, and what is no layout is none', () => {
  const kept = { shown: ['c', 'gone'], widths: {}, frozen: 0, sort: [{ column: 'gone', descending: true }] };
  expect(keptLayout(columns, kept)).toEqual({ shown: ['c'], widths: {}, frozen: 0, sort: [] });
  expect(keptLayout(columns, 'nonsense')).toEqual(usual);
});
