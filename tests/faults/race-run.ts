// Lets real programs open one book at the same moment, again and again: one at a time may write, none may find another
// inside, and the journal holds exactly the records of those that won.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { verifyJournal } from '../../electron/ledger/verify-journal.ts';
import { rootedDisk } from './rooted-disk.ts';
import { book, makeBook } from './small-book.ts';

interface Racer {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly answers: AsyncIterator<string>;
}

/** Runs the races; answers how often a program won, lost, and met another inside (which must be never). */
export async function runRaces(program: string, races: number, programs = 3): Promise<ReadonlyMap<string, number>> {
  const root = mkdtempSync(join(tmpdir(), 'purser-race-'));
  const racers = Array.from({ length: programs }, (_, index) => start(program, root, `racer ${index}`));
  try {
    makeBook(rootedDisk(root));
    const counts = new Map([
      ['won', 0],
      ['lost', 0],
      ['both', 0],
    ]);
    for (let race = 0; race < races; race += 1) {
      const answers = await Promise.all(racers.map(ask));
      for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
      assert.ok(answers.includes('won'), `in race ${race} no program got the lock`);
    }
    assert.equal(counts.get('both'), 0, 'two programs were inside at once');
    const { failure, records } = verifyJournal(rootedDisk(root), book);
    assert.equal(failure, undefined);
    assert.equal(records, counts.get('won'));
    return counts;
  } finally {
    for (const { child } of racers) child.kill();
    rmSync(root, { recursive: true });
  }
}

function start(program: string, root: string, name: string): Racer {
  const child = spawn(process.execPath, [program, root, name], { stdio: ['pipe', 'pipe', 'inherit'] });
  return { child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

async function ask({ child, answers }: Racer): Promise<string> {
  child.stdin.write('go\n');
  const { value, done } = await answers.next();
  if (done) throw new Error('a program ended in the middle of the races');
  return value;
}
