// A small book made by the commands that people give, on whatever disk the laboratory holds out: its setup, its bills and
// the commands that fill it. Everything in it follows from these texts, so that two of the same commands are the same.
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { makeBookFolder, openBookFolder } from '../../electron/book/book-folder.ts';
import { idOfImport } from '../../electron/book/import-fact.ts';
import type { Command, OpenBook } from '../../electron/book/open-book.ts';
import { type Disk, withFile, writeAll } from '../../electron/ledger/disk.ts';
import { sha256 } from '../../electron/ledger/sha256.ts';
import { book } from './small-book.ts';
import type { Told } from './witness.ts';

const files = {
  'book.json': '{"name":"Harbour","base_currency":"CNY"}',
  'entities.csv': 'code,name,country,currency,parent\nHB,Harbour 海港,CN,CNY,\nPI,Pier,CN,CNY,HB\n',
  'accounts.csv': [
    'provider,id,name,entity,role,currency,credit_limit',
    'tencent,100,admin,HB,group-admin,CNY,0',
    'tencent,201,member,HB,member,CNY,0\n',
  ].join('\n'),
  'links.csv':
    'provider,account,admin,mode,permissions,cross_entity_funds,from,to\ntencent,201,100,pay-on-behalf,view-bills view-balance,,2026-01-01,\n',
  'funds.csv':
    'key,date,kind,provider,account,to,amount,currency,origin,reference\nT1,2026-10-01,top-up,tencent,100,,900.00,CNY,,\n',
};

/** The heading line of a bill. */
export const billHead =
  'Payer Account ID,Owner Account ID,Product Code,Transaction Type,Usage Start Time,Usage End Time,Original Cost,Total Cost,Currency,Bill Month';

/** A line of a bill that account 100 pays. */
export function billLine(owner: string, day: number, cost: string, product = 'cvm'): string {
  const date = `2026-10-${String(day).padStart(2, '0')}`;
  return `100,${owner},${product},Hourly settlement,${date} 10:00:00,${date} 11:00:00,${cost},${cost},CNY,2026-10`;
}

const shared = [billLine('201', 5, '40.125'), billLine('201', 6, '40.125', 'cos')];
/** What the first bill comes to, in cents: the charges of its month add up to it, though each is rounded by itself. */
export const totalOfFirst = 9275n;

/** Two bills of a month that share lines, so that one can take the place of the other. */
export const bills = {
  '/bills/first.csv': [billHead, ...shared, billLine('100', 7, '12.5'), ''].join('\n'),
  '/bills/second.csv': [billHead, ...shared, billLine('100', 8, '13.75'), ''].join('\n'),
};

function given<N extends CommandName>(id: string, name: N, input: CommandInput<N>): Command {
  return { id, name, input, by: 'Ana', desk: '', now: '2026-11-02T08:00:00.000Z' };
}

const tencent = { provider: 'tencent', currency: 'CNY' } as const;

/** Commands by what they do; the id is the name, so that giving one again is the same command again. */
export const commands = {
  create: given('create', 'createBook', { name: 'Harbour', baseCurrency: 'CNY' }),
  setUp: given('set-up', 'importDirectory', { files }),
  importFirst: given('import-first', 'importBills', { paths: ['/bills/first.csv'] }),
  importInItsPlace: given('import-in-its-place', 'importBills', {
    paths: ['/bills/second.csv'],
    duplicates: 'replace',
  }),
  importBoth: given('import-both', 'importBills', {
    paths: ['/bills/first.csv', '/bills/second.csv'],
    duplicates: 'skip',
  }),
  run: given('run', 'runCharges', { period: '2026-10', complete: true }),
  topUp: given('top-up', 'topUp', { ...tencent, date: '2026-10-02', account: '100', amount: '50.00' }),
  undoSecond: given('undo-second', 'undoImport', { import: idOfImport(sha256(bills['/bills/second.csv'])) }),
};

/** Opens the book as the program does and closes it whatever happens; throws where it cannot be written. */
export async function withOpenBook<T>(
  disk: Disk,
  work: (open: OpenBook) => T | Promise<T>,
  foldVersion = '',
): Promise<T> {
  const opened = openBookFolder(book, { disk, holder: { holder: 'the laboratory', since: '' }, foldVersion });
  try {
    opened.open.journal.assertWritable();
    return await work(opened.open);
  } finally {
    opened.close();
  }
}

/** Gives a command; what its record was to be and that it was acknowledged is told to the witness. */
export async function give(open: OpenBook, command: Command, witness?: Told): Promise<void> {
  const { journal } = open;
  const append = journal.append.bind(journal);
  let appended: ReturnType<typeof append> | undefined;
  journal.append = (body) => {
    witness?.attempt(body);
    return (appended = append(body));
  };
  try {
    const answer = await open.execute(command);
    if (!answer.done) throw new Refused(...answer.refusals);
    if (appended) witness?.acknowledge(appended);
  } finally {
    journal.append = append;
  }
}

/** The folders of the book and of the bills, and a book in which some commands were carried out. */
export async function makeRealBook(disk: Disk, done: readonly Command[]): Promise<void> {
  disk.makeFolder('/books');
  disk.makeFolder('/bills');
  disk.syncFolder('/');
  for (const [path, text] of Object.entries(bills)) {
    withFile(disk, path, 'create', (file) => {
      writeAll(disk, file, Buffer.from(text), 0);
      disk.sync(file);
    });
  }
  disk.syncFolder('/bills');
  makeBookFolder(book, { id: 'create', name: 'Harbour' }, disk);
  await withOpenBook(disk, async (open) => {
    for (const command of [commands.create, commands.setUp, ...done]) await give(open, command);
  });
}
