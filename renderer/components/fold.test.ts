// Which buttons of a row fold.
import { expect, test } from 'vitest';
import { foldedCount } from './fold.ts';

const row = { widths: [100, 80, 60], gap: 8, menuWidth: 28, hasMenu: false };

test.each([
  [256, 0],
  [255, 1],
  [184, 1],
  [183, 2],
  [10, 2],
])('in %d pixels %d of three fold, the last one never', (available, folded) => {
  expect(foldedCount({ ...row, available })).toBe(folded);
});

test('a menu that is there anyway takes its room', () => {
  expect(foldedCount({ ...row, available: 291, hasMenu: true })).toBe(1);
  expect(foldedCount({ ...row, available: 292, hasMenu: true })).toBe(0);
});

test('no buttons, nothing folds', () => {
  expect(foldedCount({ ...row, widths: [], available: 0 })).toBe(0);
});
