// Why an account may not start or stop being paid for on a day (rule P5).
import { type Day, formatDay, parseDay } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { accountOf, creditLimitOn, payerOn } from '../rules/link.ts';
import { type AccountKey, accountKey, idOf } from '../rules/names.ts';
import { emptyPurse, owedOf } from '../rules/purse.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import type { Structure, Voucher } from '../rules/structure.ts';
import { pursesOn } from '../rules/timeline.ts';
import type { Book } from './book.ts';
import type { Decision } from './decision.ts';
import { layStructure } from './lay-structure.ts';

/**
 * A decision about links, thrown away as Refused while something stands against the change of payer that it brings.
 * Without a day of its own the change is judged after the last thing that happened to funds.
 */
export function unlessRefused(
  book: Book,
  decision: Decision,
  change: { readonly provider: string; readonly account: string; readonly day: string | undefined },
): Decision {
  const account = accountKey(change.provider, change.account);
  const day = change.day === undefined ? (book.timeline.end ?? undefined) : parseDay(change.day);
  const laid = layStructure(book.structure, decision.facts, () => ({}));
  if (day === undefined || laid.refusals.length > 0 || !book.structure.accounts.has(account)) return decision;
  const refusals = switchRefusals(book, laid.structure, account, day);
  if (refusals.length > 0) throw new Refused(...refusals);
  return decision;
}

/** The reasons against a change of payer on a day; none where the payer stays. `after` is the structure with the change. */
export function switchRefusals(book: Book, after: Structure, account: AccountKey, day: Day): readonly Refusal[] {
  const [before, next] = [payerOn(book.structure, account, day), payerOn(after, account, day)];
  if (before === next) return [];
  const { provider, currency } = accountOf(book.structure, account);
  const purses = pursesOn(book.timeline, book.structure, day);
  const owed = owedOf(purses.get(account) ?? emptyPurse);
  const refusals: Refusal[] = [];
  if (owed > 0n)
    refusals.push(
      refusal(
        account,
        'memberOwes',
        `${account} owes ${currency} ${formatMinor(owed, currency)} on ${formatDay(day)}.`,
        'Repay what it owes first.',
      ),
    );
  if (next === account) return refusals;
  const vouchers = provider === 'tencent' ? usableVouchersOf(book, account, day) : [];
  for (const { voucher, left } of vouchers) {
    const what = `${account} holds voucher ${voucher.key} with ${currency} ${formatMinor(left, currency)} left, still valid.`;
    refusals.push(refusal(account, 'memberHoldsVouchers', what, 'Use the voucher up, or wait until it has expired.'));
  }
  const limit = creditLimitOn(book.structure, next, day);
  const payerOwes = owedOf(purses.get(next) ?? emptyPurse);
  if (limit !== null && payerOwes > limit)
    refusals.push(
      refusal(
        account,
        'payerOverdue',
        `${next} owes ${currency} ${formatMinor(payerOwes, currency)}, more than its credit limit.`,
        'Top the payer up until it owes no more than its limit.',
      ),
    );
  return refusals;
}

/** The vouchers of an account that are valid on a day and not used up. */
export function usableVouchersOf(
  book: Book,
  account: AccountKey,
  day: Day,
): readonly { readonly voucher: Voucher; readonly left: Minor }[] {
  const { voucherSpent } = pursesOn(book.timeline, book.structure, day).get(account) ?? emptyPurse;
  return (book.structure.vouchers.get(account) ?? [])
    .map((voucher) => ({ voucher, left: voucher.amount - (voucherSpent.get(voucher.key) ?? 0n) }))
    .filter(({ voucher, left }) => left > 0n && (voucher.to === null || voucher.to > day));
}

function refusal(account: AccountKey, code: string, what: string, next: string): Refusal {
  const where = { column: 'account', value: idOf(account) };
  return { code, rule: 'P5', what, unchanged: 'Who pays stays as it is.', next, where };
}
