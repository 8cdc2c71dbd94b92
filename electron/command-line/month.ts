// The main job: a setup folder becomes a book, its bills are imported, each month of a range is charged and settled in
// turn, and the results are written. Nothing is left behind where anything is refused.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { type Month, formatMonth, lastDay, parseDay, parseMonth } from '../../shared/calendar/day.ts';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import type { Done } from '../../shared/contract/answer.ts';
import { readSetupTables } from '../../shared/book/setup-tables.ts';
import { compareText } from '../../shared/rules/order.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { makeBookFolder, openBookFolder } from '../book/book-folder.ts';
import type { OpenBook } from '../book/open-book.ts';
import { monthReport, resultTables, writeTables } from './month-results.ts';
import { type SetupFolder, readSetupFolder } from './setup-folder.ts';
import { Progress, type Streams } from './streams.ts';

export interface MonthOptions {
  readonly setup: string;
  readonly from: Month;
  readonly to: Month;
  /** A range was asked for: each month's results stand in a folder of its own. */
  readonly isRange: boolean;
  readonly out: string;
  readonly book: string | undefined;
  readonly adopt: boolean;
  readonly duplicates: CommandInput<'importBills'>['duplicates'];
  /** What the clock says, or what it was told to say. */
  readonly now: () => string;
}

/** Documents of a month, made after its results: answers the paths written. */
export type MakeDocuments = (open: OpenBook, period: Month, folder: string) => Promise<readonly string[]>;

