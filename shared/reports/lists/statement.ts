// The statement between two entities for a month (rule R3): what arose from each charge, refund or movement, and what was
// paid, from opening to closing. Debtor and creditor read the same rows.
import { type Month, formatDay, lastDay, monthOf } from '../../calendar/day.ts';
import { bookDeskOnly } from '../../book/desk.ts';
import { firstRunOf } from '../../book/book.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Minor, formatMinor } from '../../money/minor.ts';
import type { FundsEffect } from '../../rules/effect.ts';
import { accountOf } from '../../rules/link.ts';
import type { Charge } from '../../rules/movement.ts';
import { type AccountKey, idOf, providerOf } from '../../rules/names.ts';
import { Refused } from '../../rules/refusal.ts';
import type { TimedEntry } from '../../rules/timeline.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { flowsIn } from '../flows.ts';
import { type List, type ListRow, columnsOf, selected } from '../listing.ts';
import { chargeId } from '../works.ts';
import { duesList } from './between-entities.ts';

/** Why something is owed, or no longer: `charge`, `refund` (a negative charge), `repayment`, `withdrawal`, `payment`. */
export type StatementReason = 'charge' | 'refund' | 'repayment' | 'withdrawal' | 'payment';

/** The statement in one currency: opening + charges − payments = closing, and the rows sum to closing − opening. */
export interface StatementPart {
  readonly currency: string;
  readonly opening: string;
  readonly charges: string;
  readonly payments: string;
  readonly closing: string;
  readonly rows: readonly ListRow[];
}

export interface Statement {
  readonly debtor: string;
  readonly creditor: string;
  readonly period: string;
  readonly parts: readonly StatementPart[];
}

export function statement(asking: Asking, input: QueryInput<'statement'>): Statement {
  const { debtor, creditor, period } = input;
  const { rows } = statementList(asking, input);
  const balances = duesSeen(asking, input);
  const parts = balances.map(({ currency = '', opening = '', charges = '', payments = '', closing = '' }) => {
    return { currency, opening, charges, payments, closing, rows: rows.filter((row) => row['currency'] === currency) };
  });
  return { debtor, creditor, period, parts };
}

/** The rows of dues behind a statement; refused to a desk that may not see all they are made of. */
function duesSeen(asking: Asking, { debtor, creditor, period, currency }: QueryInput<'statement'>): readonly ListRow[] {
  const between = (one: Asking): readonly ListRow[] =>
    selected(duesList(one, { period }), {}).filter(
      (row) =>
        row['debtor'] === debtor &&
        row['creditor'] === creditor &&
        (currency === undefined || row['currency'] === currency),
    );
  const seen = between(asking);
  if (asking.desk !== '' && seen.length < between({ ...asking, desk: '' }).length)
    throw new Refused(bookDeskOnly(asking.desk, `statement of ${debtor} to ${creditor}`));
  return seen;
}

/** A due of the month: the effect, and the charge behind it where there is one. */
export interface DueStep {
  readonly effect: FundsEffect;
  readonly entry: TimedEntry;
  readonly charge: Charge | undefined;
  /** The id of the statement's row that shows it. */
  readonly row: string;
}

/** What made the debtor owe the creditor in a month. */
export function dueSteps(
  { book }: Asking,
  { debtor, creditor, currency }: Pick<QueryInput<'statement'>, 'debtor' | 'creditor' | 'currency'>,
  month: Month,
): readonly DueStep[] {
  const steps: DueStep[] = [];
  for (const { effect, entry } of flowsIn(book, month)) {
    if (effect.due?.creditor !== creditor || effect.due.debtor !== debtor) continue;
    const kept = accountOf(book.structure, effect.account).currency;
    if (currency !== undefined && kept !== currency) continue;
    const charge = chargeBehind(entry, effect);
    const about = charge
      ? chargeId(charge)
      : entry.event.kind === 'movement'
        ? entry.event.movement.key
        : effect.account;
    steps.push({ effect, entry, charge, row: rowId(reasonOf(effect), about, formatDay(entry.day), kept) });
  }
  return steps;
}

/** Of a set-off the charge that was paid for: its entity owes. */
function chargeBehind({ event }: TimedEntry, effect: FundsEffect): Charge | undefined {
  if (event.kind !== 'run' || !('charge' in effect)) return undefined;
  return event.run.charges[effect.kind === 'set-off' ? effect.against : effect.charge];
}

function reasonOf(effect: FundsEffect): StatementReason {
  switch (effect.kind) {
    case 'set-off':
    case 'returned-as-cash':
      return 'refund';
    case 'repaid':
      return 'repayment';
    case 'withdrawn':
      return 'withdrawal';
    default:
      return 'charge';
  }
}

export function statementList(asking: Asking, input: QueryInput<'statement'>): List {
  const month = monthAsked(input.period);
  duesSeen(asking, input);
  const sums = new Map<string, { first: DueStep; amount: Minor }>();
  for (const step of dueSteps(asking, input, month)) {
    const sum = sums.get(step.row) ?? { first: step, amount: 0n };
    sums.set(step.row, sum);
    sum.amount += step.effect.amount;
  }
  const rows = [...sums].map(([id, { first, amount }]) => stepRow(asking, id, first, amount));
  const texts = ['date', 'reason', 'provider', 'account', 'name', 'product', 'category', 'currency', 'reference'];
  return {
    columns: columnsOf({ text: texts, amount: ['amount'] }),
    rows: [...rows, ...paymentRows(asking, input, month)],
  };
}

function stepRow({ book }: Asking, id: string, { effect, entry, charge }: DueStep, amount: Minor): ListRow {
  const account: AccountKey = charge?.owner ?? effect.account;
  const { name, currency } = accountOf(book.structure, account);
  return {
    id,
    date: formatDay(entry.day),
    reason: reasonOf(effect),
    provider: providerOf(account),
    account: idOf(account),
    name,
    product: charge?.product ?? '',
    category: charge?.category ?? '',
    currency: charge?.currency ?? currency,
    amount: formatMinor(amount, charge?.currency ?? currency),
    reference: entry.event.kind === 'movement' ? entry.event.movement.key : '',
  };
}

/** Payments of the month lessen what is owed; those before the first month charged stand in its opening. */
function paymentRows({ book }: Asking, input: QueryInput<'statement'>, month: Month): readonly ListRow[] {
  const first = firstRunOf(book);
  if (first !== null && month < first) return [];
  return [...book.reimbursements.values()]
    .filter(
      ({ kind, debtor, creditor }) => kind === 'payment' && debtor === input.debtor && creditor === input.creditor,
    )
    .filter(({ currency }) => input.currency === undefined || currency === input.currency)
    .filter(({ date }) => monthOf(date) === month && date <= lastDay(month))
    .map(({ key, date, currency, amount, reference }) => ({
      id: rowId('payment', key),
      date: formatDay(date),
      reason: 'payment',
      provider: '',
      account: '',
      name: '',
      product: '',
      category: '',
      currency,
      amount: formatMinor(-amount, currency),
      reference: reference || key,
    }));
}
