// Kills real programs with SIGKILL before every call of the disk, one program per call, and holds what is left of their
// books against what they had told. It cannot find a missing sync: the system's cache survives the program.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBookLock, lockBook } from '../../electron/ledger/lock.ts';
import { checkBook, readRecords } from './check-book.ts';
import { rootedDisk, simulatedFrom } from './rooted-disk.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book, makeBookOf, topUp } from './small-book.ts';

/** Kills at call `stride`, 2 × `stride` … until the program comes to its end; answers the number of programs killed. */
export async function runKills(program: string, stride: number): Promise<number> {
  for (let killed = 0; ; killed += 1) {
    if (await runToDeath(program, (killed + 1) * stride)) return killed;
  }
}

/** True where the program came to its end. */
async function runToDeath(program: string, call: number): Promise<boolean> {
  const root = mkdtempSync(join(tmpdir(), 'purser-kill-'));
  try {
    const words = (await outputOf(program, [root, String(call)])).split('\n').filter((word) => word !== '');
    const isEnded = words.at(-1) === 'end';
    const told = words.filter((word) => word !== 'end').length;
    const disk = simulatedFrom(root);
    if (told > 0) {
      const lock = lockBook(rootedDisk(root), book, { holder: 'the laboratory', since: '' });
      assert.ok(isBookLock(lock), `the lock of the dead program was not freed (killed at call ${call})`);
      lock.release();
      checkBook(disk, { acknowledged: expectedRecords(told), attempted: topUp(told + 1), done: new Set() });
    }
    return isEnded;
  } finally {
    rmSync(root, { recursive: true });
  }
}

function expectedRecords(count: number): ReturnType<typeof readRecords> {
  const disk = new SimulatedDisk();
  makeBookOf(disk, count);
  return readRecords(disk);
}

function outputOf(program: string, values: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...values], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0 || signal === 'SIGKILL') resolve(output);
      else reject(new Error(`the program ended with status ${status}`));
    });
  });
}
