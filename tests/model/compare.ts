// Compares result tables cell by cell by their named columns. Says what differs and never what is right.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodePoint, keyOf } from './order.ts';
import { readTable } from './table.ts';
import type { Row } from './table.ts';

/** One cell, or one whole row (`column` = `(row)`), that is not as expected. */
export interface Difference {
  file: string;
  key: string;
  column: string;
  expected: string;
  actual: string;
}

interface Shape {
  identity: string[];
  columns: string[];
  /** Only these rows are compared; all where absent. */
  only?: (row: Row) => boolean;
}

/** The tables that are compared: what tells rows apart, and the columns that must agree. */
export const shapes: Record<string, Shape> = {
  'charges.csv': {
    identity: ['period', 'provider', 'payer', 'owner', 'entity', 'product', 'category', 'currency'],
    columns: ['list', 'amount', 'set_off', 'voucher', 'gift', 'cash', 'credit'],
  },
  'balances.csv': {
    identity: ['provider', 'account'],
    columns: ['entity', 'currency', 'cash', 'frozen', 'gift', 'voucher', 'credit_limit', 'owed', 'available', 'status'],
  },
  'lots.csv': { identity: ['provider', 'account', 'origin', 'currency'], columns: ['remaining'] },
  'dues.csv': {
    identity: ['creditor', 'debtor', 'currency'],
    columns: ['opening', 'charges', 'payments', 'closing'],
  },
  'float.csv': {
    identity: ['origin', 'holder', 'currency'],
    columns: ['opening', 'received', 'returned', 'spent', 'closing'],
  },
  'invoiceable.csv': { identity: ['provider', 'account', 'currency'], columns: ['entity', 'amount'] },
  'findings.csv': {
    identity: ['kind', 'provider', 'account', 'product', 'currency'],
    columns: ['amount'],
    only: (row) => row.kind === 'discount-variance',
  },
};

/** Rows by file name, or a folder that holds the files. */
export type TableSource = Map<string, Row[]> | string;

/** Every difference between two sets of result tables of one month; a missing file is one difference. */
export function compareTables(expected: TableSource, actual: TableSource): Difference[] {
  return Object.entries(shapes).flatMap(([file, shape]) => {
    const [wanted, found] = [rowsOf(expected, file), rowsOf(actual, file)];
    if (wanted && found)
      return [...compareRows(file, shape, wanted, found), ...compareOrder(file, shape, wanted, found)];
    if (!wanted && !found) return [];
    return [{ file, key: '', column: '(file)', expected: presence(wanted), actual: presence(found) }];
  });
}

/** A difference as one line for people. */
export function differenceText({ file, key, column, expected, actual }: Difference): string {
  return `${file} ${key} ${column}: expected ${expected}, actual ${actual}`;
}

function rowsOf(source: TableSource, file: string): Row[] | undefined {
  if (typeof source !== 'string') return source.get(file);
  const path = join(source, file);
  return existsSync(path) ? readTable(readFileSync(path, 'utf8')) : undefined;
}

function presence(rows: Row[] | undefined): string {
  return rows ? `${rows.length} rows` : 'no file';
}

function compareRows(file: string, shape: Shape, expected: Row[], actual: Row[]): Difference[] {
  const [wanted, found] = [byIdentity(shape, expected), byIdentity(shape, actual)];
  return [...new Set([...wanted.keys(), ...found.keys()])].sort(byCodePoint).flatMap((key) => {
    const [want, have] = [wanted.get(key), found.get(key)];
    if (!want || !have) {
      const whole = (row: Row | undefined): string =>
        row ? shape.columns.map((name) => row[name]).join(' ') : 'absent';
      return [{ file, key, column: '(row)', expected: whole(want), actual: whole(have) }];
    }
    return shape.columns
      .filter((column) => want[column] !== have[column])
      .map((column) => ({ file, key, column, expected: want[column] ?? 'none', actual: have[column] ?? 'none' }));
  });
}

// Equal rows in another order are a difference of their own: the tables are sorted by code point.
function compareOrder(file: string, shape: Shape, expected: Row[], actual: Row[]): Difference[] {
  const [wanted, found] = [[...byIdentity(shape, expected).keys()], [...byIdentity(shape, actual).keys()]];
  const common = found.filter((key) => wanted.includes(key));
  const at = wanted.filter((key) => found.includes(key)).findIndex((key, place) => key !== common[place]);
  if (at < 0) return [];
  return [{ file, key: `row ${at + 1}`, column: '(order)', expected: wanted[at]!, actual: common[at]! }];
}

function byIdentity(shape: Shape, rows: Row[]): Map<string, Row> {
  const keyed = new Map<string, Row>();
  for (const row of rows) {
    if (shape.only && !shape.only(row)) continue;
    const identity = keyOf(...shape.identity.map((name) => row[name] ?? ''));
    let key = identity;
    for (let copy = 2; keyed.has(key); copy += 1) key = `${identity} (${copy})`;
    keyed.set(key, row);
  }
  return keyed;
}
