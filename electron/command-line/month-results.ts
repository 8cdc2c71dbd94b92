// The results of a month as files (formats.md §2): tables as CSV, report.json. Numbers come from the reports alone.
import { standingImports } from '../../shared/book/standing-imports.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Month, formatMonth, lastDay } from '../../shared/calendar/day.ts';
import { formatMinor } from '../../shared/money/minor.ts';
import type { Book } from '../../shared/book/book.ts';
import { formatDecimal, parseDecimal, subtract } from '../../shared/money/decimal.ts';
import { balancesTable, lotsTable } from '../../shared/reports/balances.ts';
import { chargesTable, settledCharges } from '../../shared/reports/charges.ts';
import { duesTable } from '../../shared/reports/dues.ts';
import { findingsTable } from '../../shared/reports/findings.ts';
import { floatTable } from '../../shared/reports/float.ts';
import { invoiceableTable } from '../../shared/reports/invoiceable.ts';
import type { Table } from '../../shared/reports/table.ts';
import { gatherPeriod } from '../book/gather.ts';
import type { OpenBook } from '../book/open-book.ts';
import { csvText } from '../documents/csv.ts';

/** The seven result tables of a month that was run. */
export async function resultTables({ book, lines }: OpenBook, period: Month): Promise<readonly Table[]> {
  const { buckets = [] } = await gatherPeriod(book, lines, formatMonth(period), '');
  const day = lastDay(period);
  return [
    chargesTable(book, period),
    balancesTable(book, day),
    lotsTable(book, day),
    duesTable(book, period),
    floatTable(book, period),
    invoiceableTable(book, period),
    findingsTable(book, period, buckets),
  ];
}

/** Writes the tables into a folder; answers the paths. */
export function writeTables(tables: readonly Table[], folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return tables.map((table) => {
    const path = join(folder, `${table.name}.csv`);
    writeFileSync(path, csvText(table));
    return path;
  });
}

export interface ReportFacts {
  readonly documents: number;
  readonly records: number;
  readonly head: string;
  readonly seconds: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** Funds rows dated after the last month of the range, left for a later run. */
  readonly laterRows: number;
}

/** report.json of a month. */
export function monthReport(book: Book, period: Month, facts: ReportFacts): Readonly<Record<string, unknown>> {
  const imports = standingImports(book);
  const count = (of: (fact: (typeof imports)[number]) => number): number =>
    imports.reduce((sum, fact) => sum + of(fact), 0);
  return {
    period: formatMonth(period),
    book: book.title.name,
    lines: {
      read: count((fact) => fact.rows),
      kept: count((fact) => fact.kept),
      set_aside: count((fact) => fact.setAside.reduce((sum, one) => sum + one.rows, 0)),
      in_period: count((fact) =>
        fact.months.filter((one) => one.month === formatMonth(period)).reduce((sum, one) => sum + one.lines, 0),
      ),
    },
    totals: totalsOf(book, period),
    tie_out: imports.flatMap((fact) =>
      fact.sums.map(({ currency, inFile, kept }) => ({
        file: fact.name,
        sha256: fact.sha256,
        rows: fact.rows,
        currency,
        sum_in_file: inFile,
        sum_kept: kept,
        difference: formatDecimal(subtract(parseDecimal(inFile)!, parseDecimal(kept)!)),
      })),
    ),
    documents: facts.documents,
    ledger: { records: facts.records, head: facts.head },
    later_funds_rows: facts.laterRows,
    warnings: facts.warnings,
    seconds: facts.seconds,
  };
}

function totalsOf(book: Book, period: Month): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const totals: Record<string, Record<string, bigint>> = {};
  for (const charge of settledCharges(book, period)) {
    const { list, amount, setOff, voucher, gift, cash, credit } = charge;
    const sum = (totals[charge.currency] ??= {});
    for (const [name, part] of Object.entries({ list, amount, set_off: setOff, voucher, gift, cash, credit }))
      sum[name] = (sum[name] ?? 0n) + part;
  }
  return Object.fromEntries(
    Object.entries(totals).map(([currency, sum]) => [
      currency,
      Object.fromEntries(Object.entries(sum).map(([name, part]) => [name, formatMinor(part, currency)])),
    ]),
  );
}
