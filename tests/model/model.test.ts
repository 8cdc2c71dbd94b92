// Proves the model against the samples beside the checkout: every table of every month, cell by cell.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareTables, differenceText } from './compare.ts';
import { runMonths } from './month.ts';

const samples = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));

const groups = [
  { name: 'harbour', from: '2026-08', to: '2026-10', adopt: false },
  { name: 'shaken-a', from: '2025-11', to: '2026-02', adopt: false },
  { name: 'shaken-b', from: '2025-11', to: '2026-02', adopt: false },
  { name: 'focus-1.0', from: '2024-09', to: '2024-10', adopt: true },
];

for (const { name, from, to, adopt } of groups) {
  const setupFolder = `${samples}${name}`;
  const isThere = existsSync(setupFolder);
  if (!isThere) console.warn(`SKIPPED: the sample ${name} is not beside the checkout.`);
  test.runIf(isThere)(`the model agrees with the expected tables of ${name}`, { timeout: 60_000 }, () => {
    const results = runMonths({ setupFolder, from, to, adopt });
    const differences = [...results].flatMap(([month, tables]) =>
      compareTables(`${setupFolder}/expected/${month}`, tables).map((each) => `${month} ${differenceText(each)}`),
    );
    expect(differences).toEqual([]);
    expect([...results.values()].every((tables) => tables.get('balances.csv')!.length > 0)).toBe(true);
  });
}
