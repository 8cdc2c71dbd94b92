// Writes the bill files of the sample, line by line, and tallies what they come to. Memory does not grow with the lines.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Month, firstDay, formatMonth, lastDay } from '../../shared/calendar/day.ts';
import { type FocusVersion, focusHeader, focusRow } from './focus-bill.ts';
import { type LineMaker, type SampleLine, makeLine } from './line.ts';
import { type Planted, plantLines, repeatedLines } from './planted.ts';
import type { Random } from './random.ts';
import type { BillFormat, Size } from './sizes.ts';
import type { SampleAccount, SampleFamily } from './structure.ts';
import type { Tally } from './tally.ts';
import { tencentHeader, tencentRow } from './tencent-bill.ts';

const chunkSize = 1 << 20;

function headerOf(format: BillFormat): string {
  if (format === 'tencent-en' || format === 'tencent-zh') return tencentHeader(format === 'tencent-en' ? 'en' : 'zh');
  return focusHeader(format.slice('focus-'.length) as FocusVersion);
}

function writerOf(format: BillFormat): (line: SampleLine) => string {
  if (format === 'tencent-en') return (line) => tencentRow(line, 'en');
  if (format === 'tencent-zh') return (line) => tencentRow(line, 'zh');
  const version = format.slice('focus-'.length) as FocusVersion;
  return (line) => focusRow(line, version);
}

/** Writes one bill file and hands each of its lines to `seen`. */
function writeBill(
  path: string,
  format: BillFormat,
  lines: Iterable<SampleLine>,
  seen: (line: SampleLine) => void,
): void {
  const [file, rowOf] = [openSync(path, 'w'), writerOf(format)];
  try {
    let chunk = headerOf(format);
    for (const line of lines) {
      seen(line);
      chunk += rowOf(line);
      if (chunk.length < chunkSize) continue;
      writeSync(file, chunk);
      chunk = '';
    }
    writeSync(file, chunk);
  } finally {
    closeSync(file);
  }
}

export interface BillsPlan {
  readonly size: Size;
  readonly families: readonly SampleFamily[];
  readonly random: Random;
  readonly price: LineMaker['price'];
  /** A number of no account of the book. */
  readonly unknownId: () => string;
  readonly tally: Tally;
}

/** What one family's files of one month are made of. */
interface FamilyMonth {
  readonly family: SampleFamily;
  readonly month: Month;
  readonly files: readonly BillFormat[];
  readonly lines: number;
  readonly plants: boolean;
}

function billed(account: SampleAccount, month: Month): boolean {
  const [opened, closed] = [account.opened, account.closed];
  return (opened === null || opened <= firstDay(month)) && (closed === null || closed >= lastDay(month));
}

function* linesOf(maker: LineMaker, accounts: readonly SampleAccount[], count: number, month: Month) {
  for (const [index, account] of accounts.entries()) {
    if (!billed(account, month)) continue;
    const lines = Math.floor(((index + 1) * count) / accounts.length) - Math.floor((index * count) / accounts.length);
    const own = { ...maker, random: maker.random.fork(account.id) };
    for (let line = 0; line < lines; line++) yield makeLine(own, account);
  }
}

function writeFamilyMonth(plan: BillsPlan, folder: string, part: FamilyMonth): Planted[] {
  const { family, files, month } = part;
  const random = plan.random.fork(`${family.head.id}/${formatMonth(month)}`);
  const maker: LineMaker = { random, month, price: plan.price, variancePerThousand: plan.size.variancePerThousand };
  const planted = part.plants ? plantLines(maker, family, plan.unknownId) : { lines: [], planted: [] };
  const all = [...planted.planted];
  let before: readonly SampleLine[] = [];
  for (const [index, format] of files.entries()) {
    const accounts = family.accounts.filter((_, place) => place % files.length === index);
    const count =
      Math.floor(((index + 1) * part.lines) / files.length) - Math.floor((index * part.lines) / files.length);
    const letter = files.length > 1 ? `-${'abcdefgh'[index]}` : '';
    const name = `${family.head.name}-${formatMonth(month)}${letter}.csv`;
    const repeats = part.plants && index % 2 === 1 ? before.slice(0, repeatedLines[index >> 1]) : [];
    if (repeats.length > 0)
      all.push({ kind: index === 1 ? 'overlap' : 'few-shared-lines', about: name, lines: repeats.length });
    const extra = index === 0 ? planted.lines : [];
    const written: SampleLine[] = [];
    const lines = chain(linesOf(maker, accounts, count, month), extra, repeats);
    writeBill(join(folder, formatMonth(month), name), format, lines, (line) => {
      plan.tally.add(line);
      if (part.plants && written.length < repeatedLines[0]) written.push(line);
    });
    before = written;
  }
  return all;
}

function* chain(...parts: readonly Iterable<SampleLine>[]): Generator<SampleLine> {
  for (const part of parts) yield* part;
}

/** Writes the bills into a folder per month under `folder` and answers what was planted in them. */
export function writeBills(plan: BillsPlan, folder: string): Planted[] {
  const { size, families } = plan;
  const accounts = families.reduce((sum, family) => sum + family.accounts.length, 0);
  const last = size.months.at(-1)!;
  return size.months.flatMap((month) => {
    mkdirSync(join(folder, formatMonth(month)), { recursive: true });
    let [accountsDone, linesDone] = [0, 0];
    return families.flatMap((family, index) => {
      const { files, lastFiles } = size.families[index]!;
      accountsDone += family.accounts.length;
      const lines = Math.floor((size.lines * accountsDone) / accounts) - linesDone;
      linesDone += lines;
      const chosen = month === last ? (lastFiles ?? files) : files;
      const plants = size.eventful && month === last && index === 0;
      return writeFamilyMonth(plan, folder, { family, month, files: chosen, lines, plants });
    });
  });
}
