// What holds a month's charges up until somebody decides (rules B3, B5, C6): lines, overlapping files, missing bills.
import { formatDay, formatMonth, lastDay, parseMonth } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Book, parentOf } from '../../book/book.ts';
import { type OpenException, openExceptions } from '../../book/exceptions.ts';
import { expectedBy, missingBills } from '../../book/expected-bills.ts';
import { entityOn } from '../../rules/link.ts';
import { accountKey } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { seesBills } from '../sight.ts';
import { seesImport } from './imports.ts';

const texts = [
  ...['cause', 'provider', 'subject', 'name', 'beside', 'vendorPayer', 'entity'],
  ...['month', 'expectedBy', 'currency', 'suggested'],
];

export function exceptionsList(asking: Asking, { period }: QueryInput<'exceptions'>): List {
  const { book, sources } = asking;
  const month = monthAsked(period);
  const buckets = sources.buckets(month).map(({ bucket }) => bucket);
  const open = openExceptions(book, buckets).filter((one) => seesException(asking, one));
  const missing = missingBills(book, month).filter((payer) => asking.desk === '' || payer === asking.desk);
  return {
    columns: columnsOf({ text: texts, number: ['lines'], amount: ['billed'] }),
    rows: [
      ...open.map((one) => exceptionRow(asking, one)),
      ...missing.map((payer) =>
        exceptionRow(asking, {
          cause: 'missing-bill',
          subject: payer,
          vendorPayer: payer.slice(payer.indexOf(':') + 1),
          month: formatMonth(month),
          currency: '',
          lines: 0,
          billed: '',
          suggested: '',
          beside: [],
        }),
      ),
    ],
  };
}

function seesException(asking: Asking, { cause, subject, vendorPayer, month }: OpenException): boolean {
  const { book, desk } = asking;
  if (desk === '') return true;
  if (cause === 'overlap') {
    const booked = book.imports.get(subject);
    return booked !== undefined && seesImport(asking, booked);
  }
  const account = book.structure.accounts.get(subject as OpenException['subject'] & typeof desk);
  if (account) return seesBills(asking, account.key, lastDay(monthAsked(month)));
  return accountKey(subject.slice(0, subject.indexOf(':')), vendorPayer) === desk;
}

type ExceptionCells = Omit<OpenException, 'cause' | 'suggested'> & {
  readonly cause: string;
  readonly suggested: string;
};

function exceptionRow({ book }: Asking, exception: ExceptionCells): ListRow {
  const { cause, subject, vendorPayer, month, currency, lines, billed, suggested } = exception;
  const beside = exception.beside.map((id) => book.imports.get(id)?.fact.name ?? id).join(', ');
  const expected = cause === 'missing-bill' ? formatDay(expectedBy(subject, parseMonth(month)!)) : '';
  const account = [...book.structure.accounts.values()].find(({ key }) => key === subject);
  const name = book.imports.get(subject)?.fact.name ?? account?.name ?? '';
  const id = rowId(cause, subject, vendorPayer, month, currency);
  return {
    id,
    cause,
    provider: cause === 'overlap' ? '' : subject.slice(0, subject.indexOf(':')),
    subject,
    name,
    beside,
    vendorPayer,
    entity: cause === 'unknown-owner' ? adoptedInto(book, exception) : (account?.entity.initial ?? ''),
    month,
    expectedBy: expected,
    currency,
    lines: String(lines),
    billed,
    suggested,
  };
}

/** The entity that an unknown owner becomes a member of: that of the vendor's payer, else the group's parent (B5). */
function adoptedInto({ structure }: Book, { subject, vendorPayer, month }: ExceptionCells): string {
  const payer = structure.accounts.get(accountKey(subject.slice(0, subject.indexOf(':')), vendorPayer));
  if (!payer) return parentOf(structure) ?? '';
  return entityOn(structure, payer.key, lastDay(parseMonth(month)!));
}
