// The harness on runs whose seconds are made up: what it reports must follow from them, and wrong answers give no figure.
import { expect, test } from 'vitest';
import type { Contest, Run } from './contest.ts';
import { WrongAnswer, measure, median } from './harness.ts';
import { pairedRuns, quantile } from './paired.ts';
import { jsonText } from './table.ts';

/** A run that takes the given seconds in turn, the first for the warm-up. */
function taking(...seconds: readonly number[]): Run {
  let round = 0;
  return () => Promise.resolve({ seconds: seconds[round++ % seconds.length]!, answer: '42' });
}

function contest(subject: Run, peer: Run, mark: number | null): Contest {
  return {
    name: 'adding up',
    peer: 'the same',
    mark,
    prepare: () => Promise.resolve({ subject, peer }),
    objection: (one, other) => (one === other ? undefined : `${one} is not ${other}`),
  };
}

test('a slowdown of 30 % is reported, whatever the noise that both sides share', async () => {
  const noise = [9, 1, 1.8, 0.9, 1.4, 1.1];
  const slowed = noise.map((seconds) => seconds * 1.3);
  const result = await measure(contest(taking(...slowed), taking(...noise), 1.2), 5);
  expect(result.ratio).toBeCloseTo(1.3);
  expect(result.met).toBe(false);
});

test('a mark is met up to its own value, and a report is always', async () => {
  const even = () => taking(2);
  expect(await measure(contest(even(), even(), 1), 5)).toMatchObject({ ratio: 1, met: true });
  expect(await measure(contest(taking(20), even(), null), 5)).toMatchObject({ ratio: 10, met: true });
});

test('one slow round does not move the figure', async () => {
  const result = await measure(contest(taking(1, 1, 1, 60, 1, 1), taking(1), 1.1), 5);
  expect(result).toMatchObject({ ratio: 1, met: true });
});

test('a wrong answer gives no figure, whenever it comes', async () => {
  const wrong: Run = () => Promise.resolve({ seconds: 0.1, answer: '41' });
  await expect(measure(contest(wrong, taking(1), 1), 5)).rejects.toThrow(new WrongAnswer('adding up: 41 is not 42'));
  let rounds = 0;
  const later: Run = () => Promise.resolve({ seconds: 1, answer: rounds++ < 3 ? '42' : '41' });
  await expect(measure(contest(later, taking(1), 1), 5)).rejects.toThrow(WrongAnswer);
});

test('the median of an even count lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
});

test('a pass serves both sides of a round, whichever comes first', async () => {
  let passes = 0;
  const sampleOf = (seconds: number) => ({ seconds, answer: '42' });
  const { subject, peer } = pairedRuns(() => {
    passes += 1;
    return Promise.resolve({ subject: sampleOf(passes), peer: sampleOf(10 * passes) });
  });
  expect([(await subject()).seconds, (await peer()).seconds]).toEqual([1, 10]);
  expect([(await peer()).seconds, (await subject()).seconds]).toEqual([20, 2]);
  expect(passes).toBe(2);
});

test('a quantile is one of the numbers', () => {
  const numbers = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(quantile(numbers, 0.95)).toBe(95);
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
});

test('a limit is held, and written as the ratio that it is in this run', async () => {
  const limited = { ...contest(taking(3), taking(2), null), limitSeconds: 2.5 };
  const result = await measure(limited, 5);
  expect(result.met).toBe(false);
  expect(JSON.parse(jsonText([result]))).toEqual([
    { name: 'adding up', peer: 'the same', ratio: 1.5, mark: 1.25, met: false },
  ]);
});
