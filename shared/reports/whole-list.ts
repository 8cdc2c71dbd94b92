// A list in parts that are larger than a page, for those who want all of it: an export, a printed table, a large copy.
import type { Page } from '../contract/answer.ts';
import type { QueryInput } from '../contract/queries.ts';
import type { Asking } from './asking.ts';
import { listOf } from './list-queries.ts';
import { type ListRow, type Listing, pageOf } from './listing.ts';
import { notAList } from './selection-sum.ts';

const partSize = 10_000;

/** The rows from `offset` on, filtered and sorted as `input` asks; throws Refused where the query answers no list. */
export function wholeList(asking: Asking, { query, input, offset }: QueryInput<'wholeList'>): Page<ListRow> {
  const list = listOf(asking, query, input);
  if (list === undefined) throw notAList(query);
  return pageOf(list, { ...(input as Listing), offset, limit: partSize });
}
