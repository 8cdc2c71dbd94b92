// Each bar begins where the one before ended, and all of them fit.
import { expect, test } from 'vitest';
import { waterfall } from './waterfall.ts';

test('bars follow each other between the lowest and the highest point', () => {
  // 0 → 60 → 20 → −40: from −40 to 60 is the room.
  expect(waterfall(['60.00', '-40', '-60'])).toEqual([
    { left: 400, width: 600 },
    { left: 600, width: 400 },
    { left: 0, width: 600 },
  ]);
});

test('nothing that changes has no bar', () => {
  expect(waterfall(['0.00'])).toEqual([{ left: 0, width: 0 }]);
  expect(waterfall([])).toEqual([]);
});
