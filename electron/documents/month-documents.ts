// The documents of a month that was run, as PDFs in a folder for each kind: drafts, and the month brief in both languages.
// Nothing is issued.
import { importsIn } from '../../shared/book/standing-imports.ts';
import { join } from 'node:path';
import { type Day, type Month, formatMonth, parseDay } from '../../shared/calendar/day.ts';
import { asCharged } from '../../shared/book/exceptions.ts';
import { monthDrafts } from '../../shared/reports/document-facts/month-drafts.ts';
import { type MonthWork, sourcesOf } from '../../shared/reports/document-facts/month-work.ts';
import type { Bucket } from '../../shared/rules/bill.ts';
import { workOf } from '../../shared/rules/charge.ts';
import { ask } from '../book/ask.ts';
import type { OpenBook } from '../book/open-book.ts';
import type { Printer } from './printer.ts';
import { documentFolder } from './save.ts';
import { verificationCode } from './verification.ts';

export interface MonthDocumentsOptions {
  readonly folder: string;
  readonly printer: Printer;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** Prints and saves every document of the month; answers the paths. */
export async function makeMonthDocuments(
  open: OpenBook,
  period: Month,
  { folder, printer, now }: MonthDocumentsOptions,
): Promise<readonly string[]> {
  const folders = ['consolidated', 'invoices', 'statements', 'brief'] as const;
  const saving = new Map(folders.map((name) => [name, documentFolder(join(folder, name))]));
  const work = await monthWork(open, period);
  const making = {
    issued: parseDay(now.slice(0, 10)) as Day,
    printedAt: `${now.slice(0, 16).replace('T', ' ')} UTC`,
    work: () => work,
    verification: verificationCode,
  };
  const paths: string[] = [];
  for (const draft of monthDrafts(open.book, period)) {
    const { entity, kind: type, number } = draft;
    const bytes = await printer.print(draft.make(making));
    paths.push(await saving.get(draft.folder)!.save({ entity, type, number, period: formatMonth(period) }, bytes));
  }
  for (const language of ['en', 'zh'] as const) {
    const input = { period: formatMonth(period), language, printedAt: making.printedAt };
    const bytes = await printer.print(await ask(open, 'monthBrief', input, ''));
    const parts = { entity: open.book.title.name, type: 'month-brief', number: language, period: input.period };
    paths.push(await saving.get('brief')!.save(parts, bytes));
  }
  return paths;
}

/** The work of the month's lines, and the bill files that each owner's lines come from. */
async function monthWork(open: OpenBook, period: Month): Promise<MonthWork> {
  const { book, lines: stored } = open;
  const charged = asCharged(book);
  const lines: (readonly [Bucket, string])[] = [];
  for (const fact of importsIn(book, period)) {
    const ofMonth = [...(await stored.of(fact)).buckets].filter(({ month }) => month === period);
    for (const bucket of ofMonth.flatMap(charged)) lines.push([bucket, fact.name]);
  }
  const works = workOf(
    book.structure,
    lines.map(([bucket]) => bucket),
  );
  return { works, sources: sourcesOf(lines) };
}
