// `purser backup`, `purser restore` and `purser salvage`: whole copies of a book, made and brought back.
import { existsSync } from 'node:fs';
import { emptyBook } from '../../shared/book/book.ts';
import { enterAnew } from '../book/book-folder.ts';
import { backUp } from '../ledger/backup.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { restoreBook } from '../ledger/restore.ts';
import { type SalvageReport, salvageBook } from '../ledger/salvage.ts';
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
        : withoutBytes(salvageBook(nodeDisk, from, to, (record) => enterAnew(book, record)));
  streams.out(`${JSON.stringify(made)}\n`);
  return 0;
}

/** The report with the places of the lines that were left; their bytes stand in `salvage.json` alone. */
function withoutBytes(report: SalvageReport): object {
  return { ...report, left: report.left.map(({ segment, line, what }) => ({ segment, line, what })) };
}
