// What every account holds and owes after a day (balances.csv and lots.csv of formats.md §2).
import { inForce } from '../calendar/dated.ts';
import type { Day } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import { creditLimitOn, entityOn, payingLinkOn } from '../rules/link.ts';
import type { AccountKey, EntityCode } from '../rules/names.ts';
import { type Purse, cashOf, emptyPurse, owedOf } from '../rules/purse.ts';
import type { Account, Structure } from '../rules/structure.ts';
import { pursesOn } from '../rules/timeline.ts';
import { type Table, tableOf } from './table.ts';

export type BalanceStatus = 'ok' | 'owing' | 'overdue' | 'paid-for';

export interface Balance {
  readonly account: Account;
  readonly entity: EntityCode;
  readonly payer: AccountKey | null;
  readonly cash: Minor;
  readonly frozen: Minor;
  readonly gift: Minor;
  /** What is left of vouchers valid on the day. */
  readonly voucher: Minor;
  /** null: no limit. */
  readonly creditLimit: Minor | null;
  readonly owed: Minor;
  readonly available: Minor;
  readonly status: BalanceStatus;
}

/** The balance of every account of the book at the end of a day. */
export function balancesOn(book: Book, day: Day): readonly Balance[] {
  const purses = pursesOn(book.timeline, book.structure, day);
  return [...book.structure.accounts.values()].map((account) =>
    balanceOf(book.structure, account, purses.get(account.key) ?? emptyPurse, day),
  );
}

function balanceOf(structure: Structure, account: Account, purse: Purse, day: Day): Balance {
  const { key } = account;
  const [cash, owed] = [cashOf(purse), owedOf(purse)];
  const voucher = (structure.vouchers.get(key) ?? [])
    .filter((one) => inForce(one, day))
    .reduce((sum, one) => sum + one.amount - (purse.voucherSpent.get(one.key) ?? 0n), 0n);
  const creditLimit = creditLimitOn(structure, key, day);
  const payer = payingLinkOn(structure, key, day)?.admin ?? null;
  const overdue = creditLimit !== null && owed > creditLimit;
  const status = overdue ? 'overdue' : owed > 0n ? 'owing' : payer !== null ? 'paid-for' : 'ok';
  const available = cash - purse.frozen + purse.gift + voucher + (creditLimit ?? 0n) - owed;
  const entity = entityOn(structure, key, day);
  return {
    account,
    entity,
    payer,
    cash,
    frozen: purse.frozen,
    gift: purse.gift,
    voucher,
    creditLimit,
    owed,
    available,
    status,
  };
}

const identifying = ['provider', 'account', 'entity', 'currency'];
const amounts = ['cash', 'frozen', 'gift', 'voucher', 'credit_limit', 'owed', 'available'];

export function balancesTable(book: Book, day: Day): Table {
  const rows = balancesOn(book, day).map((balance) => {
    const { provider, id, currency } = balance.account;
    const text = (amount: Minor): string => formatMinor(amount, currency);
    return {
      provider,
      account: id,
      entity: balance.entity,
      currency,
      cash: text(balance.cash),
      frozen: text(balance.frozen),
      gift: text(balance.gift),
      voucher: text(balance.voucher),
      credit_limit: balance.creditLimit === null ? '' : text(balance.creditLimit),
      owed: text(balance.owed),
      available: text(balance.available),
      status: balance.status,
    };
  });
  return tableOf('balances', [...identifying, ...amounts, 'status'], identifying, rows);
}

/** Cash by origin; origins with nothing left are left out. */
export function lotsTable(book: Book, day: Day): Table {
  const purses = pursesOn(book.timeline, book.structure, day);
  const rows = [...book.structure.accounts.values()].flatMap(({ key, provider, id, currency }) => {
    const byOrigin = new Map<EntityCode, Minor>();
    for (const lot of purses.get(key)?.lots ?? [])
      byOrigin.set(lot.origin, (byOrigin.get(lot.origin) ?? 0n) + lot.remaining);
    return [...byOrigin].map(([origin, remaining]) => {
      return { provider, account: id, origin, currency, remaining: formatMinor(remaining, currency) };
    });
  });
  return tableOf(
    'lots',
    ['provider', 'account', 'origin', 'currency', 'remaining'],
    ['provider', 'account', 'origin', 'currency'],
    rows,
  );
}
