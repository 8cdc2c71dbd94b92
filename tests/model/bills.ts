// Reads the bill files of a setup folder as exact lines (formats.md §3). Looks at nothing but the files and the book's facts.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, unzipSync } from 'fflate';
import { dayOf, keyOf } from './order.ts';
import type { Rational } from './rational.ts';
import { readCells } from './table.ts';
import { amountOf, focusProvider, instantOf, monthOf, tencentCategory, writtenTime } from './cells.ts';
import { columnName, focusColumns, focusRequired, tencentColumns } from './columns.ts';
import type { Setup } from './setup.ts';

/** What one bill line says, exactly; `undefined` = the file does not say. */
export interface Line {
  provider: string;
  period: string;
  vendorPayer: string;
  owner: string;
  product: string;
  category: string;
  currency: string;
  /** The instant of the start: milliseconds since 1970 UTC. */
  start: number;
  /** The start as the file writes it, zone left out (B5). */
  writtenStart: string;
  /** The day that decides whose offers price the line (P6). */
  startDay: string;
  /** The day that decides who pays the line (P6). */
  endDay: string;
  quantity: Rational | undefined;
  listUnitPrice: Rational | undefined;
  list: Rational | undefined;
  billed: Rational;
  effective: Rational | undefined;
  covered: boolean;
}

type Cell = (field: string) => string;

/** All lines of all files under `bills/`, each file's content once (B3). */
export function readBills(setup: Setup): Line[] {
  const seen = new Set<string>();
  const lines: Line[] = [];
  for (const path of filesUnder(join(setup.folder, 'bills'))) {
    const bytes = readFileSync(path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (seen.has(hash)) continue;
    seen.add(hash);
    for (const text of textsOf(path, bytes)) lines.push(...linesOf(setup, text));
  }
  return lines;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]));
}

function textsOf(path: string, bytes: Uint8Array): string[] {
  if (path.endsWith('.gz')) return [decoded(gunzipSync(bytes))];
  if (path.endsWith('.zip'))
    return Object.values(unzipSync(bytes))
      .filter((entry) => entry.length > 0)
      .map(decoded);
  return [decoded(bytes)];
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

function linesOf(setup: Setup, text: string): Line[] {
  const [header, ...rows] = readCells(text) as [string[], ...string[][]];
  const names = header.map(columnName);
  const isFocus = focusRequired.every((name) => names.includes(columnName(name)));
  const columns = isFocus ? focusColumns : tencentColumns;
  const places = new Map(
    Object.entries(columns).map(([field, spellings]) => [
      field,
      spellings.map((spelling) => names.indexOf(columnName(spelling))).find((place) => place >= 0),
    ]),
  );
  const read = isFocus ? focusLine : tencentLines;
  return rows.flatMap((row) => {
    const cell: Cell = (field) => {
      const place = places.get(field);
      const value = place === undefined ? '' : row[place]!.trim();
      return /^(null|-|n\/a)$/i.test(value) ? '' : value;
    };
    return read(setup, cell);
  });
}

function focusLine(setup: Setup, cell: Cell): Line[] {
  const provider = focusProvider(cell('provider'));
  const category = cell('category');
  const start = instantOf(cell('start'), 0)!;
  return [
    {
      provider,
      period: cell('month').slice(0, 7),
      vendorPayer: cell('payer'),
      owner: cell('owner') || cell('payer'),
      product: cell('product'),
      category,
      currency: cell('currency'),
      start,
      writtenStart: writtenTime(cell('start')),
      ...decidingDays(setup, provider, category, start, instantOf(cell('end'), 0), undefined),
      quantity: amountOf(cell('quantity')),
      listUnitPrice: amountOf(cell('unitPrice')),
      list: amountOf(cell('list')),
      billed: amountOf(cell('billed'))!,
      effective: amountOf(cell('effective')),
      covered: cell('commitment') === 'Used',
    },
  ];
}

function tencentLines(setup: Setup, cell: Cell): Line[] {
  const provider = 'tencent';
  const category = tencentCategory(cell('resource'), cell('transactionType'));
  const moment = instantOf(cell('transactionTime'), 8);
  const start = (instantOf(cell('start'), 8) ?? moment)!;
  const owner = cell('owner');
  const payer = cell('payer');
  const known = setup.accounts.get(keyOf(provider, owner)) ?? setup.accounts.get(keyOf(provider, payer));
  const line: Line = {
    provider,
    period: monthOf(cell('month')) ?? dayOf(moment!, 8).slice(0, 7),
    vendorPayer: payer,
    owner,
    product: cell('productCode') || cell('product'),
    category,
    currency: cell('currency') || known!.currency,
    start,
    writtenStart: writtenTime(cell('start') || cell('transactionTime')),
    ...decidingDays(setup, provider, category, start, instantOf(cell('end'), 8), moment),
    quantity: amountOf(cell('quantity')),
    listUnitPrice: amountOf(cell('unitPrice')),
    list: amountOf(cell('list')),
    billed: amountOf(cell('billed'))!,
    effective: undefined,
    covered: false,
  };
  const tax = amountOf(cell('tax'));
  if (!tax || tax.sign() === 0) return [line];
  const priceless = { quantity: undefined, listUnitPrice: undefined, list: undefined };
  return [line, { ...line, ...priceless, category: 'Tax', billed: tax }];
}

// P6: the end is exclusive; what is no usage over time has one instant for both days.
function decidingDays(
  setup: Setup,
  provider: string,
  category: string,
  start: number,
  end: number | undefined,
  moment: number | undefined,
): { startDay: string; endDay: string } {
  const { offsetHours } = setup.policies.get(provider)!;
  if (['Purchase', 'Refund', 'Adjustment', 'Credit', 'Rounding'].includes(category)) {
    const day = dayOf(moment ?? start, offsetHours);
    return { startDay: day, endDay: day };
  }
  const last = end !== undefined && end > start ? end - 1 : start;
  return { startDay: dayOf(start, offsetHours), endDay: dayOf(last, offsetHours) };
}
