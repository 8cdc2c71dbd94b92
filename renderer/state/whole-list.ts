// All rows of a list, however many: for what the frame names and what sheets look up. Tables ask page by page.
import type { QueryInput, QueryName } from '../../shared/contract/queries.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import { bridge } from '../bridge.ts';

/** Every row that a query answers, asked for in the largest parts there are. */
export async function wholeList(query: QueryName, input: QueryInput<'wholeList'>['input'] = {}): Promise<ListRow[]> {
  const all: ListRow[] = [];
  for (;;) {
    const { rows, total } = await bridge.query('wholeList', { query, input, offset: all.length });
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
}
