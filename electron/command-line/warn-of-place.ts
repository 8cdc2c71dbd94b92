// Warns on standard error where a book lies in a folder that a synchroniser or another computer may change: the call goes on.
import { exposureOf } from '../book/describe-book.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import type { Call } from './call.ts';
import type { Streams } from './streams.ts';

/** Where each call names its book: by the place of a word; `month` and `demo` name it by `--book`. */
const places: Readonly<Record<string, number>> = {
  do: 0,
  ask: 0,
  verify: 0,
  backup: 0,
  restore: 1,
  salvage: 1,
  export: 0,
};

/** Warns of the book that a call names, if it names one. */
export function warnOfPlace(name: string, { words, values }: Call, streams: Streams): void {
  const place = places[name];
  const folder = place === undefined ? values.book : words[place];
  if (folder === undefined || folder === '') return;
  const { by, conflictCopies } = exposureOf(nodeDisk, folder);
  if (by !== '')
    streams.error(
      `Warning: ${folder} is kept by ${by}, which may change files while the book is open; keep the book on this computer and backups there.\n`,
    );
  if (conflictCopies.length > 0)
    streams.error(
      `Warning: ${folder}/journal holds copies that a conflict has left (${conflictCopies.join(', ')}): two computers have written.\n`,
    );
}
