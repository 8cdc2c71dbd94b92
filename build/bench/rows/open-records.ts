// Small records opened, every hash link verified, all balances, against other programs that add up the same postings and
// verify nothing. A program that is not installed, or has not the memory it needs, is said to be absent.
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type LedgerRecord, noHash } from '../../../shared/book/record.ts';
import { hledgerText } from '../../../electron/documents/hledger.ts';
import { type Balance, balancesText, minorOf } from '../balances.ts';
import type { Contest, Run } from '../contest.ts';
import { duckdbFolder, duckdbName } from '../duckdb.ts';
import { PeerAbsent } from '../harness.ts';
import { keptInput } from '../kept-input.ts';
import { journalGeneration, smallRecordBodies, smallRecords } from '../made-journals.ts';
import { verifying } from './verify.ts';

const records = 1_000_000;
const contestName = 'open 1,000,000 small records';

function against(peer: string, row: Pick<Contest, 'mark' | 'rounds'>, run: () => Promise<Run>): Contest {
  return {
    ...row,
    name: `${contestName}, against ${peer.replace(/ .*/, '')}`,
    peer,
    items: records,
    async prepare() {
      const ofPeer = await run();
      return { subject: await verifying(await smallRecords(records)), peer: ofPeer };
    },
    objection: (subject, answer) =>
      subject === `${records} records, ${answer}` ? undefined : `verifying says ${subject}, the peer ${answer}`,
  };
}

/** The version that a program says it is; undefined where it is not installed. */
function versionOf(program: string): string | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? /\d+(\.\d+)+/.exec(stdout)?.[0] : undefined;
}

/** The postings as ledger and hledger read them. */
function exported(): Promise<string> {
  return keptInput(`records-${records}-${journalGeneration}.journal`, (path) =>
    pipeline(Readable.from(hledgerText(chained())), createWriteStream(path)),
  );
}

/** The records as the exporter takes them; it does not look at their hashes. */
function* chained(): Generator<LedgerRecord> {
  for (const body of smallRecordBodies(records)) yield { ...body, prev: noHash, hash: noHash };
}

/** Runs a program that prints a balance a line, and reads what it says. */
async function adding(program: string, args: readonly string[], read: (line: string) => Balance): Promise<Run> {
  if (versionOf(program) === undefined) throw new PeerAbsent(`${program} is not installed`);
  const file = await exported();
  return () => {
    const began = performance.now();
    const { status, stdout, stderr } = spawnSync(program, ['--file', file, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - began) / 1000;
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
    return Promise.resolve({ seconds, answer: balancesText(stdout.split('\n').filter(Boolean).map(read)) });
  };
}

export const openAgainstLedger = against(`ledger ${versionOf('ledger') ?? ''}`, { mark: 0.25, rounds: 3 }, () =>
  adding(
    'ledger',
    ['balance', '--flat', '--empty', '--no-total', '--balance-format', '%(account) %(display_total)\n'],
    (line) => {
      const [position, amount, currency = ''] = line.trim().split(' ');
      return [position!, currency, minorOf(amount!)];
    },
  ),
);

const hledgerBytes = 11e9;

export const openAgainstHledger = against(`hledger ${versionOf('hledger') ?? ''}`, { mark: 0.05, rounds: 1 }, () => {
  if (freemem() < hledgerBytes) throw new PeerAbsent('hledger needs 11 GB of free memory here');
  const args = ['balance', '--flat', '--empty', '--no-total', '--layout=bare', '--output-format=csv'];
  return adding('hledger', args, (line) => {
    const [position, currency, amount] = JSON.parse(`[${line}]`) as [string, string, string];
    return [position, currency, position === 'account' ? 0n : minorOf(amount)];
  });
});

type Duckdb = {
  readonly DuckDBInstance: {
    create(): Promise<{
      connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRows(): [string, string, bigint][] }> }>;
      closeSync(): void;
    }>;
  };
};

/** The same journal read as JSON, a HUGEINT sum a position; it verifies nothing. */
export const openAgainstDuckdb = against(`${duckdbName}, verifying nothing`, { mark: null }, async () => {
  const folder = await duckdbFolder();
  const { DuckDBInstance } = createRequire(join(folder, 'bench.js'))('@duckdb/node-api') as Duckdb;
  const journal = join(await smallRecords(records), 'journal', '*.jsonl');
  const sql = `SELECT p->>0, p->>2, sum((p->>1)::HUGEINT)::HUGEINT
    FROM (SELECT unnest(post) p FROM read_ndjson('${journal}', columns = {post: 'JSON[]'})) GROUP BY ALL`;
  return async () => {
    const began = performance.now();
    const instance = await DuckDBInstance.create();
    const rows = (await (await instance.connect()).runAndReadAll(sql)).getRows();
    const seconds = (performance.now() - began) / 1000;
    instance.closeSync();
    return { seconds, answer: balancesText(rows) };
  };
});
