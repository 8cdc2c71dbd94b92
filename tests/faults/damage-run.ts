// Damages books and asks both readers what is wrong: Purser's own verification and the second reader that shares no code
// with it must name the same place. Then it salvages each book: only what was damaged may be missing.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyBook } from '../../shared/book/book.ts';
import { enterAnew } from '../../electron/book/book-folder.ts';
import { type BookCheck, verifyBook } from '../../electron/book/verify-book.ts';
import { salvageBook } from '../../electron/ledger/salvage.ts';
import { type SecondReading, readBook } from '../second-reader/read-book.mjs';
import { filesOf, harmed, harms, isSegment, linesOf } from './damage.ts';
import { layOut } from './rooted-disk.ts';
import { seeded } from './random.ts';
import { commands, give, makeRealBook, withOpenBook } from './real-book.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book } from './small-book.ts';

const salvaged = '/books/Salvaged';

export interface DamageOptions {
  readonly seed: number;
  /** How many books are damaged and read. */
  readonly books: number;
}

/** Damages so many books; answers by kind how many were found damaged and how many held. */
export async function runDamages({
  seed,
  books,
}: DamageOptions): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const chance = seeded(seed);
  const rows = new Map(Object.keys(harms).map((kind) => [kind, new Map<string, number>()]));
  const kinds = [...rows.keys()];
  let sound: SimulatedDisk | undefined;
  for (let at = 0; at < books; at += 1) {
    if (at % 50 === 0 || !sound) sound = await soundBook(chance);
    const kind = kinds[at % kinds.length]!;
    const disk = harmed(sound, kind, chance);
    try {
      const found = agreed(disk) ? 'damaged' : 'holds';
      assert.ok(kind !== 'none' || found === 'holds', 'a sound book was taken for a damaged one');
      rows.get(kind)!.set(found, (rows.get(kind)!.get(found) ?? 0) + 1);
      checkSalvage(sound, disk);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`damaged book ${at} of seed ${seed} (${kind}): ${words}`, { cause: error });
    }
  }
  return rows;
}

/** A book of some months, closed in order: an import, a run, and as many top-ups as chance will have. */
async function soundBook(chance: (below: number) => number): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await makeRealBook(disk, [commands.importBoth, { ...commands.run, now: '2026-12-01T08:00:00.000Z' }]);
  const topUps = 1 + chance(6);
  await withOpenBook(disk, async (open) => {
    for (let at = 0; at < topUps; at += 1) {
      const now = `2027-0${1 + Math.floor((at * 3) / topUps)}-05T08:00:00.000Z`;
      await give(open, { ...commands.topUp, id: `top-up ${at}`, now });
    }
  });
  return disk.fork();
}

/** True where both readers find the book damaged, at the same place; throws where they differ. */
function agreed(disk: SimulatedDisk): boolean {
  const first = verifyBook(book, {}, disk);
  const second = secondReading(disk);
  const { failure, records, head, sums } = first.journal;
  assert.deepEqual([second.records, second.head], [records, head], 'the readers take different records');
  assert.deepEqual(
    second.sums,
    new Map(sums.map(({ position, currency, amount }) => [`${position} ${currency}`, amount])),
  );
  assert.equal(placeOf(second), placeFound(first), `${second.failure?.what} · ${failure?.what}`);
  return second.failure !== undefined;
}

function placeOf({ failure }: SecondReading): string {
  return failure ? `${failure.file.replace(/^evidence.*/, 'evidence')} ${failure.line}` : 'holds';
}

function placeFound({ journal: { failure }, differences }: BookCheck): string {
  if (!failure) return differences.length > 0 ? 'evidence 0' : 'holds';
  if (failure.what.includes('the seal ')) return `${failure.segment}.sha256 0`;
  if (failure.what.includes('acknowledged.json is')) return 'acknowledged.json 0';
  return `${failure.segment}.jsonl ${failure.line}`;
}

function secondReading(disk: SimulatedDisk): SecondReading {
  const root = mkdtempSync(join(tmpdir(), 'purser-damage-'));
  try {
    layOut(disk, root);
    return readBook(join(root, book));
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The salvaged book verifies, has every line that is as it was and can be folded, and keeps the bytes of all others. */
function checkSalvage(sound: SimulatedDisk, damaged: SimulatedDisk): void {
  const fold = emptyBook();
  const report = salvageBook(damaged, book, salvaged, (record) => enterAnew(fold, record));
  const { journal } = verifyBook(salvaged, {}, damaged);
  assert.equal(journal.failure, undefined, `the salvaged book does not verify: ${journal.failure?.what}`);
  assert.equal(journal.records, report.records);
  const there = journalLines(damaged);
  assert.equal(report.records + report.left.length, there.length, 'a line is neither salvaged nor told');
  const undamaged = new Set(journalLines(sound).filter((line) => there.includes(line)));
  const told = report.left.filter(({ what }) => buildsOnTheLost.test(what)).map(({ bytes }) => textOf(bytes));
  const lost = [...undamaged].filter((line) => !told.includes(line));
  assert.ok(report.records >= lost.length, `of ${lost.length} undamaged lines ${report.records} were salvaged`);
}

const buildsOnTheLost = /^record \d+ (breaks a rule|cannot be entered|leaves out lines)/;

function textOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

function journalLines(disk: SimulatedDisk): string[] {
  return [...filesOf(disk)].filter(([path]) => isSegment(path)).flatMap(([, bytes]) => linesOf(bytes));
}
