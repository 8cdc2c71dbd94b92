// Everything that a crash may leave of a small book's work, in its short form; `npm run faults` is the long one.
import { afterAll, expect, test } from 'vitest';
import { runCrashes } from './crash-run.ts';
import { scenarios } from './scenarios.ts';
import { tableOf } from './table.ts';

const tables = new Map<string, ReadonlyMap<string, number>>();

test.each(scenarios)('after any crash of: $name', async (scenario) => {
  tables.set(scenario.name, await runCrashes(scenario, { seed: 1, cuts: 55, orders: 16 }));
});

afterAll(() => {
  console.log(tableOf('distinct disks after a crash', tables));
  const together = [...tables.values()].flatMap((row) => [...row.values()]).reduce((sum, count) => sum + count, 0);
  expect(together).toBeGreaterThanOrEqual(20_000);
});
