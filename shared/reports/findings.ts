// What needs looking at but blocks nothing (rules B5, C4, F7; findings.csv of formats.md §2).
import { type Month, firstDay, formatMonth, lastDay } from '../calendar/day.ts';
import { formatDecimal } from '../money/decimal.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import { payerOn } from '../rules/link.ts';
import type { Charge } from '../rules/movement.ts';
import { idOf, providerOf } from '../rules/names.ts';
import { balancesOn } from './balances.ts';
import { type Table, type TableRow, tableOf } from './table.ts';

export function findingsTable(book: Book, period: Month): Table {
  const rows = [
    ...variances(book, period),
    ...blastRadius(book, period),
    ...adoptedAccounts(book),
    ...payers(book, period),
    ...files(book, period),
    ...closedAccounts(book, period),
  ];
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

/** The vendor says another account pays (B5); the book decides. */
function payers(book: Book, period: Month): readonly TableRow[] {
  return (book.runs.get(period)?.otherPayers ?? []).map(({ owner, vendorPayer, payer, currency, lines, billed }) => ({
    kind: 'payer-differs',
    provider: providerOf(owner),
    account: idOf(owner),
    product: '',
    currency,
    amount: formatDecimal(billed),
    message: `The vendor names ${idOf(vendorPayer)} as payer of ${lines} lines; by the book ${idOf(payer)} pays.`,
  }));
}

/** What the files of the month show: parts that do not add up, and a few lines shared with another file (B3, B5). */
function files(book: Book, period: Month): readonly TableRow[] {
  const blank = { provider: '', account: '', product: '', currency: '', amount: '' };
  return [...book.imports.values()].flatMap(({ fact, gone }) => {
    if (gone || !fact.months.some((one) => one.month === formatMonth(period))) return [];
    const provider = fact.months[0]?.provider ?? '';
    const parts = `${fact.name}: in ${fact.partsDiffer} lines the parts miss the billed cost by more than 0.01.`;
    const shared = fact.shared.map((one) => {
      const other = book.imports.get(one.import)?.fact.name ?? one.import;
      return {
        ...blank,
        kind: 'shared-lines',
        provider,
        message: `${fact.name} shares ${one.lines} lines with ${other}.`,
      };
    });
    return fact.partsDiffer > 0 ? [{ ...blank, kind: 'parts-differ', provider, message: parts }, ...shared] : shared;
  });
}

function closedAccounts(book: Book, period: Month): readonly TableRow[] {
  const sums = new Map<string, { charge: Charge; amount: Minor }>();
  for (const charge of book.runs.get(period)?.run.charges ?? []) {
    const closed = book.structure.accounts.get(charge.owner)?.closed ?? null;
    if (closed === null || closed > firstDay(period)) continue;
    const key = `${charge.owner} ${charge.currency}`;
    sums.set(key, { charge, amount: (sums.get(key)?.amount ?? 0n) + charge.amount });
  }
  return [...sums.values()].map(({ charge: { owner, currency }, amount }) => ({
    kind: 'closed-account',
    provider: providerOf(owner),
    account: idOf(owner),
    product: '',
    currency,
    amount: formatMinor(amount, currency),
    message: 'The account is closed and still has charges.',
  }));
}
