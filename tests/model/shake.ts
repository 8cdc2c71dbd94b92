// Writes a small shaken group as a setup folder: `npx tsx tests/model/shake.ts OUT --seed N`. Refuses a folder that is there.
import { existsSync } from 'node:fs';
import { shake } from './shake/group.ts';

const [out, flag, seed] = process.argv.slice(2);
if (!out || flag !== '--seed' || !/^\d+$/.test(seed ?? '')) {
  console.error('Usage: npx tsx tests/model/shake.ts OUT --seed N');
  process.exit(2);
}
if (existsSync(out)) {
  console.error(`${out} is there already; nothing was written. Name a folder that is not.`);
  process.exit(1);
}
const { from, to, adopt } = shake(Number(seed), out);
console.log(`purser month ${out} --period ${from === to ? from : `${from}..${to}`}${adopt ? ' --adopt' : ''}`);
