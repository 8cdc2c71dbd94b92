// Every call of the disk failing in every way, writes and reads in small pieces, and every bit of a small book flipped.
import { afterAll, expect, test } from 'vitest';
import { runErrors, runShort } from './error-run.ts';
import { type Failure, failures } from './failing-disk.ts';
import { runRealFlips } from './flip-real.ts';
import { runFlips } from './flip-run.ts';
import { scenarios } from './scenarios.ts';
import { tableOf } from './table.ts';

const tables = new Map<string, Map<string, number>>(scenarios.map(({ name }) => [name, new Map()]));
const kinds = Object.keys(failures) as Failure[];

test.each(scenarios)('when any disk call fails in: $name', async (scenario) => {
  for (const failure of kinds) {
    for (const isForGood of [false, true]) {
      const calls = await runErrors(scenario, failure, isForGood);
      expect(calls).toBeGreaterThan(0);
      tables.get(scenario.name)?.set(`${failure} ${isForGood ? 'for good' : 'once'}`, calls);
    }
  }
});

test.each(scenarios)('when writes and reads come in pieces in: $name', async (scenario) => {
  expect(await runShort(scenario)).toBeGreaterThan(0);
});

test('every flipped bit of a book is found where it is', async () => {
  const flips = await runFlips(31);
  console.log(tableOf('flipped bits', new Map([...flips].map(([path, bits]) => [path, new Map([['bits', bits]])]))));
  expect(flips.size).toBe(7);
});

test('every flipped bit of a book of real commands is found where it is, or does no harm', async () => {
  const flips = await runRealFlips(61);
  console.log(tableOf('flipped bits', new Map([...flips].map(([path, bits]) => [path, new Map([['bits', bits]])]))));
  expect([...flips.keys()].map((path) => path.split('/')[0]).sort()).toEqual(
    expect.arrayContaining(['Harbour.purser', 'cache', 'evidence', 'journal', 'lines']),
  );
});

afterAll(() => console.log(tableOf('failing disk calls', tables)));
