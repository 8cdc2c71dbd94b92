// What the cells of a column of a list hold, for a filter that is being written. It counts rows and adds nothing up.
import type { QueryInput } from '../contract/queries.ts';
import { compareText } from '../rules/order.ts';
import type { Asking } from './asking.ts';
import { listOf } from './list-queries.ts';
import { type Listing, selected } from './listing.ts';
import { notAList } from './selection-sum.ts';

/** What some cells hold, and how many rows do. */
export interface ColumnValue {
  readonly value: string;
  readonly rows: number;
}

const most = 100;

/** The most frequent values of a column, the first by name where several are; throws Refused for what is no list. */
export function columnValues(
  asking: Asking,
  { query, input, column, has }: QueryInput<'columnValues'>,
): { readonly values: readonly ColumnValue[] } {
  const list = listOf(asking, query, input);
  if (list === undefined) throw notAList(query);
  const wanted = has.toLowerCase();
  const counts = new Map<string, number>();
  for (const row of selected(list, { filter: (input as Listing).filter })) {
    const value = row[column] ?? '';
    if (value !== '' && value.toLowerCase().includes(wanted)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, rows]) => ({ value, rows }));
  values.sort((left, right) => right.rows - left.rows || compareText(left.value, right.value));
  return { values: values.slice(0, most) };
}
