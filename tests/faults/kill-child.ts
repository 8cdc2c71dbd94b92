// The program that is killed: works on a real book and dies, by SIGKILL, right before a numbered call of the disk that
// changes something. Each acknowledgement is told on standard output before the work goes on.
import { writeSync } from 'node:fs';
import type { Disk } from '../../electron/ledger/disk.ts';
import { rootedDisk } from './rooted-disk.ts';
import { makeBook, topUp, withJournal } from './small-book.ts';

const [root = '', callText = ''] = process.argv.slice(2);
let callsLeft = Number(callText);

function mortal<Values extends readonly unknown[], Answer>(call: (...values: Values) => Answer) {
  return (...values: Values): Answer => {
    callsLeft -= 1;
    if (callsLeft === 0) process.kill(process.pid, 'SIGKILL');
    return call(...values);
  };
}

const real = rootedDisk(root);
const disk: Disk = {
  ...real,
  open: mortal(real.open),
  write: mortal(real.write),
  sync: mortal(real.sync),
  syncFolder: mortal(real.syncFolder),
  rename: mortal(real.rename),
  unlink: mortal(real.unlink),
  makeFolder: mortal(real.makeFolder),
};

makeBook(disk);
for (const seqs of [
  [1, 2],
  [3, 4],
]) {
  withJournal(disk, (journal) => {
    for (const seq of seqs) {
      journal.append(topUp(seq));
      writeSync(1, `${seq}\n`);
    }
  });
}
writeSync(1, 'end\n');
