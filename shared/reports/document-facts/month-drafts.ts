// The documents that a month that was run would have, as drafts: a consolidated bill a desk, a request an account with
// something invoiceable, a statement a pair of entities. Nothing is issued: drafts have no numbers.
import { type Day, type Month, formatMonth, lastDay } from '../../calendar/day.ts';
import { formatMinor } from '../../money/minor.ts';
import type { Book } from '../../book/book.ts';
import { consolidatedBill } from '../../documents/consolidated-bill.ts';
import type { Stamp } from '../../documents/facts.ts';
import { invoiceRequest } from '../../documents/invoice-request.ts';
import type { PrintableDocument } from '../../documents/page.ts';
import { statement } from '../../documents/statement.ts';
import { accountOf, entityOn } from '../../rules/link.ts';
import { idOf } from '../../rules/names.ts';
import { billDesks, consolidatedBillOf } from './consolidated-bill-of.ts';
import type { MonthWork } from './month-work.ts';
import { kindOfRequest, requestOf, requestScopes } from './request-of.ts';
import { statementOf, statementScopes } from './statement-of.ts';

/** A document to be; `number` is the account's, or whom a statement is to. */
export interface Draft {
  readonly id: string;
  readonly folder: 'consolidated' | 'invoices' | 'statements';
  readonly kind: 'consolidated-bill' | 'invoice-request' | 'fapiao-request' | 'charge-note' | 'statement';
  readonly entity: string;
  readonly number: string;
  readonly currency: string;
  /** What it comes to, plain. */
  readonly amount: string;
  make(making: Making): PrintableDocument;
}

/** What drafts are made with beside the book. */
export interface Making {
  readonly issued: Day;
  readonly printedAt: string;
  /** The lines of the month, worked out: asked for by those that show prices. */
  readonly work: () => MonthWork;
  /** The code by which the content can be checked; '' where none is shown. */
  readonly verification: (content: unknown) => string;
}

/** Every draft of the month, in the order in which they are printed. */
export function monthDrafts(book: Book, period: Month): readonly Draft[] {
  return [...bills(book, period), ...requests(book, period), ...statements(book, period)];
}

function stampOf(book: Book, period: Month, language: Stamp['language'], content: unknown, making: Making): Stamp {
  return {
    language,
    bookName: book.title.name,
    period,
    number: null,
    version: 1,
    mark: null,
    printedAt: making.printedAt,
    verification: making.verification([formatMonth(period), content]),
  };
}

function bills(book: Book, period: Month): readonly Draft[] {
  return billDesks(book, period).map((scope): Draft => {
    const { currency } = accountOf(book.structure, scope.desk);
    const own = scope.charges.filter((charge) => charge.currency === currency);
    return {
      id: `bill ${scope.desk}`,
      folder: 'consolidated',
      kind: 'consolidated-bill',
      entity: entityOn(book.structure, scope.desk, lastDay(period)),
      number: idOf(scope.desk),
      currency,
      amount: formatMinor(
        own.reduce((sum, { amount }) => sum + amount, 0n),
        currency,
      ),
      make: (making) =>
        consolidatedBill(consolidatedBillOf(book, scope, making.work(), stampOf(book, period, 'both', scope, making))),
    };
  });
}

function requests(book: Book, period: Month): readonly Draft[] {
  return requestScopes(book, period).map((scope): Draft => {
    const kind = kindOfRequest(book, scope, period);
    const { currency } = accountOf(book.structure, scope.account);
    return {
      id: `request ${scope.account}`,
      folder: 'invoices',
      kind,
      entity: entityOn(book.structure, scope.account, lastDay(period)),
      number: idOf(scope.account),
      currency,
      amount: formatMinor(scope.amount, currency),
      make: (making) => {
        const stamp = stampOf(book, period, kind === 'fapiao-request' ? 'zh' : 'both', scope, making);
        return invoiceRequest(requestOf(book, scope, stamp, making.issued));
      },
    };
  });
}

function statements(book: Book, period: Month): readonly Draft[] {
  return statementScopes(book, period).map((scope): Draft => {
    const { debtor, creditor, currency, closing } = scope;
    return {
      id: `statement ${debtor} ${creditor} ${currency}`,
      folder: 'statements',
      kind: 'statement',
      entity: debtor,
      number: `to-${creditor}-${currency}`,
      currency,
      amount: formatMinor(closing, currency),
      make: (making) =>
        statement(statementOf(book, scope, stampOf(book, period, 'both', scope, making), making.issued)),
    };
  });
}
