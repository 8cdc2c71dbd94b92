// How the last thirteen months went in the one currency that the chart shows: each month's charges by entity, the largest
// entities with a part of their own and all the others together.
import { type Month, formatMonth } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { compareLargest } from '../rules/order.ts';
import type { Asking } from './asking.ts';
import { chargedIn } from './charged.ts';
import { cellsOfId, rowId } from './figure.ts';
import type { ListRow } from './listing.ts';
import { baseFirst } from './overview-figures.ts';

/** The charges of a month; amounts are decimal text of the history's currency. */
export interface HistoryMonth {
  readonly period: string;
  readonly total: string;
  readonly parts: readonly { readonly entity: string; readonly amount: string }[];
  /** What the entities outside `series` were charged, summed; '' where there is none. */
  readonly others: string;
}

export interface History {
  /** The book's base currency where anything was charged in it; '' where nothing was charged at all. */
  readonly currency: string;
  /** The entities that the most was charged over all months, six at most, by code. */
  readonly series: readonly string[];
  /** Months that were run, in their order. */
  readonly months: readonly HistoryMonth[];
}

const monthsShown = 13;
const mostSeries = 6;

/** The history that ends with a month. */
export function overviewHistory(asking: Asking, last: Month): History {
  const charged = Array.from({ length: monthsShown }, (_, back) => (last - monthsShown + 1 + back) as Month).map(
    (month) => ({ month, sums: [...chargedIn(asking, month)].map(([id, amount]) => ({ ...namesOf(id), amount })) }),
  );
  const currencies = new Set(charged.flatMap(({ sums }) => sums.map(({ currency }) => currency)));
  const currency = [...currencies].sort(baseFirst(asking))[0] ?? '';
  const months = charged
    .map(({ month, sums }) => ({ month, parts: sums.filter((sum) => sum.currency === currency) }))
    .filter(({ parts }) => parts.length > 0);
  const series = largestEntities(months.flatMap(({ parts }) => parts));
  return {
    currency,
    series,
    months: months.map(({ month, parts }) => {
      const others = parts.filter(({ entity }) => !series.includes(entity));
      return {
        period: formatMonth(month),
        total: formatMinor(sumOf(parts), currency),
        parts: parts.map(({ entity, amount }) => ({ entity, amount: formatMinor(amount, currency) })),
        others: others.length === 0 ? '' : formatMinor(sumOf(others), currency),
      };
    }),
  };
}

/** The id of the row of a month's other entities in a history. */
export function othersId(period: string, currency: string): string {
  return rowId('others', period, currency);
}

/** What the history sums up by itself, as rows that figures are named in. */
export function othersRows({ currency, months }: History): readonly ListRow[] {
  return months
    .filter(({ others }) => others !== '')
    .map(({ period, others }) => ({ id: othersId(period, currency), period, currency, charges: others }));
}

interface Part {
  readonly entity: string;
  readonly amount: Minor;
}

function namesOf(id: string): { readonly entity: string; readonly currency: string } {
  const [entity = '', currency = ''] = cellsOfId(id);
  return { entity, currency };
}

function largestEntities(parts: readonly Part[]): readonly string[] {
  const totals = new Map<string, Minor>();
  for (const { entity, amount } of parts) totals.set(entity, ((totals.get(entity) ?? 0n) + amount) as Minor);
  const byAmount = [...totals].sort(([, left], [, right]) => compareLargest(left, right));
  return byAmount
    .slice(0, mostSeries)
    .map(([entity]) => entity)
    .sort();
}

function sumOf(parts: readonly Part[]): Minor {
  return parts.reduce((sum, { amount }) => sum + amount, 0n) as Minor;
}
