// The months of a whole group do not depend on the names, the number and the order of its bill files, nor on the order of
// their rows (rule C5).
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Dice } from '../model/shake/dice.ts';
import { differences } from './difference.ts';
import { copied, copies } from './groups.ts';

const [harbour] = copied;

/** Each bill of the group cut in two files of other names, with its rows in another order. */
function rearrange(bills: string, seed: number): void {
  const dice = new Dice(seed);
  for (const name of readdirSync(bills)) {
    const [heading, ...rows] = readFileSync(join(bills, name), 'utf8').trimEnd().split('\n');
    const shuffled = dice.shuffled(rows);
    const cut = dice.whole(1, rows.length - 1);
    for (const part of [shuffled.slice(0, cut), shuffled.slice(cut)]) {
      const text = `${[heading, ...part].join('\n')}\n`;
      writeFileSync(join(bills, `${dice.whole(1, 1_000_000_000)}.csv`), text);
    }
    rmSync(join(bills, name));
  }
}

test.each([1, 2, 3])('files renamed and cut in two, rows shuffled: the same tables (seed %i)', async (seed) => {
  const work = mkdtempSync(join(tmpdir(), 'purser-order-'));
  onTestFinished(() => rmSync(work, { recursive: true }));
  cpSync(join(copies, harbour.name), work, { recursive: true });
  rearrange(join(work, 'bills'), seed);
  const months = readdirSync(join(work, 'expected'));
  const expected = new Map(months.map((month) => [month, join(work, 'expected', month)]));
  expect(readdirSync(join(work, 'bills')).length).toBe(2 * readdirSync(join(copies, harbour.name, 'bills')).length);
  expect(await differences(work, harbour, expected)).toEqual([]);
});
