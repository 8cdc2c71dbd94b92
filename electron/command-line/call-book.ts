// What calls on a book share: opening it, its desk, and the input of a command or query.
import { existsSync, readFileSync } from 'node:fs';
import type { Desk } from '../../shared/book/desk.ts';
import type { Read } from '../../shared/contract/read-input.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { type OpenedBook, openBookFolder } from '../book/book-folder.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import type { Call } from './call.ts';
import { UsageError } from './failure.ts';

/** `--desk`, or the book desk. */
export function deskOf(call: Call): Desk {
  const desk = call.values.desk ?? '';
  if (desk !== '' && !/^[a-z]+:.+$/.test(desk)) throw new UsageError(`--desk reads “${desk}”; give provider:id.`);
  return desk as Desk;
}

/** The JSON of `--input`: itself, a file that holds it, or standard input; none is the empty input. */
export function readInput(stated: string | undefined): unknown {
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

/** The input that was read; its refusals are thrown. */
export function accepted<Input>(read: Read<Input>): Input {
  if (!read.ok) throw new Refused(...read.refusals);
  return read.input;
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

/** Opens a book for writing; refuses where another program has it, or where nobody can write it. */
export function openForWriting(
  folder: string,
  holder: { readonly holder: string; readonly since: string },
): OpenedBook {
  const opened = openExisting(folder, holder);
  try {
    if (opened.writtenBy) opened.open.journal.assertWritable();
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}
