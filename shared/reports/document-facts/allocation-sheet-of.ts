// The facts of an allocation sheet: movements of the book between two accounts, as posted. Others are left out.
import { formatDay, monthOf } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { allocationSheet } from '../../documents/allocation-sheet.ts';
import type { PrintableDocument } from '../../documents/page.ts';
import { accountOf, entityOn } from '../../rules/link.ts';
import type { AccountKey, MovementKey } from '../../rules/names.ts';
import { Refused } from '../../rules/refusal.ts';
import type { Asking } from '../asking.ts';
import { movementsList } from '../lists/movements.ts';
import { titleOf } from './titles.ts';

/** The sheet of some movements that the desk sees; throws Refused where none of them goes from an account to another. */
export function allocationSheetOf(
  asking: Asking,
  { movements, language }: QueryInput<'allocationSheet'>,
): PrintableDocument {
  const { structure } = asking.book;
  const numbers = new Map(movementsList(asking, {}).rows.map((row) => [row.id, row['number'] ?? '']));
  const party = (key: AccountKey): { name: string; id: string } => accountOf(structure, key);
  const chosen = movements.flatMap((key) => {
    const booked = numbers.has(key) ? asking.book.movements.get(key as MovementKey) : undefined;
    return booked?.entry && booked.movement.to !== null ? [booked.movement] : [];
  });
  const [first] = chosen;
  if (!first) throw new Refused(nothingToKeyIn);
  const date = chosen.reduce((last, movement) => (movement.date > last ? movement.date : last), first.date);
  return allocationSheet({
    stamp: {
      language,
      bookName: asking.book.title.name,
      period: monthOf(date),
      number: `${formatDay(date)} ${numbers.get(first.key) ?? ''}`,
      version: 1,
      mark: null,
      printedAt: '',
      verification: '',
    },
    issuer: titleOf(structure, entityOn(structure, first.account, date)),
    date,
    rows: chosen.map(({ key, date: day, account, to, currency, amount }) => {
      return { number: numbers.get(key)!, date: day, from: party(account), to: party(to!), currency, amount };
    }),
  });
}

const nothingToKeyIn = {
  code: 'nothingToKeyIn',
  what: 'None of these rows moves money from an account to another.',
  unchanged: 'No sheet was made.',
  next: 'Tick allocations or recoveries that still stand.',
};
