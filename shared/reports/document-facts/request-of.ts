// The draft request for what an account may be invoiced in a month (rules I2, I3): from its entity to the provider.
import { type Day, type Month, lastDay } from '../../calendar/day.ts';
import { type Minor, fromMinor } from '../../money/minor.ts';
import type { Book } from '../../book/book.ts';
import type { Stamp } from '../../documents/facts.ts';
import { type RequestFacts, requestKind } from '../../documents/invoice-request-facts.ts';
import { accountOf, entityOn } from '../../rules/link.ts';
import type { AccountKey } from '../../rules/names.ts';
import { compareText } from '../../rules/order.ts';
import { invoiceableIn } from '../invoiceable.ts';
import { titleOf, titleOfProvider } from './titles.ts';

/** An account with something to invoice. */
export interface RequestScope {
  readonly account: AccountKey;
  readonly amount: Minor;
}

/** The accounts that have something to invoice in a month, by their keys; negative amounts wait for the next month. */
export function requestScopes(book: Book, period: Month): readonly RequestScope[] {
  return [...invoiceableIn(book, period)]
    .filter(([, amount]) => amount > 0n)
    .map(([account, amount]) => ({ account, amount }))
    .sort((left, right) => compareText(left.account, right.account));
}

export function kindOfRequest(book: Book, { account }: RequestScope, period: Month): RequestFacts['kind'] {
  const entity = book.structure.entities.get(entityOn(book.structure, account, lastDay(period)));
  return requestKind(entity?.country ?? '', accountOf(book.structure, account).currency);
}

/** The facts of the request; tax is left to the provider, who issues the invoice. */
export function requestOf(book: Book, scope: RequestScope, stamp: Stamp, issued: Day): RequestFacts {
  const { structure } = book;
  const account = accountOf(structure, scope.account);
  const kind = kindOfRequest(book, scope, stamp.period);
  const { amount } = scope;
  const line = {
    description: kind === 'fapiao-request' ? '*信息技术服务*云服务费' : 'Cloud services 云服务费',
    account: [account.name, account.id].filter(Boolean).join(' '),
    quantity: { coefficient: 1n, scale: 0 },
    unitPrice: fromMinor(amount, account.currency),
    multiplier: null,
    net: amount,
    taxRate: null,
    tax: null,
  };
  return {
    kind,
    stamp,
    seller: titleOfProvider(account.provider),
    buyer: titleOf(structure, entityOn(structure, account.key, lastDay(stamp.period))),
    contact: '',
    reference: '',
    currency: account.currency,
    issued,
    due: null,
    lines: [line],
    rates: [],
    totals: { net: amount, tax: 0n, total: amount },
    applied: [],
    amountDue: amount,
    remarks: [account.key],
    applicant: '',
    reviewer: '',
    fapiaoNumber: '',
  };
}
