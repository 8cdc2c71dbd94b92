// Damaged books read by Purser and by the second reader, which agree on the first thing that is wrong, and salvaged.
import { expect, test } from 'vitest';
import { runDamages } from './damage-run.ts';
import { tableOf } from './table.ts';

test('both readers say the same of good and of damaged books, and only what was damaged is lost by salvaging', async () => {
  const rows = await runDamages({ seed: 1, books: 504 });
  console.log(tableOf('books read twice and salvaged', rows));
  for (const [kind, found] of rows)
    if (!/none|removed|twice/.test(kind)) expect([kind, found.get('damaged') ?? 0]).not.toEqual([kind, 0]);
});
