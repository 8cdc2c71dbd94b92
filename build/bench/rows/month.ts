// A month through the built command line: its bills read, charged, settled, posted and written, without documents.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchGroup, benchPeriod } from '../bench-group.ts';
import type { Contest, Run } from '../contest.ts';
import { storing } from './import.ts';
import { timedProgram } from '../timed-program.ts';

const program = fileURLToPath(new URL('../../../out/cli/cli.js', import.meta.url));
const naiveSum = fileURLToPath(new URL('../naive-sum.ts', import.meta.url));
const billed = 'Total Amount After Discount (Excluding Tax)';

interface Report {
  readonly lines: { readonly read: number; readonly kept: number };
  readonly tie_out: readonly { readonly sum_in_file: string; readonly difference: string }[];
}

/** Runs the month in a folder of its own; answers how many lines were kept, and the sum that its bill ties out to. */
function month(lines: number): Run {
  return async () => {
    const { setup } = benchGroup(lines, 'tencent');
    if (!existsSync(program)) throw new Error('The command line is not built; run `npm run build` first.');
    const work = mkdtempSync(join(tmpdir(), 'purser-bench-month-'));
    try {
      const places = ['--out', join(work, 'out'), '--book', join(work, 'book')];
      const call = ['month', setup, '--period', benchPeriod, ...places, '--no-documents'];
      const { seconds, peakBytes } = await timedProgram([program, ...call]);
      const report = JSON.parse(readFileSync(join(work, 'out/report.json'), 'utf8')) as Report;
      const [tie] = report.tie_out;
      const ties = tie?.difference === '0' ? tie.sum_in_file : `a difference of ${tie?.difference}`;
      return { seconds, peakBytes, answer: `${report.lines.kept} lines, ${ties}` };
    } finally {
      rmSync(work, { recursive: true });
    }
  };
}

function naive(lines: number): Run {
  return async () => {
    const { bill } = benchGroup(lines, 'tencent');
    const { seconds, peakBytes, out } = await timedProgram(['--import', 'tsx', naiveSum, bill, billed]);
    return { seconds, peakBytes, answer: `${lines} lines, ${out.trim()}` };
  };
}

const [few, many] = [100_000, 1_000_000];

/** A month against the plainest way to add its bill up at all. */
export const monthAgainstNaive: Contest = {
  name: 'a month of 1,000,000 lines',
  peer: `its bill added up line by line, Node ${process.versions.node}`,
  mark: null,
  items: many,
  prepare: () => Promise.resolve({ subject: month(many), peer: naive(many) }),
  objection: (subject, peer) => (subject === peer ? undefined : `the month says ${subject}, its bill ${peer}`),
};

/** Pricing, settling and posting may take three tenths of what importing the lines does. */
export const monthAgainstImport: Contest = {
  name: 'a month of 1,000,000 lines: imported, priced, settled, posted',
  peer: 'importing its bill',
  mark: 1.3,
  items: many,
  prepare: async () => ({ subject: month(many), peer: await storing(benchGroup(many, 'tencent').bill) }),
  objection: (subject, peer) =>
    subject.startsWith(`${many} lines, `) && peer.startsWith(`${many} lines, `)
      ? undefined
      : `the month says ${subject}, the import ${peer}`,
};

/** Ten times the lines may cost eleven times the time. */
export const monthGrowth: Contest = {
  name: 'a month of 1,000,000 lines, growth',
  peer: 'a month of 100,000 lines',
  mark: 11,
  items: many,
  prepare: () => Promise.resolve({ subject: month(many), peer: month(few) }),
  objection: (subject, peer) =>
    subject.startsWith(`${many} lines, `) && peer.startsWith(`${few} lines, `) && !/difference/.test(subject + peer)
      ? undefined
      : `the months say ${subject} and ${peer}`,
};
