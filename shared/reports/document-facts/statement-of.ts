// The draft reimbursement statement of a debtor, creditor, currency and month (rule R3): both sides read the same rows.
import { type Day, type Month, lastDay, monthOf } from '../../calendar/day.ts';
import { type Minor, parseMinor } from '../../money/minor.ts';
import type { Book } from '../../book/book.ts';
import type { Stamp } from '../../documents/facts.ts';
import type { StatementFacts, StatementLine } from '../../documents/statement-facts.ts';
import type { FundsEffect } from '../../rules/effect.ts';
import { accountOf } from '../../rules/link.ts';
import { type EntityCode, providerOf } from '../../rules/names.ts';
import { firstDifference } from '../../rules/order.ts';
import type { TimedEntry } from '../../rules/timeline.ts';
import { duesTable } from '../dues.ts';
import { flowsIn } from '../flows.ts';
import { titleOf } from './titles.ts';

/** A row of dues.csv: the balance that a statement explains. */
export interface StatementScope {
  readonly creditor: EntityCode;
  readonly debtor: EntityCode;
  readonly currency: string;
  readonly opening: Minor;
  readonly charges: Minor;
  readonly payments: Minor;
  readonly closing: Minor;
}

/** Every pair with something open or moved in the month. */
export function statementScopes(book: Book, period: Month): readonly StatementScope[] {
  return duesTable(book, period).rows.map((row) => {
    const { creditor = '', debtor = '', currency = '' } = row;
    const amount = (column: string): Minor => parseMinor(row[column] ?? '', currency) ?? 0n;
    const parties = { creditor: creditor as EntityCode, debtor: debtor as EntityCode, currency };
    return {
      ...parties,
      opening: amount('opening'),
      charges: amount('charges'),
      payments: amount('payments'),
      closing: amount('closing'),
    };
  });
}

export function statementOf(book: Book, scope: StatementScope, stamp: Stamp, issued: Day): StatementFacts {
  const { opening, charges, payments, closing, currency } = scope;
  return {
    stamp,
    creditor: titleOf(book.structure, scope.creditor),
    debtor: titleOf(book.structure, scope.debtor),
    currency,
    issued,
    due: null,
    agreement: '',
    movement: { opening, charges, earlierPeriods: 0n, credits: 0n, payments, closing },
    lines: linesOf(book, scope, stamp.period),
    ageing: null,
    netting: null,
    swift: '',
    attachments: [],
  };
}

type OpenLine = Omit<StatementLine, 'balance'>;

function linesOf(book: Book, scope: StatementScope, period: Month): readonly StatementLine[] {
  const lines = [...chargeLines(book, scope, period), ...paymentLines(book, scope, period)];
  lines.sort((left, right) =>
    firstDifference(left.date - right.date, Number(left.credit !== null) - Number(right.credit !== null)),
  );
  let balance = scope.opening;
  return lines.map((line) => {
    balance += (line.charge ?? 0n) - (line.credit ?? 0n);
    return { ...line, balance };
  });
}

function chargeLines(book: Book, { creditor, debtor, currency }: StatementScope, period: Month): readonly OpenLine[] {
  const sums = new Map<string, OpenLine & { charge: Minor }>();
  for (const { effect, entry } of flowsIn(book, period)) {
    if (effect.due?.creditor !== creditor || effect.due.debtor !== debtor) continue;
    if (accountOf(book.structure, effect.account).currency !== currency) continue;
    const line = lineOf(book, entry, effect);
    const key = JSON.stringify([line.date, line.account, line.description]);
    const sum = sums.get(key);
    if (sum) sum.charge += effect.amount;
    else sums.set(key, { ...line, charge: effect.amount });
  }
  return [...sums.values()];
}

/** What the due arose from: the account and product of the charge, or the movement. */
function lineOf(book: Book, entry: TimedEntry, effect: FundsEffect): OpenLine {
  const place = effect.kind === 'set-off' ? effect.against : 'charge' in effect ? effect.charge : undefined;
  const charge = place !== undefined && entry.event.kind === 'run' ? entry.event.run.charges[place] : undefined;
  const { name, id } = accountOf(book.structure, charge?.owner ?? effect.account);
  const document = entry.event.kind === 'movement' ? entry.event.movement.key : '';
  const blank = { document, charge: null, credit: null, invoice: '', disputed: false };
  return {
    ...blank,
    date: entry.day,
    account: name,
    accountId: id,
    provider: providerOf(effect.account),
    description: charge ? `${charge.product} ${charge.category}` : (reasons[effect.kind] ?? ''),
  };
}

/** Why a due arose where no charge is behind it. */
const reasons: Readonly<Partial<Record<FundsEffect['kind'], string>>> = {
  repaid: 'Credit repaid 归还欠费',
  withdrawn: 'Withdrawal 提现',
};

function paymentLines(book: Book, { creditor, debtor, currency }: StatementScope, period: Month): readonly OpenLine[] {
  return [...book.reimbursements.values()].flatMap((one): OpenLine[] => {
    const isPayment =
      one.kind === 'payment' && one.creditor === creditor && one.debtor === debtor && one.currency === currency;
    if (!isPayment || monthOf(one.date) !== period || one.date > lastDay(period)) return [];
    const blank = { account: '', accountId: '', provider: '', charge: null, invoice: '', disputed: false };
    return [
      {
        ...blank,
        date: one.date,
        document: one.reference || one.key,
        description: 'Payment received 已收款',
        credit: one.amount,
      },
    ];
  });
}
