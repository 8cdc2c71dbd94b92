// The records of the journal as a list: what was entered when, by whom, at which desk. For the book desk alone, for a
// record holds what it holds of every account.
import type { Page } from '../contract/answer.ts';
import type { QueryInput } from '../contract/queries.ts';
import type { LedgerRecord } from '../book/record.ts';
import { idOf } from '../rules/names.ts';
import type { AccountKey } from '../rules/names.ts';
import type { Asking } from './asking.ts';
import type { ListRow } from './listing.ts';
import { forBookDesk } from './sight.ts';

const pageSize = 200;

/** Records by number, both ends included; `about` an account, entity, movement, import or any other name. */
export function journal(asking: Asking, input: QueryInput<'journal'>): Page<ListRow> {
  forBookDesk(asking, 'journal');
  const { from = 1, to = asking.book.seq, about, offset = 0, limit = pageSize } = input;
  const last = Math.min(to, asking.book.seq);
  if (about !== undefined) {
    const found = recordsAbout(asking, about, from, last);
    return { rows: found.slice(offset, offset + limit).map(recordRow), total: found.length, sums: {} };
  }
  const first = from + offset;
  const records = asking.sources.records({ from: first, to: Math.min(last, first + limit - 1) });
  return { rows: records.map(recordRow), total: Math.max(0, last - from + 1), sums: {} };
}

/** The records about an object, oldest first; an account stands in records by its key and, beside its provider, by its number alone. */
export function recordsAbout(
  { book, sources }: Asking,
  object: string,
  from: number,
  to: number,
): readonly LedgerRecord[] {
  const isAccount = book.structure.accounts.has(object as AccountKey);
  const names = isAccount ? [object, idOf(object as AccountKey)] : [object];
  const mentions = names.flatMap((name) => {
    const text = JSON.stringify(name).slice(1, -1);
    return [`"${text}"`, ...(isAccount ? [`:${text}"`, `:${text}:`] : [])];
  });
  return from > to ? [] : sources.records({ from, to, mentions });
}

/** The head of a record as a row. */
export function recordRow(record: LedgerRecord): ListRow {
  const { seq, at, by, desk, kind, key, post, hash } = record;
  return { id: String(seq), seq: String(seq), at, by, desk, kind, key, postings: String(post.length), hash };
}
