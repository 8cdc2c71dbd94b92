// The money of one entity that lies in the accounts of another (rule R2; float.csv of formats.md §2).
import type { Month } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import { cellsOfId } from './figure.ts';
import { type Table, tableOf } from './table.ts';
import { type Totals, totalsUntil } from './totals.ts';

export function floatTable(book: Book, period: Month): Table {
  const [before, until] = [totalsUntil(book, (period - 1) as Month), totalsUntil(book, period)];
  const names = new Set([...until.received.keys(), ...until.returned.keys(), ...until.spent.keys()]);
  const rows = [...names].flatMap((name) => {
    const [origin = '', holder = '', currency = ''] = cellsOfId(name);
    const opening = floatIn(before, name);
    const [received, returned, spent] = (['received', 'returned', 'spent'] as const).map(
      (flow) => (until[flow].get(name) ?? 0n) - (before[flow].get(name) ?? 0n),
    ) as [Minor, Minor, Minor];
    const amounts = { opening, received, returned, spent, closing: floatIn(until, name) };
    if ([opening, received, returned, spent].every((amount) => amount === 0n)) return [];
    const cells = Object.entries(amounts).map(([column, amount]) => [column, formatMinor(amount, currency)]);
    return [{ origin, holder, currency, ...Object.fromEntries(cells) }];
  });
  const identifying = ['origin', 'holder', 'currency'];
  return tableOf('float', [...identifying, 'opening', 'received', 'returned', 'spent', 'closing'], identifying, rows);
}

function floatIn({ received, returned, spent }: Totals, name: string): Minor {
  return (received.get(name) ?? 0n) - (returned.get(name) ?? 0n) - (spent.get(name) ?? 0n);
}
