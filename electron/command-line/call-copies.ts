// `purser backup`, `purser restore` and `purser salvage`: whole copies of a book, made and brought back.
import { existsSync } from 'node:fs';
import { emptyBook } from '../../shared/book/book.ts';
import { enterRecord } from '../book/book-folder.ts';
import { backUp } from '../ledger/backup.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { restoreBook } from '../ledger/restore.ts';
import { salvageBook } from '../ledger/salvage.ts';
import { type Call, wordOf } from './call.ts';
import { type ExitStatus, UsageError } from './failure.ts';
import type { Streams } from './streams.ts';

export async function callCopy(
  name: 'backup' | 'restore' | 'salvage',
  call: Call,
  streams: Streams,
): Promise<ExitStatus> {
  const [from, to] = [wordOf(call, 0, 'where to copy from'), wordOf(call, 1, 'where to copy to')];
  if (!existsSync(from)) throw new UsageError(`There is nothing at ${from}.`);
  const book = emptyBook();
  const made =
    name === 'backup'
      ? await backUp(nodeDisk, from, to, call.now())
      : name === 'restore'
        ? await restoreBook(nodeDisk, from, to, call.now())
        : salvageBook(nodeDisk, from, to, (record) => enterRecord(book, record));
  streams.out(`${JSON.stringify(made)}\n`);
  return 0;
}
