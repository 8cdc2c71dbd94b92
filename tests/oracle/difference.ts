// Runs the months of a group through the command line and says where the result tables differ from others, cell by cell.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { purser } from '../command-line/purser.ts';
import { compareTables, differenceText } from '../model/compare.ts';
import type { TableSource } from '../model/compare.ts';
import type { Group } from './groups.ts';

/** Runs the group in a folder and compares each month with what is expected of it; answers the differences as text. */
export async function differences(
  folder: string,
  group: Omit<Group, 'name'>,
  expected: ReadonlyMap<string, TableSource>,
): Promise<readonly string[]> {
  const out = mkdtempSync(join(tmpdir(), 'purser-oracle-'));
  try {
    const { status, error } = await runMonths(folder, group, out);
    if (status !== 0) return [`exit status ${status}: ${error.trim().slice(-1500)}`];
    return [...expected].flatMap(([month, tables]) =>
      compareTables(tables, group.from === group.to ? out : join(out, month)).map(
        (difference) => `${month} ${differenceText(difference)}`,
      ),
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

function runMonths(folder: string, { from, to, adopt }: Omit<Group, 'name'>, out: string): ReturnType<typeof purser> {
  const options = [
    '--period',
    from === to ? from : `${from}..${to}`,
    '--out',
    out,
    '--no-documents',
    '--duplicates',
    'keep',
  ];
  return purser('month', folder, ...options, ...(adopt ? ['--adopt'] : []));
}
