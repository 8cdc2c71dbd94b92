// The balances that vendors show, as recorded, against the book's own on the same day (rule K1).
import { type Day, formatDay } from '../../calendar/day.ts';
import type { Book, VendorBalance } from '../../book/book.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Minor, formatMinor } from '../../money/minor.ts';
import { accountOf } from '../../rules/link.ts';
import type { AccountKey } from '../../rules/names.ts';
import { type Purse, type Purses, cashOf, emptyPurse, owedOf } from '../../rules/purse.ts';
import { pursesOn } from '../../rules/timeline.ts';
import { type Asking, dayAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { type List, columnsOf } from '../listing.ts';
import { seesBalance } from '../sight.ts';

/** What a vendor's balance is compared with: cash, frozen included, and gift, less what is owed. */
export function ledgerBalanceOf(purse: Purse): Minor {
  return cashOf(purse) + purse.gift - owedOf(purse);
}

/** A vendor's balance with the book's own of that day; `difference` = ledger − vendor. */
export interface ComparedBalance extends VendorBalance {
  readonly ledger: Minor;
  readonly difference: Minor;
}

/** The recorded balances up to a day, each compared with the book's of its own day. */
export function comparedBalances(book: Book, day: Day): readonly ComparedBalance[] {
  const byDay = new Map<Day, Purses>();
  return book.vendorBalances
    .filter((one) => one.date <= day)
    .map((one) => {
      const purses = byDay.get(one.date) ?? pursesOn(book.timeline, book.structure, one.date);
      byDay.set(one.date, purses);
      const ledger = ledgerBalanceOf(purses.get(one.account) ?? emptyPurse);
      return { ...one, ledger, difference: ledger - one.amount };
    });
}

/** The latest recorded balance of each account; of one day the later entry counts. */
export function latestBalances(compared: readonly ComparedBalance[]): ReadonlyMap<AccountKey, ComparedBalance> {
  const latest = new Map<AccountKey, ComparedBalance>();
  for (const one of compared) {
    const known = latest.get(one.account);
    if (!known || one.date >= known.date) latest.set(one.account, one);
  }
  return latest;
}

export function vendorBalancesList(asking: Asking, { asOf }: QueryInput<'vendorBalances'>): List {
  const day = dayAsked(asking.book, asOf);
  const rows = comparedBalances(asking.book, day)
    .filter(({ account, date }) => seesBalance(asking, account, date))
    .map(({ account: key, date, amount, ledger, difference, seq }) => {
      const { provider, id, name, currency } = accountOf(asking.book.structure, key);
      const text = (minor: Minor): string => formatMinor(minor, currency);
      return {
        id: rowId(key, formatDay(date), String(seq)),
        provider,
        account: id,
        name,
        date: formatDay(date),
        currency,
        amount: text(amount),
        ledger: text(ledger),
        difference: text(difference),
        status: difference === 0n ? 'equal' : 'differs',
        seq: String(seq),
      };
    });
  const texts = ['provider', 'account', 'name', 'date', 'currency', 'status'];
  return { columns: columnsOf({ text: texts, number: ['seq'], amount: ['amount', 'ledger', 'difference'] }), rows };
}
