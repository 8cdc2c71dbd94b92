// Lists as every screen asks for them: filtered, sorted, summed exactly per currency, and cut into pages.
import {
  type Decimal,
  add,
  coefficientAt,
  compareDecimals,
  formatDecimal,
  parseDecimal,
  zero,
} from '../money/decimal.ts';
import type { Page } from '../contract/answer.ts';
import { compareText } from '../rules/order.ts';

/** What a column holds: only amounts are summed, and only they and numbers are compared as numbers. */
export type ColumnKind = 'text' | 'amount' | 'number';

/** A row of a list: cells of text by column; `id` names it in figure keys; `currency` is that of its amounts. */
export type ListRow = Readonly<Record<string, string>> & { readonly id: string };

/** A whole list before paging. */
export interface List {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly rows: readonly ListRow[];
}

/** How a list is asked for; see `listing` in the contract. */
export interface Listing {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly sort?: readonly { readonly column: string; readonly descending?: boolean | undefined }[] | undefined;
  readonly filter?: readonly ListFilter[] | undefined;
}

export interface ListFilter {
  readonly column: string;
  readonly test: 'is' | 'is-not' | 'one-of' | 'has' | 'has-not' | 'at-least' | 'at-most' | 'above' | 'below';
  readonly value: string;
}

const pageSize = 200;

/** The columns of a list by what they hold, in the order given within each kind. */
export function columnsOf(kinds: Readonly<Partial<Record<ColumnKind, readonly string[]>>>): List['columns'] {
  const entries = (Object.entries(kinds) as [ColumnKind, readonly string[]][]).flatMap(([kind, columns]) =>
    columns.map((column) => [column, kind] as const),
  );
  return Object.fromEntries(entries);
}

/** The page that is asked for; `total` and `sums` are over all rows that pass the filter. */
export function pageOf(list: List, listing: Listing): Page<ListRow> {
  const passing = passingOf(list, listing);
  passing.sums ??= sumsOf(list, passing.rows);
  const from = listing.offset ?? 0;
  const rows = selected(list, listing).slice(from, from + (listing.limit ?? pageSize));
  return { rows, total: passing.rows.length, sums: passing.sums };
}

/** All rows that pass the filter, in the order asked for. */
export function selected(list: List, listing: Listing): readonly ListRow[] {
  const { sort = [] } = listing;
  const { rows, orders } = passingOf(list, listing);
  if (sort.length === 0) return rows;
  return keptIn(orders, JSON.stringify(sort), () => sorted(list, rows, sort));
}

/** The rows that pass a filter, their sums once they were asked for, and the orders they were asked for in. */
interface Passing {
  readonly rows: readonly ListRow[];
  sums?: Page<ListRow>['sums'];
  readonly orders: Map<string, readonly ListRow[]>;
}

/** What passed lately, by list, so that turning a page, sorting or adding a selection up does not begin anew. */
const lately = new WeakMap<List, Map<string, Passing>>();
const mostKept = 4;

function passingOf(list: List, { filter = [] }: Listing): Passing {
  const known = lately.get(list) ?? new Map<string, Passing>();
  lately.set(list, known);
  return keptIn(known, JSON.stringify(filter), () => {
    const passes = (row: ListRow): boolean => filter.every((one) => passesOne(list, row, one));
    return { rows: filter.length === 0 ? list.rows : list.rows.filter(passes), orders: new Map() };
  });
}

/** What a map holds under a key, made where it holds nothing; the one made first leaves a full map. */
function keptIn<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  if (map.size > mostKept) map.delete(map.keys().next().value!);
  return made;
}

/** Sorts by columns; the cells of each are read once, not at every comparison. */
function sorted(list: List, rows: readonly ListRow[], sort: NonNullable<Listing['sort']>): readonly ListRow[] {
  const orders = sort.map(({ column, descending }) => {
    const compare = comparison(list, rows, column);
    return descending ? (left: number, right: number) => -compare(left, right) : compare;
  });
  const places = rows
    .map((_, place) => place)
    .sort((left, right) => {
      for (const compare of orders) {
        const difference = compare(left, right);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  return places.map((place) => rows[place]!);
}

/** Compares rows by their places: amounts and numbers as exact numbers, after the cells that are none. */
function comparison(list: List, rows: readonly ListRow[], column: string): (left: number, right: number) => number {
  const kind = list.columns[column] ?? 'text';
  if (kind === 'text') return (left, right) => compareText(rows[left]![column] ?? '', rows[right]![column] ?? '');
  const values = rows.map((row) => parseDecimal(row[column] ?? ''));
  const scale = values.reduce((most, value) => Math.max(most, value?.scale ?? 0), 0);
  const aligned = values.map((value) => value && coefficientAt(value, scale));
  return (left, right) => {
    const [one, other] = [aligned[left], aligned[right]];
    if (one === undefined || other === undefined) return Number(other === undefined) - Number(one === undefined);
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

/** Sums of the amount columns by currency, as exact decimal texts. */
export function sumsOf(list: List, rows: readonly ListRow[]): Page<ListRow>['sums'] {
  const sums: Record<string, Record<string, Decimal>> = {};
  const columns = Object.keys(list.columns).filter((column) => list.columns[column] === 'amount');
  for (const row of rows) {
    const sum = (sums[row['currency'] ?? ''] ??= {});
    for (const column of columns) {
      const value = parseDecimal(row[column] ?? '');
      if (value) sum[column] = add(sum[column] ?? zero, value);
    }
  }
  return Object.fromEntries(
    Object.entries(sums).map(([currency, sum]) => [
      currency,
      Object.fromEntries(Object.entries(sum).map(([column, value]) => [column, written(value)])),
    ]),
  );
}

/** A sum keeps the scale of what was added: `1234.50`, not `1234.5`. */
function written(value: Decimal): string {
  const short = formatDecimal(value);
  const digits = short.includes('.') ? short.length - short.indexOf('.') - 1 : 0;
  if (digits >= value.scale) return short;
  return `${short}${digits === 0 ? '.' : ''}${'0'.repeat(value.scale - digits)}`;
}

function compareCells(kind: ColumnKind | undefined, left: string, right: string): number {
  if (kind === 'text' || kind === undefined) return compareText(left, right);
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  if (a && b) return compareDecimals(a, b);
  return Number(b === undefined) - Number(a === undefined);
}

/** Whether a cell is what is asked for; amounts however many decimals they are written with. */
function isSame(kind: ColumnKind | undefined, cell: string, value: string): boolean {
  if (cell === value || kind === 'text' || kind === undefined) return cell === value;
  const [a, b] = [parseDecimal(cell), parseDecimal(value)];
  return a !== undefined && b !== undefined && compareDecimals(a, b) === 0;
}

function passesOne(list: List, row: ListRow, { column, test, value }: ListFilter): boolean {
  const cell = row[column] ?? '';
  switch (test) {
    case 'is':
    case 'is-not':
      return isSame(list.columns[column], cell, value) === (test === 'is');
    case 'one-of':
      return value.split('\n').includes(cell);
    case 'has':
    case 'has-not':
      return cell.toLowerCase().includes(value.toLowerCase()) === (test === 'has');
    default: {
      const kind = list.columns[column];
      const isNumber = kind === 'amount' || kind === 'number';
      if (isNumber && (!parseDecimal(cell) || !parseDecimal(value))) return false;
      const difference = compareCells(kind, cell, value);
      if (test === 'at-least') return difference >= 0;
      if (test === 'at-most') return difference <= 0;
      return test === 'above' ? difference > 0 : difference < 0;
    }
  }
}
