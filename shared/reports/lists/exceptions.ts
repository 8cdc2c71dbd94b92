// What holds a month's charges up until somebody decides (rules B3, B5, C6): lines, overlapping files, missing bills.
import { formatMonth } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type OpenException, openExceptions } from '../../book/exceptions.ts';
import { missingBills } from '../../book/expected-bills.ts';
import { accountKey } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { seesBills } from '../sight.ts';
import { lastDay } from '../../calendar/day.ts';
import { seesImport } from './imports.ts';

const texts = ['cause', 'subject', 'name', 'vendorPayer', 'month', 'currency', 'suggested'];

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
  const account = [...book.structure.accounts.values()].find(({ key }) => key === subject);
  const name = book.imports.get(subject)?.fact.name ?? account?.name ?? '';
  const id = rowId(cause, subject, vendorPayer, month, currency);
  return { id, cause, subject, name, vendorPayer, month, currency, lines: String(lines), billed, suggested };
}
