// Parts that many explanations share: rows of a list, and where they are too many, sums over what they have in common.
import { type Decimal, add, negate, parseDecimal, subtract, zero } from '../../money/decimal.ts';
import { type Minor, fromMinor } from '../../money/minor.ts';
import type { Day } from '../../calendar/day.ts';
import type { BookedMovement } from '../../book/book.ts';
import { groupedBy } from '../document-facts/bill-amounts.ts';
import type { Figure, FigureInput } from '../figure.ts';
import type { ListRow } from '../listing.ts';
import { columnName, partWords, plain } from './words.ts';
import type { Cell, Part } from './explanation.ts';

/** More rows than this are shown by group. */
const mostRows = 200;
/** By what rows are grouped, the first that divides them. */
const divisions = ['entity', 'payer', 'owner', 'account', 'provider', 'product', 'category', 'file', 'kind', 'date'];
/** What names a row for people, as far as the row has it. */
const naming = [
  'entity',
  'creditor',
  'debtor',
  'origin',
  'holder',
  'owner',
  'account',
  'product',
  'category',
  'cause',
  'subject',
  'reason',
];

export function rowName(row: ListRow): string {
  const named = naming.flatMap((column) => (column === 'account' ? ['name', column] : [column]));
  const cells = named.map((column) => row[column] ?? '').filter((cell) => cell !== '');
  return cells.length > 0 ? [...new Set(cells)].join(' ') : row.id;
}

export function cellOf(row: ListRow, column: string): Decimal {
  return parseDecimal(row[column] ?? '') ?? zero;
}

/** The cells of a column as parts; `input` is that of the list which has these rows and no others. */
export function partsOfRows(
  query: string,
  input: FigureInput,
  rows: readonly ListRow[],
  column: string,
): readonly Part[] {
  const counting = rows.filter((row) => cellOf(row, column).coefficient !== 0n);
  const division = counting.length > mostRows ? divisionOf(counting) : undefined;
  if (division === undefined)
    return counting.map((row) => {
      return {
        label: plain(rowName(row)),
        value: cellOf(row, column),
        figure: { query, input, of: { row: row.id }, column },
      };
    });
  const filter = Array.isArray(input['filter']) ? input['filter'] : [];
  return [...groupedBy(counting, (row) => row[division] ?? '')].map(([value, group]): Part => {
    const narrowed = { ...input, filter: [...filter, { column: division, test: 'is', value }] };
    const of = { sumIn: group[0]!['currency'] ?? '' };
    const sum = group.map((row) => cellOf(row, column)).reduce(add, zero);
    return { label: plain(value), value: sum, figure: { query, input: narrowed, of, column } };
  });
}

/** The first column that divides rows into more than one group and not too many. */
function divisionOf(rows: readonly ListRow[]): string | undefined {
  return divisions.find((column) => {
    const values = new Set(rows.map((row) => row[column]));
    return values.size > 1 && values.size <= mostRows && !values.has(undefined);
  });
}

/** A cell of the same row as a part, taken off where `sign` is −1. */
function partOfRow(figure: Figure, row: ListRow, column: string, label: Part['label'], sign: 1 | -1 = 1): Part {
  const value = cellOf(row, column);
  return { label, value: sign === 1 ? value : negate(value), figure: { ...figure, of: { row: row.id }, column } };
}

export function minorPart(label: Part['label'], amount: Minor, currency: string): Part {
  return { label, value: fromMinor(amount, currency) };
}

export function movementFigure(key: string): Figure {
  return { query: 'movements', input: {}, of: { row: key }, column: 'amount' };
}

/** Other cells of the cell's row as parts, those that are zero left out. */
export function partsBeside(
  { figure, row }: Cell,
  columns: readonly (readonly [column: string, sign: 1 | -1])[],
): readonly Part[] {
  return columns
    .map(([column, sign]) => partOfRow(figure, row, column, columnName(column), sign))
    .filter(({ value }) => value.coefficient !== 0n);
}

/** A movement's whole amount as a part. */
export function movementPart({ movement }: BookedMovement, sign: 1n | -1n): Part {
  const { kind, key, date, amount, currency } = movement;
  const value = fromMinor(sign * amount, currency);
  return { label: partWords.movement(kind, key, date), value, figure: movementFigure(key) };
}

/** Movements that stand, up to a day. */
export function movementsUntil(booked: Iterable<BookedMovement>, day: Day): readonly BookedMovement[] {
  return [...booked].filter(({ movement, entry }) => entry !== null && movement.date <= day);
}

/** What is missing between a figure and its parts as one more part; none where nothing is. */
export function withRest(
  parts: readonly Part[],
  value: Decimal,
  label: (rest: Decimal) => Part['label'],
): readonly Part[] {
  const rest = subtract(value, parts.map((part) => part.value).reduce(add, zero));
  return rest.coefficient === 0n ? parts : [...parts, { label: label(rest), value: rest }];
}

/** Whether a difference is less than one unit of the currency: what rounding makes. */
export function isRounding(rest: Decimal, decimals: number): boolean {
  const size = rest.coefficient < 0n ? negate(rest) : rest;
  return subtract(size, { coefficient: 1n, scale: decimals }).coefficient < 0n;
}
