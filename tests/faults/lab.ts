// The fault laboratory as a program: `npm run faults` runs it long, the tests run it short. It prints a table per kind
// of fault, and ends with status 1 at the first book that is not as promised, with the words to repeat that one.
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { runCrashes } from './crash-run.ts';
import { runDamages } from './damage-run.ts';
import { runErrors, runShort } from './error-run.ts';
import { type Failure, failures } from './failing-disk.ts';
import { runRealFlips } from './flip-real.ts';
import { runFlips } from './flip-run.ts';
import { runKills } from './kill-run.ts';
import { runRaces } from './race-run.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    scenario: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    cuts: { type: 'string', default: '4' },
    images: { type: 'string', default: '0' },
    books: { type: 'string', default: '120' },
    races: { type: 'string', default: '50' },
    stride: { type: 'string', default: '97' },
    'recovery-stride': { type: 'string', default: '20' },
    part: { type: 'string', default: 'all' },
  },
});
const chosen = scenarios.filter(({ name }) => values.scenario === undefined || name === values.scenario);

/** Goes through the scenarios with one seed after another until so many distinct disks were checked. */
async function crashTable(): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = new Map<string, Map<string, number>>();
  const seen = new Map(chosen.map((scenario) => [scenario, new Set<string>()]));
  for (let seed = Number(values.seed); ; seed += 1) {
    for (const scenario of chosen) {
      const options = { seed, cuts: Number(values.cuts), orders: 16, only: values.only };
      add(rows, scenario.name, await runCrashes(scenario, options, seen.get(scenario)));
      process.stderr.write(`seed ${seed}, ${scenario.name}: ${seen.get(scenario)?.size} distinct disks\n`);
    }
    const checked = [...seen.values()].reduce((sum, images) => sum + images.size, 0);
    process.stderr.write(`seed ${seed}: ${checked} distinct disks\n`);
    if (values.only !== undefined && checked === 0) throw new Error(`no crash leaves the disk ${values.only}`);
    if (values.only !== undefined || checked >= Number(values.images)) return rows;
  }
}

function add(rows: Map<string, Map<string, number>>, name: string, counts: ReadonlyMap<string, number>): void {
  const row = rows.get(name) ?? new Map<string, number>();
  for (const [kind, count] of counts) row.set(kind, (row.get(kind) ?? 0) + count);
  rows.set(name, row);
}

async function errorRow(scenario: Scenario): Promise<ReadonlyMap<string, number>> {
  const row = new Map<string, number>();
  for (const failure of Object.keys(failures) as Failure[]) {
    row.set(`${failure} once`, await runErrors(scenario, failure, false));
    row.set(`${failure} for good`, await runErrors(scenario, failure, true));
  }
  return row.set('short', await runShort(scenario));
}

async function errorTable(): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = new Map<string, ReadonlyMap<string, number>>();
  for (const scenario of chosen) rows.set(scenario.name, await errorRow(scenario));
  return rows;
}

async function flipTable(): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const flips = [...(await runFlips(Number(values.stride))), ...(await runRealFlips(Number(values.stride)))];
  return new Map(flips.map(([path, bits]) => [path, new Map([['bits', bits]])]));
}

async function killTable(): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const program = await bundle('kill-child.ts', 'kill-child');
  const rows = new Map<string, ReadonlyMap<string, number>>();
  for (const scenario of chosen) {
    const strides = { stride: Number(values.stride), recoveryStride: Number(values['recovery-stride']) };
    rows.set(scenario.name, await runKills(scenario, { program, ...strides }));
    process.stderr.write(`killed: ${scenario.name}\n`);
  }
  return rows;
}

async function raceTable(): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const races = Number(values.races);
  return new Map([[`${races} races of 3`, await runRaces(await bundle('race-child.ts', 'race-child'), races)]]);
}

const parts = {
  races: raceTable,
  errors: errorTable,
  damages: () => runDamages({ seed: Number(values.seed), books: Number(values.books) }),
  flips: flipTable,
  kills: killTable,
  crashes: crashTable,
};

try {
  for (const [part, tabulate] of Object.entries(parts)) {
    if (values.part === 'all' || values.part === part) console.log(tableOf(part, await tabulate()));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
