// Real programs on the real disk: killed at every call of it, and several at once on one book.
import { expect, test } from 'vitest';
import { bundle } from './bundle.ts';
import { runKills } from './kill-run.ts';
import { runRaces } from './race-run.ts';

test('a program that is killed before any disk call has kept what it told', async () => {
  const killed = await runKills(await bundle('kill-child.ts', 'kill-child'), 1);
  console.log(`programs killed: ${killed}`);
  expect(killed).toBeGreaterThan(40);
});

test('of several programs on one book one writes at a time', async () => {
  const counts = await runRaces(await bundle('race-child.ts', 'race-child'), 50);
  console.log(`races: 50, ${[...counts].map(([what, count]) => `${what} ${count}`).join(', ')}`);
  expect(counts.get('won')).toBeGreaterThanOrEqual(50);
});
