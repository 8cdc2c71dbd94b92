// The lines of the journal behind a figure: of a record's postings those on positions that the figure is about. They hold
// what the journal holds, so that the book desk alone is shown them.
import type { LedgerRecord } from '../../book/record.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatMinor } from '../../money/minor.ts';
import type { AccountKey } from '../../rules/names.ts';
import type { Asking } from '../asking.ts';
import type { ListRow } from '../listing.ts';
import { isAbout } from '../lists/journal-lines.ts';

/** What a record did to a position: debit where it grew, credit where it shrank; the other one is ''. */
export interface JournalLine {
  readonly position: string;
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
}

/** Which lines of the journal stand behind a figure, as `journalLines` takes it. */
export type JournalAsked = Pick<QueryInput<'journalLines'>, 'records' | 'about' | 'until'>;

const mostLines = 12;
const namingAccounts = ['id', 'account', 'to', 'owner', 'payer'];
const namingEntities = ['entity', 'debtor', 'creditor', 'origin', 'holder'];

/** What a row is about, as positions name it: its accounts, and where it names none its entities. */
export function subjectsOf({ book, desk }: Asking, row: ListRow): readonly string[] {
  if (desk !== '') return [];
  const { accounts, entities } = book.structure;
  const keys = namingAccounts.flatMap((column) => {
    const cell = row[column] ?? '';
    return [cell, `${row['provider'] ?? ''}:${cell}`].filter((key) => accounts.has(key as AccountKey));
  });
  if (keys.length > 0) return [...new Set(keys)];
  return namingEntities.map((column) => row[column] ?? '').filter((code) => entities.has(code as never));
}

/** The lines of a record that are about any of the subjects. */
export function journalLines({ post }: LedgerRecord, subjects: readonly string[]): readonly JournalLine[] {
  if (subjects.length === 0) return [];
  const about = new Set(subjects);
  return post
    .filter(({ position }) => isAbout(position, about))
    .slice(0, mostLines)
    .map(({ position, amount, currency }) => {
      const text = formatMinor(amount < 0n ? -amount : amount, currency);
      return { position, debit: amount > 0n ? text : '', credit: amount > 0n ? '' : text, currency };
    });
}
