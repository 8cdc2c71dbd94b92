// A book of ten years as the rules made it, so that its state can be folded: the demo's group, every month charged by the
// command line, and as many movements of funds after it as make 20,000 records. And an empty book beside it.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatMonth, type Month } from '../../shared/calendar/day.ts';
import { writeGroup } from '../sample/group.ts';
import { demo } from '../sample/sizes.ts';
import { builtModule } from './built-module.ts';
import { keptInput } from './kept-input.ts';
import { hastyDisk } from './made-journals.ts';
import { timedProgram } from './timed-program.ts';

type BookFolder = typeof import('../../electron/book/book-folder.ts');
type OpenedBook = ReturnType<BookFolder['openBookFolder']>;

const program = fileURLToPath(new URL('../../out/cli/cli.js', import.meta.url));
const records = 20_000;
const seed = 1;
/** Raised when the generator, or the journal's form, gives another book for the same seed. */
const generation = 1;
const now = '2026-11-02T08:00:00.000Z';
const holder = { holder: 'the bench', since: now };
const by = { by: 'Ana', desk: '', now } as const;

const lastMonth = demo.months.at(-1)!;
const months = Array.from({ length: 120 }, (_, at) => (lastMonth - 119 + at) as Month);

/** The last month of the decade, `YYYY-MM`: what the first screen shows. */
export const decadePeriod = formatMonth(lastMonth);

/** The book of the decade: 61 accounts, 120 months charged, 20,000 records. */
export function decadeBook(): Promise<string> {
  return keptInput(`decade-${records}-${seed}-${generation}`, async (book) => {
    const setup = await keptInput(`decade-group-${seed}-${generation}`, (folder) => {
      writeGroup({ ...demo, months }, seed, folder);
    });
    const out = join(tmpdir(), 'purser-bench-inputs', `decade-out-${seed}-${generation}`);
    const period = `${formatMonth(months[0]!)}..${decadePeriod}`;
    const places = ['--book', book, '--out', out];
    await timedProgram([program, 'month', setup, '--period', period, '--adopt', ...places, '--no-documents']);
    await withBook(book, moveFunds);
  });
}

/** A book that was made and holds nothing else. */
export function emptyBook(): Promise<string> {
  return keptInput(`empty-book-${generation}`, async (book) => {
    const { makeBookFolder } = (await builtModule('book/book-folder.ts')) as BookFolder;
    makeBookFolder(book, { id: 'empty', name: 'Harbour Group' });
    await withBook(book, async ({ open }) => {
      await open.execute({ name: 'createBook', input: { name: 'Harbour Group', baseCurrency: 'CNY' }, id: 'c', ...by });
    });
  });
}

/** Opens the book, works on it, and closes it, which keeps its state. */
async function withBook(book: string, work: (opened: OpenedBook) => Promise<void>): Promise<void> {
  const { openBookFolder } = (await builtModule('book/book-folder.ts')) as BookFolder;
  const opened = openBookFolder(book, { holder, disk: hastyDisk });
  try {
    await work(opened);
  } finally {
    opened.close();
  }
}

async function moveFunds({ open }: OpenedBook): Promise<void> {
  const accounts = [...open.book.structure.accounts.values()].filter(({ currency }) => currency === 'CNY');
  for (let at = 0; open.book.seq < records; at += 1) {
    const { provider, id } = accounts[at % accounts.length]!;
    const input = { date: '2026-11-01', provider, account: id, amount: '100.00', currency: 'CNY' };
    const answer = await open.execute({ name: 'topUp', input, id: `top-up-${at}`, ...by });
    if (!answer.done) throw new Error(answer.refusals[0]?.what);
  }
}
