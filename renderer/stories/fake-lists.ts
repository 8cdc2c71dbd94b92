// Pages of the made-up lists: filtered, sorted, summed, as the contract's lists are. Enough for stories, and no more.
import {
  type Decimal,
  add,
  compareDecimals,
  formatCoefficient,
  parseDecimal,
  zero,
} from '../../shared/money/decimal.ts';
import type { Page } from '../../shared/contract/answer.ts';
import type { ListFilter, ListRow, Listing } from '../../shared/reports/listing.ts';

/** The rows that pass the filter, in order. */
export function chosenRows(rows: readonly ListRow[], { filter = [], sort = [] }: Listing): readonly ListRow[] {
  const passing = rows.filter((row) => filter.every((one) => passes(row, one)));
  return [...passing].sort((left, right) => {
    for (const { column, descending } of sort) {
      const difference = compare(left[column] ?? '', right[column] ?? '');
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

/** A page of rows with the sums of the amount columns. */
export function pageOf(rows: readonly ListRow[], listing: Listing, amounts: readonly string[]): Page<ListRow> {
  const chosen = chosenRows(rows, listing);
  const from = listing.offset ?? 0;
  return {
    rows: chosen.slice(from, from + (listing.limit ?? 200)),
    total: chosen.length,
    sums: sumsOf(chosen, amounts),
  };
}

/** Sums by currency and column. */
export function sumsOf(rows: readonly ListRow[], amounts: readonly string[]): Page<ListRow>['sums'] {
  const sums = new Map<string, Map<string, Decimal>>();
  for (const row of rows) {
    const own = sums.get(row['currency'] ?? '') ?? new Map<string, Decimal>();
    sums.set(row['currency'] ?? '', own);
    for (const column of amounts) {
      const value = parseDecimal(row[column] ?? '');
      if (value) own.set(column, add(own.get(column) ?? zero, value));
    }
  }
  const written = ({ coefficient, scale }: Decimal): string => formatCoefficient(coefficient, scale);
  return Object.fromEntries(
    [...sums].map(([currency, own]) => [
      currency,
      Object.fromEntries([...own].map(([column, sum]) => [column, written(sum)])),
    ]),
  );
}

/** Rows summed by what they have in common. */
export function grouped(
  rows: readonly ListRow[],
  by: readonly string[],
  amounts: readonly string[],
): readonly ListRow[] {
  const groups = groupedBy(rows, (row) => [...by.map((column) => row[column]), row['currency']].join('|'));
  return [...groups].map(([id, own]): ListRow => {
    const common = Object.fromEntries([...by, 'provider', 'currency'].map((column) => [column, own[0]![column] ?? '']));
    const sums = Object.values(sumsOf(own, amounts))[0] ?? {};
    return { ...common, ...sums, id, charges: String(own.length) };
  });
}

/** Rows by what a key says of them, in order. */
export function groupedBy(rows: readonly ListRow[], keyOf: (row: ListRow) => string): ReadonlyMap<string, ListRow[]> {
  const groups = new Map<string, ListRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function compare(left: string, right: string): number {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  return a && b ? compareDecimals(a, b) : left < right ? -1 : Number(left > right);
}

function passes(row: ListRow, { column, test, value }: ListFilter): boolean {
  const cell = row[column] ?? '';
  switch (test) {
    case 'is':
      return cell === value;
    case 'is-not':
      return cell !== value;
    case 'one-of':
      return value.split('\n').includes(cell);
    case 'has':
    case 'has-not':
      return cell.toLowerCase().includes(value.toLowerCase()) === (test === 'has');
    case 'above':
      return compare(cell, value) > 0;
    case 'below':
      return compare(cell, value) < 0;
    case 'at-least':
      return compare(cell, value) >= 0;
    case 'at-most':
      return compare(cell, value) <= 0;
  }
}
