// The pre-flight of a change of links (rule P5): every reason against it, and what it would change, before anything is
// done. It asks the same rules as the command and records nothing.
import { type Day, formatDay } from '../calendar/day.ts';
import { decideSwitch } from '../book/decide-switch.ts';
import { rowOf } from '../book/rows-of.ts';
import { layStructure } from '../book/lay-structure.ts';
import { prepareEntry } from '../book/enter.ts';
import type { QueryInput } from '../contract/queries.ts';
import { formatMinor } from '../money/minor.ts';
import { entityOn, heritageOn, payerOn } from '../rules/link.ts';
import { type AccountKey, accountKey } from '../rules/names.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import type { Structure, Voucher } from '../rules/structure.ts';
import { type Asking, dayAsked } from './asking.ts';
import { forBookDesk } from './sight.ts';
import { switchRefusals, usableVouchersOf } from '../book/switch-refusals.ts';

/** What a change does to one thing; empty texts mean nobody, nothing. */
export interface PreflightChange {
  readonly what: 'payer' | 'invoice-recipient' | 'discount-source' | 'voucher-unusable';
  readonly before: string;
  readonly after: string;
  readonly amount: string;
  readonly currency: string;
}

export interface Preflight {
  readonly allowed: boolean;
  readonly findings: readonly Refusal[];
  readonly changes: readonly PreflightChange[];
}

export function preflight(asking: Asking, input: QueryInput<'preflight'>): Preflight {
  forBookDesk(asking, 'preflight');
  const change = input.switchPaymentMode ?? input.startLink;
  if (change === undefined) return { allowed: true, findings: [], changes: [] };
  const { book } = asking;
  const account = accountKey(change.provider, change.account);
  const day = dayAsked(book, change.from);
  const facts = input.switchPaymentMode
    ? decideSwitch(book, input.switchPaymentMode).facts
    : { links: [rowOf(input.startLink!)] };
  const laid = layStructure(book.structure, facts, () => ({}));
  const known = book.structure.accounts.has(account);
  const findings = [
    ...(known ? switchRefusals(book, laid.structure, account, day) : []),
    ...refusalsOf(() => void prepareEntry(book, facts, { seq: book.seq + 1 })),
  ];
  const changes = known ? changesOf(book.structure, laid.structure, asking, account, day) : [];
  return { allowed: findings.length === 0, findings, changes };
}

function refusalsOf(attempt: () => void): readonly Refusal[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
    throw error;
  }
}

function changesOf(
  before: Structure,
  after: Structure,
  { book }: Asking,
  account: AccountKey,
  day: Day,
): readonly PreflightChange[] {
  const [payer, newPayer] = [payerOn(before, account, day), payerOn(after, account, day)];
  const recipients = [payer, newPayer].map((one) => entityOn(after, one, day));
  const sources = [before, after].map((one) => heritageOn(one, account, day) ?? '');
  const changes: PreflightChange[] = [];
  const add = (what: PreflightChange['what'], from: string, to: string): void => {
    if (from !== to) changes.push({ what, before: from, after: to, amount: '', currency: '' });
  };
  add('payer', payer, newPayer);
  add('invoice-recipient', recipients[0]!, recipients[1]!);
  add('discount-source', sources[0]!, sources[1]!);
  if (payer === account && newPayer !== account)
    for (const { voucher, left } of usableVouchersOf(book, account, day))
      changes.push({
        ...lostVoucher(voucher),
        amount: formatMinor(left, voucher.currency),
        currency: voucher.currency,
      });
  return changes;
}

function lostVoucher(voucher: Voucher): Pick<PreflightChange, 'what' | 'before' | 'after'> {
  const until = voucher.to === null ? '' : ` (until ${formatDay(voucher.to)})`;
  return { what: 'voucher-unusable', before: `${voucher.key}${until}`, after: '' };
}
