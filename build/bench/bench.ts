// `npm run bench`: measures every row and prints them as a table. `--json FILE` writes the results as well, `--rounds N`
// takes other than five rounds, and words choose rows by a part of their names. Ends with 1 where a mark is missed.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Contest, Result } from './contest.ts';
import { PeerAbsent, measure } from './harness.ts';
import { durableAtWorst, durableFloor, durableUsually } from './rows/durable.ts';
import { firstRowContests } from './rows/first-row.ts';
import { firstScreen } from './rows/first-screen.ts';
import { importContests } from './rows/import.ts';
import { monthAgainstImport, monthAgainstNaive, monthGrowth } from './rows/month.ts';
import { openAgainstDuckdb, openAgainstHledger, openAgainstLedger } from './rows/open-records.ts';
import { invoicesPrinted } from './rows/documents.ts';
import { longWorkContests } from './rows/long-work.ts';
import { payload } from './rows/payload.ts';
import { endThread, waitingContests } from './rows/overview.ts';
import { plantedSlowdown, unseenSlowdown } from './rows/self-test.ts';
import { decadeVerified, openingGrowth, postingsVerified } from './rows/verify.ts';
import { budgetWindowContests } from './rows/budget-window.ts';
import { largeMonthContests } from './rows/large-month.ts';
import { closeWindow } from './window/shown-book.ts';
import { jsonText, machineText, tableText } from './table.ts';

/** Every row, in the order of the table; a new row is a file under rows/ and its name here. */
const contests: readonly Contest[] = [
  durableUsually,
  durableAtWorst,
  durableFloor,
  decadeVerified,
  postingsVerified,
  firstScreen,
  openAgainstLedger,
  openAgainstHledger,
  openAgainstDuckdb,
  openingGrowth,
  ...importContests,
  monthAgainstNaive,
  monthAgainstImport,
  monthGrowth,
  ...waitingContests,
  ...firstRowContests,
  ...budgetWindowContests,
  ...largeMonthContests,
  ...longWorkContests,
  invoicesPrinted,
  payload,
];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '5' } },
    allowPositionals: true,
  });
  const rounds = Number(values.rounds);
  const chosen = contests.filter(({ name }) => positionals.every((word) => name.includes(word)));
  if (!Number.isInteger(rounds) || rounds < 1 || chosen.length === 0) {
    console.error(
      `Usage: bench [--json FILE] [--rounds N] [WORD…]; rows: ${contests.map(({ name }) => name).join('; ')}`,
    );
    return 2;
  }
  const results: Result[] = [await measure(plantedSlowdown, Math.max(rounds, 5))];
  const [absent, failed]: [string[], string[]] = [[], []];
  try {
    for (const contest of chosen) {
      console.error(`${contest.name} …`);
      try {
        results.push(await measure(contest, rounds));
      } catch (error) {
        if (error instanceof PeerAbsent) absent.push(`SKIPPED: ${contest.name}: ${error.message}.`);
        else failed.push(`FAILED: ${contest.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await closeWindow();
    await endThread();
  }
  console.log([machineText(), tableText(results), ...absent, ...failed].join('\n'));
  if (values.json) writeFileSync(values.json, jsonText(results));
  const unseen = unseenSlowdown(results[0]!.ratio);
  if (unseen) console.error(unseen);
  return unseen || failed.length > 0 || results.some(({ met }) => !met) ? 1 : 0;
}

process.exitCode = await main();
