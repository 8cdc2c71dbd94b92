// The command line writes a folder once, and says what is wrong with a call instead of guessing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { filesBelow } from './read-back.ts';

const script = fileURLToPath(new URL('generate.ts', import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { encoding: 'utf8', timeout: 30_000 });

test('writes a group into a new folder, and refuses one that holds anything', { timeout: 60_000 }, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'purser-sample-'));
  const folder = join(scratch, 'group');
  const args = ['bench', folder, '--accounts', '9', '--lines', '90', '--seed', '5'];
  expect(run(...args)).toMatchObject({ status: 0, stdout: `${folder}: 1 months of 90 lines\n` });
  expect(filesBelow(folder)).toContain('bills/2026-10/harbour-group-2026-10.csv');
  expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing was written') as string });
  rmSync(scratch, { recursive: true });
});

test.each([[[]], [['demo', 'out', '--accounts', '3']], [['bench', 'out', '--lines', 'many']]])(
  '%j is not a call',
  { timeout: 60_000 },
  (args) => {
    expect(run(...args).status).toBe(2);
  },
);
