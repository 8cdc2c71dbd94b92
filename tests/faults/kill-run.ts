// Kills real programs with SIGKILL before calls of the disk, one program per call, and others while they recover from
// that, and holds what is left of their books against what they had told. It cannot find a missing sync: the system's
// cache survives the program.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBookLock, lockBook } from '../../electron/ledger/lock.ts';
import { readRecordsIfAny } from './check-book.ts';
import type { Operation } from './disk-tree.ts';
import { layOut, rootedDisk, simulatedFrom } from './rooted-disk.ts';
import type { Scenario } from './scenario.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book } from './small-book.ts';
import { type Promised, type Told, Witness } from './witness.ts';

export interface KillOptions {
  /** The program built of kill-child.ts. */
  readonly program: string;
  /** One call of so many is a program's last. */
  readonly stride: number;
  /** The same of the recovery after each; every recovery begins elsewhere. */
  readonly recoveryStride: number;
}

/** Programs killed at work, and while they recovered. */
export type KillCounts = ReadonlyMap<'at work' | 'recovering', number>;

/** Kills programs that do the work of a scenario until one comes to its end. */
export async function runKills(scenario: Scenario, options: KillOptions): Promise<KillCounts> {
  const { start, promises } = await undisturbed(scenario);
  const counts = new Map([['at work', 0] as const, ['recovering', 0] as const]);
  for (let call = options.stride; ; call += options.stride) {
    const isEnded = await withFolder(async (root) => {
      layOut(start, root);
      const told = await programOf(options.program, [scenario.name, 'run', root, String(call)]);
      const promised = promises(told.lines);
      await checkLeft(scenario, root, promised, `killed at call ${call}`);
      if (told.isEnded) return true;
      count(counts, 'at work');
      for (let again = 1 + (call % options.recoveryStride); ; again += options.recoveryStride)
        if (await recoverKilled(scenario, { ...options, root, call, again, promised })) return false;
        else count(counts, 'recovering');
    });
    if (isEnded) return counts;
  }
}

function count(counts: Map<string, number>, what: 'at work' | 'recovering'): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

interface Recovery extends KillOptions {
  /** What the first killed program left; it stays as it is. */
  readonly root: string;
  readonly call: number;
  /** The call of the recovery that is its last. */
  readonly again: number;
  readonly promised: Promised;
}

/** True where the recovery came to its end. */
function recoverKilled(scenario: Scenario, { program, root, call, again, promised }: Recovery): Promise<boolean> {
  return withFolder(async (copy) => {
    cpSync(root, copy, { recursive: true });
    const { isEnded } = await programOf(program, [scenario.name, 'recover', copy, String(again)]);
    const when = `killed at call ${call}, and at call ${again} of the recovery`;
    await checkLeft(scenario, copy, promised, when);
    if (isEnded) assertTidy(copy, `${scenario.name}, ${when}`);
    return isEnded;
  });
}

async function checkLeft(scenario: Scenario, root: string, promised: Promised, when: string): Promise<void> {
  try {
    if (existsSync(join(root, book, 'journal'))) assertLockFree(root);
    await scenario.check(simulatedFrom(root), promised);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${scenario.name}, ${when}: ${words}`, { cause: error });
  }
}

/** A recovery that came to its end leaves nothing half-done, neither in the book nor beside it. */
function assertTidy(root: string, when: string): void {
  const left = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?!.*(cache.state|before restore)).*\.tmp$/.test(path),
  );
  assert.deepEqual(left, [], `${when}: something half-done was left`);
}

function assertLockFree(root: string): void {
  const lock = lockBook(rootedDisk(root), book, { holder: 'the laboratory', since: '' });
  assert.ok(isBookLock(lock), 'the lock of the dead program was not freed');
  lock.release();
}

/** The disk at the beginning, and what was promised once so many things had been told. */
async function undisturbed(
  scenario: Scenario,
): Promise<{ start: SimulatedDisk; promises: (told: number) => Promised }> {
  const disk = new SimulatedDisk();
  await scenario.prepare(disk);
  const start = disk.fork();
  const told: Operation[] = [];
  const witness = new Witness(told, readRecordsIfAny(disk));
  const next = (): unknown => told.push({ type: 'sync', node: 0 });
  const counting: Told = {
    attempt: (body) => (next(), witness.attempt(body)),
    acknowledge: (record) => (next(), witness.acknowledge(record)),
    done: (what) => (next(), witness.done(what)),
  };
  await scenario.run(disk, counting);
  return { start, promises: (lines) => witness.promisedAt(lines) };
}

async function withFolder<T>(work: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'purser-kill-'));
  try {
    return await work(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Runs a program to its end or death: how many things it told. */
function programOf(program: string, values: readonly string[]): Promise<{ lines: number; isEnded: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...values], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const lines = output.split('\n').filter((line) => line !== '');
      const isEnded = lines.at(-1) === 'end';
      if (isEnded || signal === 'SIGKILL') resolve({ lines: lines.length - (isEnded ? 1 : 0), isEnded });
      else reject(new Error(`the program ended with status ${status}`));
    });
  });
}
