// `purser do` and `purser ask`: one command or one query of the contract on a book; answers are JSON.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { z } from 'zod';
import type { Desk } from '../../shared/book/desk.ts';
import { type CommandName, commands, isCommandName } from '../../shared/contract/commands.ts';
import { isQueryName, queries } from '../../shared/contract/queries.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { ask } from '../book/ask.ts';
import { type OpenedBook, makeBookFolder, openBookFolder } from '../book/book-folder.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { type Call, wordOf } from './command-line.ts';
import { type ExitStatus, UsageError } from './failure.ts';
import { Progress, type Streams } from './streams.ts';

export async function callDo(call: Call, streams: Streams): Promise<ExitStatus> {
  const [folder, name] = [wordOf(call, 0, 'the book'), wordOf(call, 1, 'the command')];
  if (!isCommandName(name)) throw new UsageError(`There is no command “${name}”; \`purser commands\` lists them.`);
  const input = checked(commands[name], name, readInput(call.values.input)) as never;
  const by = call.values.by ?? userInfo().username;
  const id = call.values.key ?? randomUUID();
  if (name === 'createBook') makeForNew(folder, input, id);
  const opened = openForWriting(folder, { holder: by, since: call.now() });
  try {
    const progress = new Progress(streams);
    const dryRun = call.values['dry-run'] ?? false;
    const command = { name: name as CommandName, input, id, by, desk: deskOf(call), now: call.now(), dryRun };
    const answer = await opened.open.execute(command, {
      onProgress: ({ what, done, of }) => progress.going(what, done, of),
    });
    if (!answer.done) throw new Refused(...answer.refusals);
    streams.out(`${JSON.stringify(answer)}\n`);
    return 0;
  } finally {
    opened.close();
  }
}

export async function callAsk(call: Call, streams: Streams): Promise<ExitStatus> {
  const [folder, name] = [wordOf(call, 0, 'the book'), wordOf(call, 1, 'the query')];
  if (!isQueryName(name)) throw new UsageError(`There is no query “${name}”; \`purser commands\` lists them.`);
  const input = checked(queries[name], name, readInput(call.values.input)) as never;
  const opened = openExisting(folder);
  try {
    streams.out(`${JSON.stringify(await ask(opened.open, name, input, deskOf(call)))}\n`);
    return 0;
  } finally {
    opened.close();
  }
}

function deskOf(call: Call): Desk {
  const desk = call.values.desk ?? '';
  if (desk !== '' && !/^[a-z]+:.+$/.test(desk)) throw new UsageError(`--desk reads “${desk}”; give provider:id.`);
  return desk as Desk;
}

/** The JSON of `--input`: itself, a file that holds it, or standard input; none is the empty input. */
function readInput(stated: string | undefined): unknown {
  if (stated === undefined) return {};
  const text = stated === '-' ? readFileSync(0, 'utf8') : /^\s*[[{]/.test(stated) ? stated : readInputFile(stated);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--input is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readInputFile(path: string): string {
  if (!existsSync(path)) throw new UsageError(`--input names no file: ${path}`);
  return readFileSync(path, 'utf8');
}

/** The input as its schema reads it; what does not fit is refused with the place in the input. */
function checked(schema: z.ZodType, name: string, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Refused(
    ...result.error.issues.map((issue) => ({
      code: 'badInput',
      rule: 'S1',
      what: `The input of ${name} does not fit: ${issue.path.join('.') || 'the whole'}: ${issue.message}.`,
      unchanged: 'Nothing was changed.',
      next: 'Correct the input; `purser commands` shows its schema.',
      where: { column: issue.path.join('.') },
    })),
  );
}

function makeForNew(folder: string, input: { readonly name: string }, id: string): void {
  if (!existsSync(folder)) makeBookFolder(folder, { id, name: input.name });
}

/** Opens a book that is there; says so plainly where none is. */
export function openExisting(folder: string, holder?: { readonly holder: string; readonly since: string }): OpenedBook {
  if (!existsSync(`${folder}/journal`))
    throw new LedgerError({
      code: 'noBook',
      what: `There is no book in ${folder}.`,
      unchanged: 'Nothing was changed.',
      next: 'Name the folder of a book, or make one with createBook.',
    });
  return openBookFolder(folder, { holder });
}

function openForWriting(folder: string, holder: { readonly holder: string; readonly since: string }): OpenedBook {
  const opened = openExisting(folder, holder);
  if (!opened.writtenBy) return opened;
  opened.close();
  throw new LedgerError({
    code: 'bookInUse',
    what: `The book is open for writing by ${opened.writtenBy.holder} since ${opened.writtenBy.since}.`,
    unchanged: 'Nothing was changed.',
    next: 'Close it there, then call again.',
  });
}
