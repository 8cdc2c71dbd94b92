// `purser month` and `purser demo`: the months, their results and their documents.
import { resolve } from 'node:path';
import { makeMonthDocuments } from '../documents/month-documents.ts';
import { type Call, type CommandLineOptions, duplicatesOf, wordOf } from './call.ts';
import type { ExitStatus } from './failure.ts';
import { UsageError } from './failure.ts';
import { type MonthOptions, parsePeriods, runMonths } from './month.ts';

export async function callMonth(call: Call, options: CommandLineOptions): Promise<ExitStatus> {
  const setup = wordOf(call, 0, 'the setup folder');
  if (call.values.period === undefined) throw new UsageError('The call lacks --period.');
  const months = {
    setup,
    ...parsePeriods(call.values.period),
    out: call.values.out ?? './purser-out',
    book: call.values.book,
    adopt: call.values.adopt ?? false,
    duplicates: duplicatesOf(call),
    now: call.now,
  };
  const files = await monthsWithDocuments(months, call, options);
  for (const file of files) options.streams.out(`${file}\n`);
  return 0;
}

export async function callDemo(call: Call, options: CommandLineOptions): Promise<ExitStatus> {
  const months = {
    setup: options.sampleGroup,
    ...parsePeriods('2026-08..2026-10'),
    out: call.values.out ?? './purser-out',
    book: call.values.book,
    adopt: false,
    duplicates: undefined,
    now: call.now,
  };
  const files = await monthsWithDocuments(months, call, options);
  options.streams.out(`Made ${files.length} files in ${resolve(months.out)}:\n`);
  for (const file of files) options.streams.out(`  ${file}\n`);
  return 0;
}

async function monthsWithDocuments(
  months: MonthOptions,
  call: Call,
  { streams, openPrinter }: CommandLineOptions,
): Promise<readonly string[]> {
  if (call.values['no-documents'] || !openPrinter) {
    if (!call.values['no-documents']) streams.error('No window to print in: documents are not made.\n');
    return runMonths(months, streams);
  }
  const printer = openPrinter();
  try {
    return await runMonths(months, streams, (open, period, folder) =>
      makeMonthDocuments(open, period, { folder, printer, now: call.now() }),
    );
  } finally {
    printer.close();
  }
}
