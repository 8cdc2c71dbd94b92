// What each company owes the one that paid (rules R1, R3; dues.csv of formats.md §2): each direction its own row.
import { type Month, monthOf } from '../calendar/day.ts';
import { type Book, firstRunOf } from '../book/book.ts';
import { cellsOfId } from './figure.ts';
import { RunningSums } from './running-sums.ts';
import { type Table, tableOf } from './table.ts';
import { totalsUntil } from './totals.ts';

export function duesTable(book: Book, period: Month): Table {
  const sums = new RunningSums(['charges', 'payments']);
  const before = totalsUntil(book, (period - 1) as Month).dues;
  for (const [name, amount] of totalsUntil(book, period).dues) {
    const [creditor = '', debtor = '', currency = ''] = cellsOfId(name);
    const sum = sums.at({ creditor, debtor }, currency);
    sum.opening = before.get(name) ?? 0n;
    sum.period['charges'] = amount - sum.opening;
  }
  const first = firstRunOf(book);
  for (const { creditor, debtor, kind, date, amount, currency } of book.reimbursements.values()) {
    const month = monthOf(date);
    if (month > period) continue;
    const sum = sums.at({ creditor, debtor }, currency);
    if (kind === 'opening') sum.opening += amount;
    else if (month < period || (first !== null && month < first)) sum.opening -= amount;
    else sum.period['payments']! += amount;
  }
  const rows = sums.rows((sum) => sum.opening + sum.period['charges']! - sum.period['payments']!);
  const identifying = ['creditor', 'debtor', 'currency'];
  return tableOf('dues', [...identifying, 'opening', 'charges', 'payments', 'closing'], identifying, rows);
}
