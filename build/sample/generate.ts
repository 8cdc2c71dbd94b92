// The command line of the sample generator: npx tsx build/sample/generate.ts SIZE OUT [--seed N] [--lines N]
// [--accounts N] [--bills tencent|focus]. SIZE is demo, budget or bench; OUT must not exist or be empty.
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeGroup } from './group.ts';
import { type Size, bench, budget, demo } from './sizes.ts';

const usage =
  'usage: generate.ts demo|budget|bench OUT [--seed N] [--lines N a month] [--accounts N] [--bills tencent|focus]\n' +
  '--accounts and --bills are for bench alone';

class UsageError extends Error {}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not ${text}\n${usage}`);
  return Number(text);
}

function readArguments(args: readonly string[]): { size: Size; seed: number; folder: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      lines: { type: 'string' },
      accounts: { type: 'string' },
      bills: { type: 'string' },
    },
  });
  const [name, folder, ...rest] = positionals;
  const bills = values.bills ?? 'tencent';
  const known = name === 'demo' || name === 'budget' || name === 'bench';
  const forBench = values.accounts !== undefined || values.bills !== undefined;
  if (!known || !folder || rest.length > 0 || (forBench && name !== 'bench')) throw new UsageError(usage);
  if (bills !== 'tencent' && bills !== 'focus') throw new UsageError(usage);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`${folder} is not empty; nothing was written. Name a new folder.`);
  const accounts = Math.max(1, wholeNumber('accounts', values.accounts, 500));
  const size =
    name === 'bench' ? bench(accounts, wholeNumber('lines', values.lines, 100_000), bills) : { demo, budget }[name];
  return {
    size: { ...size, lines: wholeNumber('lines', values.lines, size.lines) },
    seed: wholeNumber('seed', values.seed, 1),
    folder,
  };
}

try {
  const { size, seed, folder } = readArguments(process.argv.slice(2));
  const planted = writeGroup(size, seed, folder);
  console.log(`${folder}: ${size.months.length} months of ${size.lines} lines`);
  for (const { kind, about, lines } of planted) console.log(`planted: ${kind}, ${about}, ${lines} lines`);
} catch (error) {
  const mistaken = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  if (!mistaken) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
