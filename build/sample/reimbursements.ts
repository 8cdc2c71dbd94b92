// What the sample's entities have paid back to the parent company: never more than they owe for the month before.
import { type Day, type Month, firstDay, formatMonth } from '../../shared/calendar/day.ts';
import type { SampleMovement } from './funds.ts';
import type { Random } from './random.ts';
import type { SampleFamily } from './structure.ts';
import type { Tally } from './tally.ts';

export interface SampleReimbursement {
  readonly date: Day;
  readonly kind: 'payment' | 'opening';
  readonly debtor: string;
  readonly creditor: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly reference: string;
}

/** What each entity's own accounts settled in the month beyond the money that it brought in itself. */
function spentForParent(family: SampleFamily, month: Month, movements: readonly SampleMovement[], tally: Tally) {
  const spent = new Map<string, bigint>();
  const change = (code: string, amount: bigint) => spent.set(code, (spent.get(code) ?? 0n) + amount);
  for (const account of family.accounts) change(account.entity.code, tally.need(account, month));
  for (const { kind, account, amount, date } of movements)
    if (kind === 'top-up' && account.role === 'entity-admin' && date < firstDay((month + 1) as Month))
      change(account.entity.code, -amount);
  return spent;
}

/** On the 11th of each month most entities pay 60 % of what the parent's money settled for them the month before. */
export function planReimbursements(
  random: Random,
  family: SampleFamily,
  months: readonly Month[],
  movements: readonly SampleMovement[],
  tally: Tally,
  withOpening: boolean,
): SampleReimbursement[] {
  const parent = family.head.entity.code;
  const currency = family.head.currency;
  const common = { creditor: parent, currency };
  const rows: SampleReimbursement[] = [];
  const [firstDebtor] = family.accounts.map((account) => account.entity.code).filter((code) => code !== parent);
  if (withOpening && firstDebtor !== undefined)
    rows.push({
      ...common,
      date: firstDay(months[0]!),
      kind: 'opening',
      debtor: firstDebtor,
      amount: 3000n,
      reference: 'carried over',
    });
  for (const month of months.slice(1)) {
    const date = (firstDay(month) + 10) as Day;
    for (const [debtor, spent] of spentForParent(family, (month - 1) as Month, movements, tally)) {
      const amount = (spent * 6n) / 10n;
      if (debtor === parent || amount < 100n || !random.chance(800)) continue;
      rows.push({ ...common, date, kind: 'payment', debtor, amount, reference: `PAY-${formatMonth(month)}` });
    }
  }
  return rows;
}
