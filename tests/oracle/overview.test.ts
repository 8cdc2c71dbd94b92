// The overview's figures of a sample group against sums over its expected tables, month by month: what each month says,
// what it says of the month before, and the change.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Month, formatMonth, parseMonth } from '../../shared/calendar/day.ts';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import { figureNames } from '../../shared/reports/overview-figures.ts';
import type { Overview } from '../../shared/reports/overview.ts';
import { ask } from '../../electron/book/ask.ts';
import { type OpenedBook, openBookFolder } from '../../electron/book/book-folder.ts';
import { makeMonthDocuments } from '../../electron/documents/month-documents.ts';
import type { Printer } from '../../electron/documents/printer.ts';
import { runMonths } from '../../electron/command-line/month.ts';
import { copied, copies } from './groups.ts';

const silent = { out: () => undefined, error: () => undefined, isTerminal: false };
type Row = Readonly<Record<string, string>>;
type Sum = (tables: (name: string) => readonly Row[], currency: string) => bigint;

/** Amounts of these groups have two decimals. */
const cents = (text = ''): bigint => BigInt(text.replace('.', ''));
const summed = (rows: readonly Row[], currency: string, of: (row: Row) => bigint): bigint =>
  rows.filter((row) => row['currency'] === currency).reduce((sum, row) => sum + of(row), 0n);

/** How each figure is found in the expected tables; lots there do not say which allocation they came by. */
const sums: Readonly<Record<'charges' | 'paidOnBehalf' | 'balance' | 'unissuedInvoices' | 'intercompany', Sum>> = {
  charges: (table, currency) => summed(table('charges'), currency, (row) => cents(row['amount'])),
  paidOnBehalf: (table, currency) =>
    summed(
      table('charges').filter((row) => row['payer'] !== row['owner']),
      currency,
      (row) => cents(row['amount']),
    ),
  balance: (table, currency) =>
    summed(table('balances'), currency, (row) => cents(row['cash']) + cents(row['gift']) - cents(row['owed'])),
  unissuedInvoices: (table, currency) => summed(table('invoiceable'), currency, (row) => cents(row['amount'])),
  intercompany: (table, currency) => summed(table('dues'), currency, (row) => cents(row['closing'])),
};

function tablesOf(group: string, period: string): Parameters<Sum>[0] {
  return (name) => {
    const text = readFileSync(join(copies, group, 'expected', period, `${name}.csv`), 'utf8');
    const [headings = [], ...rows] = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    return rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));
  };
}

describe.each(copied)('$name', (group) => {
  const work = mkdtempSync(join(tmpdir(), 'purser-overview-'));
  const [from, to] = [parseMonth(group.from)!, parseMonth(group.to)!];
  let opened: OpenedBook;
  beforeAll(async () => {
    const book = join(work, 'book');
    const options = { setup: join(copies, group.name), from, to, isRange: true, out: join(work, 'out'), book };
    const given = { adopt: group.adopt, duplicates: 'keep', now: () => '2026-11-03T09:00:00Z' } as const;
    await runMonths({ ...options, ...given }, silent);
    opened = openBookFolder(book);
  });
  afterAll(() => {
    opened.close();
    rmSync(work, { recursive: true });
  });

  const overviewOf = (period: string): Promise<Overview> => ask(opened.open, 'overview', { period }, '');

  test('figures are the sums of the expected tables, their changes the differences of two months', async () => {
    let compared = 0;
    for (let month = from; month <= to; month = (month + 1) as Month) {
      const period = formatMonth(month);
      const tables = tablesOf(group.name, period);
      const before = month > from ? tablesOf(group.name, formatMonth((month - 1) as Month)) : undefined;
      for (const row of (await overviewOf(period)).figures)
        for (const [name, sum] of Object.entries(sums)) {
          const now = sum(tables, row.id);
          expect([period, row.id, name, cents(row[name])]).toEqual([period, row.id, name, now]);
          if (!before) continue;
          const earlier = sum(before, row.id);
          expect([name, cents(row[`${name}Previous`]), cents(row[`${name}Delta`])]).toEqual([
            name,
            earlier,
            now - earlier,
          ]);
          compared += Number(now !== 0n);
        }
    }
    expect(compared).toBeGreaterThan(10);
  });

  test('changes by entity and product lead from the month before to this one', async () => {
    const { figures, movers } = await overviewOf(group.to);
    const [base] = figures;
    expect(movers.currency).toBe(base!.id);
    expect(movers.rows).toHaveLength(8);
    const deltas = [...movers.rows, ...(movers.others ? [movers.others] : [])].map((row) => cents(row['delta']));
    expect(deltas.reduce((sum, delta) => sum + delta, 0n)).toBe(cents(base!['chargesDelta']));
    const sizes = movers.rows.map((row) => cents(row['delta']!.replace('-', '')));
    expect([...sizes].sort((left, right) => (left < right ? 1 : -1))).toEqual(sizes);
  });

  test('what is left to do counts the requests and dues of the expected tables', async () => {
    const tables = tablesOf(group.name, group.to);
    const { work } = await overviewOf(group.to);
    const countOf = (task: string): number => work.find((item) => item.task === task)?.count ?? 0;
    expect(countOf('request-invoices')).toBe(tables('invoiceable').length);
    expect(countOf('settle-dues')).toBe(tables('dues').filter((row) => cents(row['closing']) !== 0n).length);
  });

  test('the documents of a month hold its brief, one page in each language', async () => {
    const kept: PrintableDocument[] = [];
    const printer: Printer = {
      print: (printable) => Promise.resolve(new Uint8Array(kept.push(printable))),
      printOnPaper: () => Promise.resolve(false),
      close: () => undefined,
    };
    const making = { folder: join(work, 'papers'), printer, now: '2026-11-03T09:00:00Z' };
    const paths = await makeMonthDocuments(opened.open, to, making);
    expect(paths.filter((path) => /month-brief_(en|zh)_/.test(path))).toHaveLength(2);
    const briefs = kept.filter(({ kind }) => kind === 'month-brief');
    expect(briefs.map(({ language, pages }) => [language, pages.length])).toEqual([
      ['en', 1],
      ['zh', 1],
    ]);
  });

  test('every row has every figure, what it was, and its change', async () => {
    for (const row of (await overviewOf(group.to)).figures)
      for (const name of figureNames)
        expect(cents(row[name]) - cents(row[`${name}Previous`])).toBe(cents(row[`${name}Delta`]));
  });
});
