// The months of the sample groups give their expected tables, cell by cell.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences } from './difference.ts';
import { copied, copies, digestOfFolder, focus, samplesBeside } from './groups.ts';

const areBeside = existsSync(samplesBeside);
if (!areBeside) console.warn('SKIPPED: there are no samples beside the checkout; focus-1.0 is not run.');

/** The folders of expected tables by month. */
function expectedOf(folder: string): ReadonlyMap<string, string> {
  const months = readdirSync(join(folder, 'expected'));
  return new Map(months.map((month) => [month, join(folder, 'expected', month)]));
}

describe.each(copied)('$name', (group) => {
  const folder = join(copies, group.name);

  test('is as it was copied', () => {
    expect(digestOfFolder(folder)).toBe(group.digest);
  });

  test.skipIf(!areBeside)('is byte for byte the sample beside the checkout', () => {
    expect(digestOfFolder(join(samplesBeside, group.name))).toBe(group.digest);
  });

  test('gives its expected tables', async () => {
    const expected = expectedOf(folder);
    expect(expected.size).toBeGreaterThan(2);
    expect(await differences(folder, group, expected)).toEqual([]);
  });
});

test.skipIf(!areBeside)('focus-1.0 gives its expected tables, its owners adopted', async () => {
  const folder = join(samplesBeside, focus.name);
  const expected = expectedOf(folder);
  expect(expected.size).toBe(2);
  expect(await differences(folder, focus, expected)).toEqual([]);
});
