// What a person has marked in a list, added up exactly: count, sum, smallest, largest and average by currency, as the
// status bar shows them.
import { currencyDecimals } from '../money/currency.ts';
import { type Decimal, coefficientAt, formatCoefficient, formatDecimal, parseDecimal } from '../money/decimal.ts';
import { ratioOf, roundRatio } from '../money/ratio.ts';
import { Refused } from '../rules/refusal.ts';
import type { QueryInput } from '../contract/queries.ts';
import type { Asking } from './asking.ts';
import { listOfFigures } from './explain/figure-lists.ts';
import { type List, type ListRow, type Listing, columnsOf, selected } from './listing.ts';

/** Exact decimal texts; the average has two decimals more than the currency, rounded half away from zero. */
export interface SelectionSum {
  readonly currency: string;
  readonly count: number;
  readonly sum: string;
  readonly min: string;
  readonly max: string;
  readonly average: string;
}

type Input = QueryInput<'selectionSum'>;

/** The marked cells, added up. */
export function selectionSum(
  asking: Asking,
  input: Input,
): { readonly cells: number; readonly sums: readonly SelectionSum[] } {
  const list = markedRows(asking, input);
  return sumOfCells(list, list.rows, input.columns);
}

/** The rows named by their ids, else those from `fromRow` to `toRow`, both included, counted from 0 in the order asked for. */
export function markedRows(asking: Asking, { query, input, fromRow, toRow, rows, draft }: Input): List {
  const list = listOfFigures(asking, query, input, draft);
  if (list === undefined) throw notAList(query);
  if (rows === undefined) return { ...list, rows: selected(list, input as Listing).slice(fromRow, toRow + 1) };
  const marked = new Set(rows);
  return { ...list, rows: list.rows.filter(({ id }) => marked.has(id)) };
}

/** The cells of some columns in rows of a list. */
export function sumOfCells(
  { columns: kinds }: Pick<List, 'columns'>,
  rows: readonly ListRow[],
  columns: readonly string[],
): { readonly cells: number; readonly sums: readonly SelectionSum[] } {
  const values = new Map<string, Decimal[]>();
  let cells = 0;
  for (const row of rows)
    for (const column of columns) {
      if (row[column] !== undefined && row[column] !== '') cells++;
      const kind = kinds[column] ?? 'text';
      const value = kind === 'text' ? undefined : parseDecimal(row[column] ?? '');
      if (value === undefined) continue;
      const currency = kind === 'amount' ? (row['currency'] ?? '') : '';
      const known = values.get(currency);
      if (known) known.push(value);
      else values.set(currency, [value]);
    }
  return { cells, sums: [...values].map(([currency, amounts]) => summed(currency, amounts)) };
}

/** The sums of a selection as rows whose figures can be explained, by currency. */
export function selectedFigures(asking: Asking, input: Input): List {
  const { sums } = selectionSum(asking, input);
  return {
    columns: columnsOf({ number: ['count'], amount: ['sum', 'average', 'min', 'max'] }),
    rows: sums.map(({ count, ...sum }): ListRow => ({ ...sum, id: sum.currency, count: String(count) })),
  };
}

/** Said of a query that answers something else than a list. */
export function notAList(query: string): Refused {
  return new Refused({
    code: 'notAList',
    what: `${query} does not answer a list.`,
    unchanged: 'Nothing was changed.',
    next: 'Select in a list.',
    where: { column: 'query', value: query },
  });
}

function summed(currency: string, amounts: readonly Decimal[]): SelectionSum {
  const scale = amounts.reduce((most, amount) => Math.max(most, amount.scale), 0);
  let [sum, min, max] = [0n, coefficientAt(amounts[0]!, scale), coefficientAt(amounts[0]!, scale)];
  for (const amount of amounts) {
    const coefficient = coefficientAt(amount, scale);
    sum += coefficient;
    if (coefficient < min) min = coefficient;
    if (coefficient > max) max = coefficient;
  }
  const { numerator, denominator } = ratioOf({ coefficient: sum, scale });
  const decimals = (currency === '' ? 0 : currencyDecimals(currency)) + 2;
  const average = roundRatio({ numerator, denominator: denominator * BigInt(amounts.length) }, decimals);
  return {
    currency,
    count: amounts.length,
    sum: written({ coefficient: sum, scale }, currency),
    min: written({ coefficient: min, scale }, currency),
    max: written({ coefficient: max, scale }, currency),
    average: formatCoefficient(average, decimals),
  };
}

/** With at least the decimals of the currency. */
function written(value: Decimal, currency: string): string {
  const decimals = currency === '' ? 0 : currencyDecimals(currency);
  const short = formatDecimal(value);
  const digits = short.includes('.') ? short.length - short.indexOf('.') - 1 : 0;
  return digits >= decimals ? short : formatCoefficient(roundRatio(ratioOf(value), decimals), decimals);
}
