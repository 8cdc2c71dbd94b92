// `purser verify`: the whole book checked, and the first thing that does not hold named with its place.
import { existsSync } from 'node:fs';
import { verifyBook } from '../book/verify-book.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { type Call, wordOf } from './call.ts';
import { type ExitStatus, UsageError } from './failure.ts';
import { Progress, type Streams } from './streams.ts';

export function callVerify(call: Call, streams: Streams): ExitStatus {
  const folder = wordOf(call, 0, 'the book');
  const { anchor } = call.values;
  if (!existsSync(`${folder}/journal`)) throw new UsageError(`There is no book in ${folder}.`);
  if (anchor !== undefined && !/^[0-9a-f]{64}$/.test(anchor))
    throw new UsageError('--anchor takes a head of 64 hexadecimal digits.');
  const began = performance.now();
  const progress = new Progress(streams);
  const { journal, checked, differences } = verifyBook(folder, {
    anchor,
    onProgress: (done, of) => progress.going('verifying', done, of),
  });
  const seconds = Math.round(performance.now() - began) / 1000;
  const { records, head, failure, anchoredAt } = journal;
  const unproven =
    anchor === undefined
      ? ['that no records were cut off at the end or the whole journal forged: give a head noted earlier with --anchor']
      : [];
  const holds = !failure && differences.length === 0;
  streams.out(
    `${JSON.stringify({ holds, records, head, checked, anchoredAt, unproven, failure, differences, seconds })}\n`,
  );
  if (holds) return 0;
  throw new LedgerError({
    code: 'bookDamaged',
    what: failure
      ? `Record ${records + 1} does not hold: ${failure.what}.`
      : `The state and the postings differ: ${differences[0]}.`,
    unchanged: 'Verifying changes nothing.',
    next: 'Restore a backup, or salvage the undamaged records into a new book.',
    where: failure ? { file: `journal/${failure.segment}.jsonl`, row: failure.line } : undefined,
  });
}
