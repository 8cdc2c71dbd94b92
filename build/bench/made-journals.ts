// Journals that are measured: written by the ledger itself, from a seed, onto a disk that does not wait for its syncs.
// Their postings are what the rules would give; their facts are not, so that they can be verified and not be folded.
import { mkdirSync } from 'node:fs';
import type { Json, Posting, RecordBody } from '../../shared/book/record.ts';
import { formatMonth, type Month, parseMonth } from '../../shared/calendar/day.ts';
import { formatMinor } from '../../shared/money/minor.ts';
import type { Disk } from '../../electron/ledger/disk.ts';
import { createJournal, openJournal } from '../../electron/ledger/journal.ts';
import { isBookLock, lockBook } from '../../electron/ledger/lock.ts';
import { nodeDisk } from '../../electron/ledger/node-disk.ts';
import { makeAccountIds } from '../sample/account-ids.ts';
import { type Random, seededRandom } from '../sample/random.ts';
import { keptInput } from './kept-input.ts';

/** Raised when the generator gives other bytes for the same seed. */
export const journalGeneration = 2;
const firstMonth = parseMonth('2016-11')!;
const decade = 120;

/** The real disk, as fast as it can be: for what can be made again. */
export const hastyDisk: Disk = { ...nodeDisk, sync: () => undefined, syncFolder: () => undefined };

/** How many records, of which every `largeEvery`-th (0: none) has so many postings, over how many positions. */
interface JournalPlan {
  readonly records: number;
  readonly largeEvery: number;
  readonly large: number;
  readonly positions: number;
  /** Whether the charges of a large record stand in it, as in one that the rules made: twice as long as its postings. */
  readonly charges: boolean;
}

const large = { records: 20_000, large: 5000, positions: 8000 };

/** A book of ten years, about 300 MB: 20,000 records, every 50th the charges of a month with 5,000 postings. */
export function decadeJournal(): Promise<string> {
  return journalOf({ ...large, largeEvery: 50, charges: true });
}

/** As many records and bytes, but nearly all of them postings: every 16th record has 5,000, without its charges. */
export function decadePostings(): Promise<string> {
  return journalOf({ ...large, largeEvery: 16, charges: false });
}

const small = { largeEvery: 0, large: 0, positions: 2000, charges: false };

/** A book of so many records of two postings. */
export function smallRecords(records: number): Promise<string> {
  return journalOf({ ...small, records });
}

/** The records of that book. */
export function smallRecordBodies(records: number): Generator<RecordBody> {
  return recordsOf({ ...small, records });
}

function journalOf(plan: JournalPlan): Promise<string> {
  const { records, largeEvery, large, positions, charges } = plan;
  const name = `journal-${records}-${largeEvery}-${large}-${positions}${charges ? '-charges' : ''}-${journalGeneration}`;
  return keptInput(name, (folder) => writeBook(folder, recordsOf(plan)));
}

function writeBook(folder: string, records: Iterable<RecordBody>): void {
  mkdirSync(folder);
  createJournal(hastyDisk, folder);
  const lock = lockBook(hastyDisk, folder, { holder: 'the bench', since: '' });
  if (!isBookLock(lock)) throw new Error(lock.what);
  const journal = openJournal(hastyDisk, folder, { lock });
  for (const record of records) journal.append(record);
  journal.close();
  lock.release();
}

function* recordsOf({ records, largeEvery, large, positions, charges }: JournalPlan): Generator<RecordBody> {
  const random = seededRandom('journal');
  const names = positionNames(random, positions);
  for (let seq = 1; seq <= records; seq += 1) {
    const month = formatMonth((firstMonth + Math.floor(((seq - 1) * decade) / records)) as Month);
    const isLarge = largeEvery > 0 && seq % largeEvery === 0;
    const post = postingsOf(random, names, isLarge ? large : 2);
    const input = random.text(16);
    yield {
      v: 1,
      seq,
      at: `${month}-15T08:00:00.000Z`,
      by: 'Ana 安娜',
      desk: '',
      kind: isLarge ? 'chargesRun' : 'fundsMoved',
      key: `key-${seq}`,
      data: isLarge && charges ? { input, run: { period: month, charges: chargesOf(random, post) } } : { input },
      post,
    };
  }
}

/** A charge a posting, with the members of one that the rules made. */
function chargesOf(random: Random, post: readonly Posting[]): Json[] {
  return post.map(({ position, amount, currency }) => {
    const [, provider, account, entity] = position.split(':') as [string, string, string, string];
    const [payer, owner] = [`${provider}:${account}`, `${provider}:1000${random.text(8)}`];
    const cost = formatMinor(amount, currency);
    return [payer, owner, entity, 'Cloud Virtual Machine', 'Usage', currency, cost, cost];
  });
}

/** Postings of as many different positions, in pairs that cancel out. */
function postingsOf(random: Random, names: readonly string[], count: number): Posting[] {
  const start = random.integer(0, names.length - 1);
  const step = random.pick([1, 3, 7, 11, 13, 17, 19]);
  return Array.from({ length: count }, (_, at) => at).flatMap((at): Posting[] => {
    if (at % 2 === 1) return [];
    const [from, to] = [at, at + 1].map((place) => names[(start + place * step) % names.length]!) as [string, string];
    const amount = BigInt(random.integer(1, 100_000_000));
    return [
      { position: from, amount: -amount, currency: 'CNY' },
      { position: to, amount, currency: 'CNY' },
    ];
  });
}

function positionNames(random: Random, count: number): string[] {
  const idFor = makeAccountIds(random);
  const entities = Array.from({ length: 60 }, (_, at) => `H${String(at).padStart(2, '0')}`);
  return Array.from({ length: count }, () => `cash:tencent:${idFor('tencent')}:${random.pick(entities)}`);
}
