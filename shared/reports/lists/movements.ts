// The funds movements as entered, reversed ones included, with what became of each (F3–F8, F13, F14).
import { formatDay, formatMonth, parseDay } from '../../calendar/day.ts';
import type { Book, BookedMovement } from '../../book/book.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatMinor } from '../../money/minor.ts';
import type { MovementKey } from '../../rules/names.ts';
import type { Asking } from '../asking.ts';
import { reportingMonth } from '../flows.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { seesBalance } from '../sight.ts';

const texts = [
  'movement',
  'number',
  'date',
  'kind',
  'account',
  'to',
  'currency',
  'origin',
  'reference',
  'note',
  'lot',
  'by',
  'status',
  'reversedBy',
  'doneAtVendor',
  'vendorReference',
  'reportedIn',
];

export function movementsList(asking: Asking, { account, from, to }: QueryInput<'movements'>): List {
  const first = from === undefined ? -Infinity : (parseDay(from) ?? -Infinity);
  const last = to === undefined ? Infinity : (parseDay(to) ?? Infinity);
  const wanted = [...asking.book.movements.values()]
    .filter(({ movement }) => account === undefined || movement.account === account || movement.to === account)
    .filter(({ movement }) => movement.date >= first && movement.date <= last)
    .filter((booked) => seesMovement(asking, booked))
    .sort((left, right) => left.movement.date - right.movement.date || left.seq - right.seq);
  return {
    columns: columnsOf({ text: texts, number: ['seq'], amount: ['amount'] }),
    rows: wanted.map((booked) => movementRow(asking, booked)),
  };
}

/** A movement between two accounts is seen by whoever sees the balance of one of them. */
function seesMovement(asking: Asking, { movement: { account, to, date } }: BookedMovement): boolean {
  return seesBalance(asking, account, date) || (to !== null && seesBalance(asking, to, date));
}

/** A key that the program made up is told by the record that it stands in; one from a file is what people know it by. */
function numberOf(key: string, seq: number): string {
  const [, place = ''] = /^[0-9a-f]{32}(\.\d+)?$/.exec(key) ?? [key, null];
  return place === null ? key : `#${seq}${place}`;
}

/** Who entered what is in a record; records never change. Whose name is for the book desk to know. */
const enteredBy = new WeakMap<Book, Map<number, string>>();

function byOf({ book, desk, sources }: Asking, seq: number): string {
  if (desk !== '') return '';
  const known = enteredBy.get(book) ?? new Map<number, string>();
  enteredBy.set(book, known);
  const by = known.get(seq) ?? sources.records({ from: seq, to: seq })[0]?.by ?? '';
  known.set(seq, by);
  return by;
}

/** The allocation whose lots a recovery takes back (F4); a movement that makes a lot is known by its own number. */
function lotOf({ movements }: Book, { kind, reference }: BookedMovement['movement']): string {
  const drawn = kind === 'recovery' ? movements.get(reference as MovementKey) : undefined;
  return drawn ? numberOf(drawn.movement.key, drawn.seq) : '';
}

function movementRow(asking: Asking, booked: BookedMovement): ListRow {
  const { book } = asking;
  const { movement, seq, entry, reversedBy, doneAtVendor } = booked;
  const { key, date, kind, account, to, amount, currency, origin, reference, note } = movement;
  return {
    id: key,
    movement: key,
    number: numberOf(key, seq),
    date: formatDay(date),
    kind,
    account,
    to: to ?? '',
    currency,
    amount: formatMinor(amount, currency),
    origin: origin ?? '',
    reference,
    note,
    lot: lotOf(book, movement),
    by: byOf(asking, seq),
    status: entry ? 'posted' : 'reversed',
    reversedBy: reversedBy ?? '',
    doneAtVendor: doneAtVendor ? formatDay(doneAtVendor.date) : '',
    vendorReference: doneAtVendor?.reference ?? '',
    reportedIn: entry ? formatMonth(reportingMonth(book, entry)) : '',
    seq: String(seq),
  };
}
