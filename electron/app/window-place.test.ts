// A window comes back where it stood, and onto a screen that is there.
import { expect, test } from 'vitest';
import { placeOn } from './window-place.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 2560, height: 1400 };

test('the first window stands in the middle of the first screen', () => {
  expect(placeOn([left, right], undefined)).toEqual({ x: 240, y: 70, width: 1440, height: 900, maximized: false });
});

test('a window comes back where it stood', () => {
  const place = { x: 2000, y: 100, width: 1600, height: 1000, maximized: true };
  expect(placeOn([left, right], place)).toEqual(place);
});

test('a window of a screen that is gone comes to the first one, whole', () => {
  const place = { x: 2400, y: 900, width: 2000, height: 1200, maximized: false };
  expect(placeOn([left], place)).toEqual({ x: 0, y: 0, width: 1920, height: 1040, maximized: false });
});

test('no window is smaller than the frame needs', () => {
  const place = { x: 10, y: 10, width: 300, height: 200, maximized: false };
  expect(placeOn([left], place)).toEqual({ x: 10, y: 10, width: 1024, height: 640, maximized: false });
});
