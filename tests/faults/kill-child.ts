// The program that is killed: does the work of a scenario, or what a user does after it was cut off, on a real disk and
// dies, by SIGKILL, right before a numbered call of the disk that changes something. What it promises it tells, a line
// for each, before the work goes on.
import { writeSync } from 'node:fs';
import type { Disk } from '../../electron/ledger/disk.ts';
import { rootedDisk } from './rooted-disk.ts';
import { scenarios } from './scenarios.ts';

const [name = '', work = '', root = '', callText = ''] = process.argv.slice(2);
const scenario = scenarios.find((one) => one.name === name)!;
let callsLeft = Number(callText);

function mortal<Values extends readonly unknown[], Answer>(call: (...values: Values) => Answer) {
  return (...values: Values): Answer => {
    callsLeft -= 1;
    if (callsLeft === 0) process.kill(process.pid, 'SIGKILL');
    return call(...values);
  };
}

const real = rootedDisk(root);
const creating = mortal(real.open);
const disk: Disk = {
  ...real,
  open: (path, mode) => (mode === 'read' ? real.open(path, mode) : creating(path, mode)),
  write: mortal(real.write),
  sync: mortal(real.sync),
  syncFolder: mortal(real.syncFolder),
  rename: mortal(real.rename),
  unlink: mortal(real.unlink),
  makeFolder: mortal(real.makeFolder),
  removeFolder: mortal(real.removeFolder),
};

function tell(): void {
  writeSync(1, 'told\n');
}

if (work === 'run') await scenario.run(disk, { attempt: tell, acknowledge: tell, done: tell });
else await scenario.recover(disk);
writeSync(1, 'end\n');
