// The groups that are measured: one month of 500 accounts in one bill file, made from a seed and kept in the system's
// temporary folder between runs.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeGroup } from '../sample/group.ts';
import { bench } from '../sample/sizes.ts';

const accounts = 500;
const seed = 1;
/** Raised when the generator gives other bytes for the same seed. */
const generation = 1;

export const benchPeriod = '2026-10';

/** A setup folder with a month of so many lines, and the path of its one bill. */
export function benchGroup(
  lines: number,
  bills: 'tencent' | 'focus',
): { readonly setup: string; readonly bill: string } {
  const kept = join(tmpdir(), 'purser-bench-groups');
  const setup = join(kept, `${bills}-${lines}-${accounts}-${seed}-${generation}`);
  if (!existsSync(setup)) {
    const making = `${setup}.making-${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    writeGroup(bench(accounts, lines, bills), seed, making);
    renameSync(making, setup);
  }
  const folder = join(setup, 'bills', benchPeriod);
  const [bill] = readdirSync(folder);
  return { setup, bill: join(folder, bill!) };
}
