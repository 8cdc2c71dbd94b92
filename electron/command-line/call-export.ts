// `purser export`: the journal as an hledger file, or a month's result tables as CSV.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText } from '../documents/csv.ts';
import { hledgerText } from '../documents/hledger.ts';
import { type Call, wordOf } from './call.ts';
import { openExisting } from './call-book.ts';
import { type ExitStatus, UsageError } from './failure.ts';
import { parsePeriods } from './month.ts';
import { formatMonth } from '../../shared/calendar/day.ts';
import { resultTables } from './month-results.ts';
import type { Streams } from './streams.ts';

export async function callExport(call: Call, streams: Streams): Promise<ExitStatus> {
  const [folder, format] = [wordOf(call, 0, 'the book'), wordOf(call, 1, 'the format')];
  const { out } = call.values;
  if (out === undefined) throw new UsageError('The call lacks --out.');
  const opened = openExisting(folder);
  try {
    if (format === 'hledger') {
      writeFileSync(out, [...hledgerText(opened.open.records())].join(''));
      streams.out(`${out}\n`);
      return 0;
    }
    if (format !== 'csv') throw new UsageError(`There is no export “${format}”; give hledger or csv.`);
    const periods =
      call.values.period === undefined ? [...opened.open.book.runs.keys()] : [parsePeriods(call.values.period).from];
    for (const period of periods.sort((left, right) => left - right)) {
      for (const table of await resultTables(opened.open, period)) {
        mkdirSync(out, { recursive: true });
        const path = join(out, `${table.name}-${formatMonth(period)}.csv`);
        writeFileSync(path, csvText(table, { bom: call.values.bom ?? false }));
        streams.out(`${path}\n`);
      }
    }
    return 0;
  } finally {
    opened.close();
  }
}
