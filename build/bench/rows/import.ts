// A FOCUS bill of 43 columns read and added up against DuckDB, and imported into a book whole: its evidence kept, its
// lines stored, one record appended.
import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { benchGroup } from '../bench-group.ts';
import { builtProgram } from '../built-module.ts';
import type { Contest, Run } from '../contest.ts';
import { duckdbFolder, duckdbName } from '../duckdb.ts';
import { timedProgram } from '../timed-program.ts';

const [few, many] = [100_000, 1_000_000];
/** What the memory of reading may grow by from the few lines to the many. */
const growthBytes = 150e6;

function program(name: string): string {
  return fileURLToPath(new URL(`../programs/${name}.mjs`, import.meta.url));
}

function billOf(lines: number): string {
  return benchGroup(lines, 'focus').bill;
}

/** Runs a program that prints sums in any order. */
async function summing(args: readonly string[]): ReturnType<Run> {
  const { seconds, peakBytes, out } = await timedProgram(args);
  return { seconds, peakBytes, answer: out.trim().split('\n').sort().join('\n') };
}

async function reading(lines: number): Promise<Run> {
  const module = await builtProgram('bills/read-bill.ts');
  return () => summing([program('read-sums'), module, billOf(lines)]);
}

async function duckdb(lines: number): Promise<Run> {
  const folder = await duckdbFolder();
  return () => summing([program('duckdb-sums'), folder, billOf(lines)]);
}

function equal(subject: string, peer: string): string | undefined {
  if (subject === peer) return undefined;
  const [own, other] = [subject.split('\n'), peer.split('\n')];
  const at = own.findIndex((line, place) => line !== other[place]);
  return `${own.length} sums against ${other.length}; the first that differs says ${own[at]}, the peer ${other[at]}`;
}

function lineCount(answer: string): number {
  return answer.split('\n').reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

function bothWhole(subject: string, peer: string): string | undefined {
  return lineCount(subject) === many && lineCount(peer) === few ? undefined : 'a bill was not read whole';
}

/** Reading and adding up, exactly. */
export const readAgainstDuckdb: Contest = {
  name: 'reading 1,000,000 FOCUS rows',
  peer: `${duckdbName} with DECIMAL`,
  mark: 1.5,
  items: many,
  prepare: async () => ({ subject: await reading(many), peer: await duckdb(many) }),
  objection: equal,
};

export const readGrowth: Contest = {
  name: 'reading 1,000,000 FOCUS rows, growth',
  peer: '100,000 rows',
  mark: 11,
  items: many,
  prepare: async () => ({ subject: await reading(many), peer: await reading(few) }),
  objection: bothWhole,
};

/** Memory does not grow with the file. */
export const readMemory: Contest = {
  name: 'reading 1,000,000 FOCUS rows, peak memory',
  peer: '100,000 rows, and 150 MB',
  mark: 1,
  compared: 'peakBytes',
  prepare: async () => {
    const small = await reading(few);
    const peer: Run = async () => {
      const sample = await small();
      return { ...sample, peakBytes: sample.peakBytes! + growthBytes };
    };
    return { subject: await reading(many), peer };
  },
  objection: bothWhole,
};

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'purser-bench-import-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Imports a bill into a new book. */
export async function storing(bill: string): Promise<Run> {
  const module = await builtProgram('book/book-folder.ts');
  return () =>
    withFolder(async (folder) => {
      const args = [program('stored-import'), module, join(folder, 'book'), bill];
      const { seconds, peakBytes, out } = await timedProgram(args);
      return { seconds, peakBytes, answer: out.trim() };
    });
}

/** Reads the bill, fingerprints it and copies it, one after another. */
async function readHashedCopied(lines: number): Promise<Run> {
  const read = await reading(lines);
  return async () => {
    const { seconds, answer } = await read();
    return withFolder(async (folder) => {
      const began = performance.now();
      const hash = createHash('sha256');
      await pipeline(createReadStream(billOf(lines), { highWaterMark: 1 << 20 }), hash);
      copyFileSync(billOf(lines), join(folder, 'copy'));
      return { seconds: seconds + (performance.now() - began) / 1000, answer };
    });
  };
}

export const storedImport: Contest = {
  name: 'importing 1,000,000 FOCUS rows, stored',
  peer: 'reading them, sha-256 and a copy of the file',
  mark: 1.5,
  items: many,
  prepare: async () => ({ subject: await storing(billOf(many)), peer: await readHashedCopied(many) }),
  objection: (subject, peer) =>
    subject.startsWith(`${lineCount(peer)} lines, `)
      ? undefined
      : `the book says ${subject} of ${lineCount(peer)} rows`,
};

export const importContests: readonly Contest[] = [readAgainstDuckdb, readGrowth, readMemory, storedImport];