/** Runs the months; answers the paths of all files written. Throws Refused with nothing written where a rule says no. */
export async function runMonths(
  options: MonthOptions,
  streams: Streams,
  makeDocuments?: MakeDocuments,
): Promise<readonly string[]> {
  const setup = readSetupFolder(options.setup);
  const work = mkdtempSync(join(options.book ? existingParent(resolve(options.book)) : tmpdir(), '.purser-month-'));
  try {
    const book = join(work, 'book');
    const results = join(work, 'out');
    if (options.book && existsSync(options.book)) cpSync(options.book, book, { recursive: true });
    await inBook(book, setup, options, (open) => months(open, setup, options, results, streams, makeDocuments));
    if (options.book) putBook(book, options.book);
    return moveResults(results, options);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The folder, or the nearest one above it that exists: work is done beside the book, so that it is moved in one step. */
function existingParent(path: string): string {
  let folder = dirname(path);
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}

async function inBook(
  folder: string,
  setup: SetupFolder,
  options: MonthOptions,
  work: (open: OpenBook) => Promise<void>,
): Promise<void> {
  const isNew = !existsSync(folder);
  const id = `month:${setup.name}`;
  if (isNew) makeBookFolder(folder, { id, name: setup.name });
  const opened = openBookFolder(folder, { holder: { holder: 'purser month', since: options.now() } });
  try {
    if (isNew) {
      const { name, nameZh, baseCurrency } = setup;
      await give(opened.open, options, 'createBook', { name, nameZh, baseCurrency }, id);
    }
    await work(opened.open);
  } finally {
    opened.close();
  }
}

async function give<N extends CommandName>(
  open: OpenBook,
  options: MonthOptions,
  name: N,
  input: CommandInput<N>,
  id: string,
): Promise<Done> {
  const answer = await open.execute({ name, input, id, by: 'purser month', desk: '', now: options.now() });
  if (!answer.done) throw new Refused(...answer.refusals);
  return answer;
}

async function months(
  open: OpenBook,
  setup: SetupFolder,
  options: MonthOptions,
  results: string,
  streams: Streams,
  makeDocuments: MakeDocuments | undefined,
): Promise<void> {
  const progress = new Progress(streams);
  const began = performance.now();
  const warnings: string[] = [];
  const enterUntil = async (period: Month): Promise<void> => {
    const done = await give(
      open,
      options,
      'importDirectory',
      { files: setup.files, until: formatMonth(period) },
      `directory:${open.book.seq}`,
    );
    warnings.push(...((done.result['warnings'] as readonly string[] | undefined) ?? []));
  };
  await enterUntil(options.from);
  await importBills(open, setup, options, progress);
  const seconds = { read: secondsSince(began) };
  const laterRows = laterFundsRows(setup, options.to);
  for (let period = options.from; period <= options.to; period = (period + 1) as Month) {
    const started = performance.now();
    if (period > options.from) await enterUntil(period);
    await give(
      open,
      options,
      'runCharges',
      { period: formatMonth(period), complete: true },
      `run:${formatMonth(period)}:${open.book.seq}`,
    );
    const folder = join(results, folderOf(options, period));
    writeTables(await resultTables(open, period), folder);
    const settled = secondsSince(started);
    const documents = makeDocuments ? await makeDocuments(open, period, folder) : [];
    const facts = {
      documents: documents.length,
      records: open.book.seq,
      head: open.head,
      seconds: { ...seconds, month: settled, documents: secondsSince(started) - settled },
      warnings: [...new Set(warnings)],
      laterRows,
    };
    writeFileSync(join(folder, 'report.json'), `${JSON.stringify(monthReport(open.book, period, facts), null, 2)}\n`);
    progress.say(
      `${formatMonth(period)}: ${open.book.runs.get(period)?.run.charges.length ?? 0} charges, ${documents.length} documents`,
    );
  }
}

async function importBills(
  open: OpenBook,
  setup: SetupFolder,
  options: MonthOptions,
  progress: Progress,
): Promise<void> {
  const input: CommandInput<'importBills'> = { paths: [...setup.bills], final: true, duplicates: options.duplicates };
  if (input.paths.length > 0) {
    const command = {
      name: 'importBills',
      input,
      id: `bills:${open.book.seq}`,
      by: 'purser month',
      desk: '',
      now: options.now(),
    } as const;
    const answer = await open.execute(command, {
      onProgress: ({ what, done, of }) => progress.going(`reading ${what}`, done, of),
    });
    if (!answer.done) throw new Refused(...answer.refusals);
  }
  if (options.adopt)
    await give(
      open,
      options,
      'resolveExceptions',
      { cause: 'unknown-owner', resolution: 'adopt' },
      `adopt:${open.book.seq}`,
    );
}

function secondsSince(began: number): number {
  return Math.round(performance.now() - began) / 1000;
}

function laterFundsRows(setup: SetupFolder, to: Month): number {
  const { tables } = readSetupTables(setup.files);
  const end = lastDay(to);
  return (tables.movements ?? []).filter((row) => (parseDay(row['date'] ?? '') ?? 0) > end).length;
}

function folderOf(options: MonthOptions, period: Month): string {
  return options.isRange ? formatMonth(period) : '';
}

function putBook(made: string, book: string): void {
  mkdirSync(dirname(resolve(book)), { recursive: true });
  const former = existsSync(book) ? `${resolve(book)}.former-${process.pid}` : undefined;
  if (former) renameSync(book, former);
  renameSync(made, book);
  if (former) rmSync(former, { recursive: true });
}

/** Puts the results into place, each replacing what a former run left under its name; answers the paths of the files. */
function moveResults(results: string, options: MonthOptions): readonly string[] {
  for (let period = options.from; period <= options.to; period = (period + 1) as Month) {
    const [made, place] = [join(results, folderOf(options, period)), join(options.out, folderOf(options, period))];
    mkdirSync(place, { recursive: true });
    for (const name of readdirSync(made)) {
      rmSync(join(place, name), { recursive: true, force: true });
      cpSync(join(made, name), join(place, name), { recursive: true });
    }
  }
  const entries = readdirSync(results, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => join(options.out, relative(results, file))).sort(compareText);
}

/** Reads `2026-10` or `2026-08..2026-10`; refuses anything else. */
export function parsePeriods(text: string): { readonly from: Month; readonly to: Month; readonly isRange: boolean } {
  const [first, last = first, ...more] = text.split('..');
  const [from, to] = [parseMonth(first ?? ''), parseMonth(last ?? '')];
  if (from !== undefined && to !== undefined && from <= to && more.length === 0 && to - from < 240)
    return { from, to, isRange: text.includes('..') };
  throw new Refused({
    code: 'badPeriod',
    rule: 'C1',
    what: `“${text}” is neither a month nor a range of months.`,
    unchanged: 'Nothing was read or written.',
    next: 'Give a month like 2026-10, or a range like 2026-08..2026-10.',
    where: { column: 'period', value: text },
  });
}
