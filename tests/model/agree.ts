// Runs the program and the model on shaken groups and prints where they differ:
// `npx tsx tests/model/agree.ts --seeds 1..200` or `--group DIR --period A..B [--adopt]`, with `--cli FILE` for another build. Changes nothing but a temporary folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { compareTables, differenceText } from './compare.ts';
import { runMonths } from './month.ts';
import { shake } from './shake/group.ts';
import type { Shaken } from './shake/group.ts';

const builtCli = fileURLToPath(new URL('../../out/cli/cli.js', import.meta.url));
const shownPerGroup = 8;
const shownGroups = 10;

/** What the program gets wrong on one group, as lines for people; none where it agrees. */
function disagreements(cli: string, group: string, { from, to, adopt }: Shaken, out: string): string[] {
  const period = from === to ? from : `${from}..${to}`;
  const options = ['--period', period, '--out', out, '--no-documents', ...(adopt ? ['--adopt'] : [])];
  const run = spawnSync(process.execPath, [cli, 'month', group, ...options], { encoding: 'utf8' });
  if (run.status !== 0) return [`exit status ${run.status}: ${run.stderr.trim().slice(-1500)}`];
  return [...runMonths({ setupFolder: group, from, to, adopt })].flatMap(([month, tables]) =>
    compareTables(tables, from === to ? out : join(out, month)).map(
      (difference) => `${month} ${differenceText(difference)}`,
    ),
  );
}

function report(name: string, lines: string[]): void {
  console.log(`${name}: ${lines.length} differences`);
  for (const line of lines.slice(0, shownPerGroup)) console.log(`  ${line}`);
}

function compareSeeds(cli: string, first: number, last: number, work: string): number {
  let failed = 0;
  for (let seed = first; seed <= last; seed += 1) {
    const group = join(work, `group-${seed}`);
    const shaken = shake(seed, group);
    const lines = disagreements(cli, group, shaken, join(work, `out-${seed}`));
    if (lines.length === 0) {
      rmSync(group, { recursive: true });
      rmSync(join(work, `out-${seed}`), { recursive: true });
      continue;
    }
    failed += 1;
    const { from, to, adopt } = shaken;
    if (failed <= shownGroups)
      report(`seed ${seed} (${group} --period ${from}..${to}${adopt ? ' --adopt' : ''})`, lines);
  }
  console.log(`${last - first + 1 - failed} of ${last - first + 1} groups agree.`);
  return failed;
}

function main(): number {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      group: { type: 'string' },
      period: { type: 'string' },
      adopt: { type: 'boolean', default: false },
      cli: { type: 'string', default: builtCli },
    },
  });
  const { cli } = values;
  const seeds = /^(\d+)(?:\.\.(\d+))?$/.exec(values.seeds ?? '');
  const period = /^(\d{4}-\d{2})(?:\.\.(\d{4}-\d{2}))?$/.exec(values.period ?? '');
  if (!existsSync(cli)) {
    console.error(`${cli} is not built; nothing was compared. Build the command line first.`);
    return 2;
  }
  const work = mkdtempSync(join(tmpdir(), 'agree-'));
  if (seeds) return compareSeeds(cli, Number(seeds[1]), Number(seeds[2] ?? seeds[1]), work) > 0 ? 1 : 0;
  if (values.group && period) {
    const run = { from: period[1]!, to: period[2] ?? period[1]!, adopt: values.adopt };
    const lines = disagreements(cli, values.group, run, join(work, 'out'));
    report(values.group, lines);
    return lines.length > 0 ? 1 : 0;
  }
  console.error(
    'Usage: agree.ts --seeds A..B | --group DIR --period A..B [--adopt], with --cli FILE for another build',
  );
  return 2;
}

process.exitCode = main();
