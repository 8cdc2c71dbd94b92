// The stream of a seed never changes: samples of a released version must come out the same for ever.
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';

const draw = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.integer(0, 999));
};

test('the same seed gives the same choices, another seed others', () => {
  expect(draw('1', 50)).toEqual(draw('1', 50));
  expect(draw('1', 50)).not.toEqual(draw('2', 50));
});

test('a fork does not depend on what was drawn before it', () => {
  const [fresh, used] = [seededRandom('1'), seededRandom('1')];
  used.text(100);
  expect(used.fork('bills').text(20)).toBe(fresh.fork('bills').text(20));
  expect(fresh.fork('bills').text(20)).not.toBe(fresh.fork('funds').text(20));
});

test('choices keep to their bounds and are spread evenly', () => {
  const counts = new Map<number, number>();
  const random = seededRandom('even');
  for (let round = 0; round < 60_000; round++) {
    const value = random.integer(-2, 3);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  expect([...counts.keys()].sort((left, right) => left - right)).toEqual([-2, -1, 0, 1, 2, 3]);
  for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  const hits = Array.from({ length: 20_000 }, () => random.chance(100)).filter(Boolean).length;
  expect(Math.abs(hits - 2000)).toBeLessThan(300);
});
