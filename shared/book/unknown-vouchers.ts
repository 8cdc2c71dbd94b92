// Vouchers that a month's bills say were used and the register does not hold (rule F6): per vendor payer and currency, what
// goes beyond the vouchers usable in the month. It adds none.
import { touches } from '../calendar/dated.ts';
import { type Month, firstDay, formatDay, formatMonth, lastDay } from '../calendar/day.ts';
import { currencyDecimals } from '../money/currency.ts';
import { type Decimal, add, zero } from '../money/decimal.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { ratioOf, roundRatio } from '../money/ratio.ts';
import type { Bucket } from '../rules/bill.ts';
import { type AccountKey, accountKey, idOf, providerOf } from '../rules/names.ts';
import { pursesOn } from '../rules/timeline.ts';
import type { Book } from './book.ts';
import type { Row } from './row.ts';

export interface UnknownVoucher {
  readonly account: AccountKey;
  readonly currency: string;
  /** What was used beyond the register. */
  readonly amount: Minor;
}

/** What the bills of the month used of vouchers and the register cannot account for, by account and currency. */
export function unknownVouchers(book: Book, period: Month, buckets: readonly Bucket[]): readonly UnknownVoucher[] {
  const used = usedByPayer(book, period, buckets);
  return [...used.values()].flatMap(({ account, currency, sum }) => {
    const amount = roundRatio(ratioOf(sum), currencyDecimals(currency)) - registered(book, period, account, currency);
    return amount > 0n ? [{ account, currency, amount }] : [];
  });
}

/** What a decision about it names. */
export function subjectOfVoucher({ account, currency, amount }: UnknownVoucher): string {
  return `${account} ${currency} ${formatMinor(amount, currency)}`;
}

/** The row of vouchers.csv that makes the register hold what was used: valid in the month alone, for all products. */
export function voucherRow({ account, currency, amount }: UnknownVoucher, period: Month): Row {
  return {
    key: `voucher-${formatMonth(period)}-${idOf(account)}-${currency}-${formatMinor(amount, currency)}`,
    provider: providerOf(account),
    account: idOf(account),
    amount: formatMinor(amount, currency),
    currency,
    from: formatDay(firstDay(period)),
    to: formatDay(firstDay((period + 1) as Month)),
  };
}

interface Used {
  readonly account: AccountKey;
  readonly currency: string;
  readonly sum: Decimal;
}

/** By accounts that the book knows, in their own currency: any other line is an exception before it is a finding. */
function usedByPayer(book: Book, period: Month, buckets: readonly Bucket[]): ReadonlyMap<AccountKey, Used> {
  const used = new Map<AccountKey, Used>();
  for (const { provider, vendorPayer, month, currency, vendorVoucher } of buckets) {
    if (month !== period || vendorVoucher.coefficient === 0n) continue;
    const account = book.structure.accounts.get(accountKey(provider, vendorPayer));
    if (!account || (currency !== '' && currency !== account.currency)) continue;
    const former = used.get(account.key)?.sum ?? zero;
    used.set(account.key, { account: account.key, currency: account.currency, sum: add(former, vendorVoucher) });
  }
  return used;
}

/** What the vouchers of an account that are usable in the month held when it began. */
function registered(book: Book, period: Month, account: AccountKey, currency: string): Minor {
  const [first, last] = [firstDay(period), lastDay(period)];
  const vouchers = (book.structure.vouchers.get(account) ?? []).filter(
    (one) => one.currency === currency && touches(one, first, last),
  );
  if (vouchers.length === 0) return 0n;
  const spent = pursesOn(book.timeline, book.structure, lastDay((period - 1) as Month)).get(account)?.voucherSpent;
  return vouchers.reduce((sum, { key, amount }) => sum + amount - (spent?.get(key) ?? 0n), 0n);
}
