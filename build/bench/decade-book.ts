// A book of ten years as the rules made it, so that its state can be folded: the demo's group, every month charged,
// and so many top-ups in each as make 20,000 records. And an empty book beside it.
import { formatMonth, type Month } from '../../shared/calendar/day.ts';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import { readSetupFolder } from '../../electron/command-line/setup-folder.ts';
import { writeGroup } from '../sample/group.ts';
import { demo } from '../sample/sizes.ts';
import { builtModule } from './built-module.ts';
import { keptInput } from './kept-input.ts';
import { hastyDisk } from './made-journals.ts';

type BookFolder = typeof import('../../electron/book/book-folder.ts');
type OpenedBook = ReturnType<BookFolder['openBookFolder']>;

const records = 20_000;
const seed = 1;
/** Raised when the generator, or the journal's form, gives another book for the same seed. */
const generation = 1;
const now = '2026-11-02T08:00:00.000Z';

const lastMonth = demo.months.at(-1)!;
const months = Array.from({ length: 120 }, (_, at) => (lastMonth - 119 + at) as Month);

/** The last month of the decade, `YYYY-MM`: what the first screen shows. */
export const decadePeriod = formatMonth(lastMonth);

/** The book of the decade: 61 accounts, 120 months charged, 20,000 records. */
export function decadeBook(): Promise<string> {
  return keptInput(`decade-${records}-${seed}-${generation}`, async (book) => {
    const setup = await keptInput(`decade-group-${seed}-1`, (folder) => {
      writeGroup({ ...demo, months }, seed, folder);
    });
    await withBook(book, async (opened) => {
      const group = readSetupFolder(setup);
      await give(opened, 'createBook', { name: group.name, baseCurrency: group.baseCurrency });
      for (const [at, month] of months.map(formatMonth).entries()) {
        await give(opened, 'importDirectory', { files: group.files, until: month });
        await moveFunds(opened, month, Math.floor((records * (at + 1)) / months.length) - 2);
        const paths = group.bills.filter((path) => path.includes(`/${month}/`));
        await give(opened, 'importBills', { paths, final: true });
        await give(opened, 'runCharges', { period: month, complete: true });
      }
    });
  });
}

/** A book that was made and holds nothing else. */
export function emptyBook(): Promise<string> {
  return keptInput(`empty-book-${generation}`, (book) =>
    withBook(book, (opened) => give(opened, 'createBook', { name: 'Harbour Group', baseCurrency: 'CNY' })),
  );
}

/** Makes a book, works on it, and closes it, which keeps its state. */
async function withBook(book: string, work: (opened: OpenedBook) => Promise<void>): Promise<void> {
  const { makeBookFolder, openBookFolder } = (await builtModule('book/book-folder.ts')) as BookFolder;
  makeBookFolder(book, { id: 'bench', name: 'Harbour Group' }, hastyDisk);
  const opened = openBookFolder(book, { holder: { holder: 'the bench', since: now }, disk: hastyDisk });
  try {
    await work(opened);
  } finally {
    opened.close();
  }
}

async function give<N extends CommandName>({ open }: OpenedBook, name: N, input: CommandInput<N>): Promise<void> {
  const id = `${name}-${open.book.seq}`;
  const answer = await open.execute({ name, input, id, by: 'Ana', desk: '', now });
  if (!answer.done) throw new Error(`${id} was refused: ${answer.refusals[0]?.what}`);
}

/** Tops accounts up in turn, in the middle of the month, until the book has so many records. */
async function moveFunds(opened: OpenedBook, month: string, until: number): Promise<void> {
  const { book } = opened.open;
  const accounts = [...book.structure.accounts.values()].filter(({ currency }) => currency === 'CNY');
  while (book.seq < until) {
    const { provider, id: account } = accounts[book.seq % accounts.length]!;
    await give(opened, 'topUp', { date: `${month}-28`, provider, account, amount: '100.00', currency: 'CNY' });
  }
}
