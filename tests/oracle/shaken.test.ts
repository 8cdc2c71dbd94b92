// The program agrees with the independent model (tests/model) on groups invented from seeds, where every rule matters.
// Forty seeds; `PURSER_SEEDS=41..400` runs others.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runMonths } from '../model/month.ts';
import { shake } from '../model/shake/group.ts';
import { differences } from './difference.ts';

const [first = 1, last = 40] = (process.env['PURSER_SEEDS'] ?? '1..40').split('..').map(Number);
const seeds = Array.from({ length: last - first + 1 }, (_, at) => first + at);
const work = mkdtempSync(join(tmpdir(), 'purser-shaken-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('the program and the model agree', () => {
  test.each(seeds)('on the group of seed %i', async (seed) => {
    const folder = join(work, String(seed));
    const { from, to } = shake(seed, folder);
    const months = { from, to, adopt: true };
    const expected = runMonths({ setupFolder: folder, ...months });
    expect(expected.size).toBeGreaterThan(0);
    expect(await differences(folder, months, expected)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
