// Real programs on the real disk: killed at calls of it (`npm run faults`: at every one), and several at once on one book.
import { afterAll, expect, test } from 'vitest';
import { bundle } from './bundle.ts';
import { runKills } from './kill-run.ts';
import { runRaces } from './race-run.ts';
import { scenarios } from './scenarios.ts';
import { tableOf } from './table.ts';

const killed = new Map<string, ReadonlyMap<string, number>>();

test.each(scenarios)(
  'a program that is killed at work or recovering has kept what it told: $name',
  async (scenario) => {
    const program = await bundle('kill-child.ts', 'kill-child');
    const counts = await runKills(scenario, { program, stride: 7, recoveryStride: 20 });
    killed.set(scenario.name, counts);
    expect(counts.get('at work')).toBeGreaterThan(1);
  },
);

afterAll(() => console.log(tableOf('programs killed', killed)));

test('of several programs on one book one writes at a time', async () => {
  const counts = await runRaces(await bundle('race-child.ts', 'race-child'), 50);
  console.log(`races: 50, ${[...counts].map(([what, count]) => `${what} ${count}`).join(', ')}`);
  expect(counts.get('won')).toBeGreaterThanOrEqual(50);
});
