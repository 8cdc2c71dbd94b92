// Books that are made from nothing: an empty one, and the sample group's. Each appears whole or not at all: it is made
// beside its place and then renamed.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { readSetupFolder } from '../command-line/setup-folder.ts';
import type { LockHolder } from '../ledger/lock.ts';
import type { NewBookTitle } from './book-calls.ts';
import { makeBookFolder, openBookFolder } from './book-folder.ts';
import type { OpenBook } from './open-book.ts';

/** Makes an empty book; refuses a folder that exists. */
export async function makeNewBook(folder: string, title: NewBookTitle, holder: LockHolder): Promise<void> {
  await makeWhole(folder, title, holder, async () => {});
}

const sampleId = 'sample';

/** Makes the book of a setup folder: every month but the last is imported and charged, the last is left to do. */
export async function makeSampleBook(folder: string, setup: string, holder: LockHolder): Promise<void> {
  const { files, bills, name, nameZh, baseCurrency } = readSetupFolder(setup);
  const months = [
    ...new Set(bills.map((path) => /\d{4}-\d{2}/.exec(path)?.[0]).filter((month) => month !== undefined)),
  ].sort();
  const done = months.slice(0, -1);
  await makeWhole(folder, { id: sampleId, name, nameZh, baseCurrency }, holder, async (open) => {
    for (const month of done) {
      await give(open, holder, 'importDirectory', { files, until: month });
      await give(open, holder, 'importBills', { paths: bills.filter((path) => path.includes(month)), final: true });
      await give(open, holder, 'runCharges', { period: month, complete: true });
    }
    await give(open, holder, 'importDirectory', { files, until: months.at(-1) });
  });
}

async function makeWhole(
  folder: string,
  title: NewBookTitle,
  holder: LockHolder,
  fill: (open: OpenBook) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) throw new Refused(alreadyThere(folder));
  const draft = `${folder}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  try {
    makeBookFolder(draft, title);
    const opened = openBookFolder(draft, { holder });
    try {
      const { id, ...input } = title;
      await give(opened.open, holder, 'createBook', input, id);
      await fill(opened.open);
    } finally {
      opened.close();
    }
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function give<N extends CommandName>(
  open: OpenBook,
  { holder, since }: LockHolder,
  name: N,
  input: CommandInput<N>,
  id = `${name}:${open.book.seq}`,
): Promise<void> {
  const answer = await open.execute({ name, input, id, by: holder, desk: '', now: since });
  if (!answer.done) throw new Refused(...answer.refusals);
}

/** Why no book is made in a folder that is there. */
export function alreadyThere(folder: string): Refused['refusals'][number] {
  return {
    code: 'folderExists',
    what: `There is something at ${folder} already.`,
    unchanged: 'No book was made, and what is there was left alone.',
    next: 'Choose a name that is free, or open the book that is there.',
  };
}
