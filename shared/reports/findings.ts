// What needs looking at but blocks nothing (rules B5, C4, F7; findings.csv of formats.md §2).
import { type Month, lastDay } from '../calendar/day.ts';
import { formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import { payerOn } from '../rules/link.ts';
import { idOf, providerOf } from '../rules/names.ts';
import { balancesOn } from './balances.ts';
import { type Table, type TableRow, tableOf } from './table.ts';

export function findingsTable(book: Book, period: Month): Table {
  const rows = [...variances(book, period), ...blastRadius(book, period), ...adoptedAccounts(book)];
  const identifying = ['kind', 'provider', 'account', 'product', 'currency'];
  return tableOf('findings', [...identifying, 'amount', 'message'], identifying, rows);
}

function variances(book: Book, period: Month): readonly TableRow[] {
  return (book.runs.get(period)?.variances ?? []).map(({ owner, product, currency, amount, offers }) => {
    const much = amount > 0n ? 'too much' : 'too little';
    const size = formatMinor(amount < 0n ? -amount : amount, currency);
    return {
      kind: 'discount-variance',
      provider: providerOf(owner),
      account: idOf(owner),
      product,
      currency,
      amount: formatMinor(amount, currency),
      message: `Billed otherwise than contracted (${offers}): ${currency} ${size} ${much}.`,
    };
  });
}

/** Payers that owe more than their limit put every account at risk that they pay for (F7). */
function blastRadius(book: Book, period: Month): readonly TableRow[] {
  const day = lastDay(period);
  const { structure } = book;
  return balancesOn(book, day).flatMap(({ account, status, owed, creditLimit }) => {
    if (status !== 'overdue') return [];
    const paidFor = [...structure.accounts.keys()].filter(
      (key) => key !== account.key && payerOn(structure, key, day) === account.key,
    );
    if (paidFor.length === 0) return [];
    const beyond = formatMinor(owed - (creditLimit ?? 0n), account.currency);
    const message = `${account.name || account.id} owes ${account.currency} ${beyond} more than its limit; it pays for ${paidFor.length} other accounts.`;
    const { provider, id, currency } = account;
    return [{ kind: 'blast-radius', provider, account: id, product: '', currency, amount: beyond, message }];
  });
}

function adoptedAccounts(book: Book): readonly TableRow[] {
  return [...book.adopted].flatMap((key) => {
    const account = book.structure.accounts.get(key);
    if (!account) return [];
    const { provider, id, currency } = account;
    const message = `The account was not known to the book; it was adopted as the bill shows it (${account.role}).`;
    return [{ kind: 'unknown-account', provider, account: id, product: '', currency, amount: '', message }];
  });
}
