// The same lines however they come: a file given twice, under another name, packed, or in parts beside the whole changes
// nothing, and parts alone charge what the whole does (B3, C5).
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal } from '../../shared/money/decimal.ts';
import { billHead, billLine, commands, give, makeRealBook, withOpenBook } from '../../tests/faults/real-book.ts';
import { SimulatedDisk } from '../../tests/faults/simulated-disk.ts';
import { type Disk, withFile, writeAll } from '../ledger/disk.ts';

const told = fc.record({
  owner: fc.constantFrom('100', '201'),
  day: fc.integer({ min: 1, max: 30 }),
  cost: fc
    .integer({ min: -5_000, max: 90_000 })
    .map((thousandths) => formatDecimal({ coefficient: BigInt(thousandths), scale: 3 })),
  product: fc.constantFrom('cvm', 'cos'),
});
const lines = fc.array(
  told.map(({ owner, day, cost, product }) => billLine(owner, day, cost, product)),
  { minLength: 2, maxLength: 30 },
);

type Files = Readonly<Record<string, string | Uint8Array>>;

function csv(...rows: readonly string[]): string {
  return [billHead, ...rows, ''].join('\n');
}

function put(disk: Disk, files: Files): void {
  for (const [path, content] of Object.entries(files))
    withFile(disk, path, 'create', (file) => writeAll(disk, file, Buffer.from(content), 0));
}

/** What the month is charged once the files were imported one by one, and what the book holds then. */
async function chargedFor(files: Files): Promise<unknown> {
  const disk = new SimulatedDisk();
  await makeRealBook(disk, []);
  put(disk, files);
  return withOpenBook(disk, async (open) => {
    for (const path of Object.keys(files)) {
      const input = { paths: [path], duplicates: 'skip' as const };
      await give(open, { ...commands.importFirst, id: path, input });
    }
    await give(open, commands.run);
    const { run } = [...open.book.runs.values()][0]!;
    return { charges: run.charges, positions: open.book.positions };
  });
}

test('twice, renamed, packed or in parts they are the same lines', async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.nat(), async (rows, at) => {
      const cut = at % rows.length;
      const whole = csv(...rows);
      const parts = { '/bills/a.csv': csv(...rows.slice(0, cut)), '/bills/b.csv': csv(...rows.slice(cut)) };
      const once = await chargedFor({ '/bills/whole.csv': whole });
      const again = { '/bills/copy.csv': whole, '/bills/packed.csv.gz': gzipSync(whole) };
      expect(await chargedFor({ '/bills/whole.csv': whole, ...again })).toEqual(once);
      expect(await chargedFor({ '/bills/whole.csv': whole, ...parts })).toEqual(once);
      if (new Set(rows).size === rows.length) expect(await chargedFor(parts)).toEqual(once);
    }),
    { numRuns: 40 },
  );
});
