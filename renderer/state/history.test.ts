// Back and forward through views.
import { expect, test } from 'vitest';
import { amended, current, stepped, trailOf, visited } from './history.ts';

test('back and forward lead along the views visited', () => {
  const trail = visited(visited(trailOf('a'), 'b'), 'c');
  expect(current(stepped(trail, -1))).toBe('b');
  expect(current(stepped(stepped(trail, -1), 1))).toBe('c');
  expect(stepped(trail, 1)).toBe(trail);
});

test('going somewhere else forgets what lay ahead', () => {
  const trail = visited(stepped(visited(visited(trailOf('a'), 'b'), 'c'), -1), 'd');
  expect(trail.views).toEqual(['a', 'b', 'd']);
});

test('a view changes in place without a step, and the trail has an end', () => {
  expect(amended(visited(trailOf('a'), 'b'), 'x').views).toEqual(['a', 'x']);
  const long = Array.from({ length: 300 }, (_, each) => each).reduce(
    (trail, each) => visited(trail, each),
    trailOf(-1),
  );
  expect(long.views).toHaveLength(100);
  expect(current(long)).toBe(299);
});
