// runCharges: the lines of a month become charges (C1–C4), refused while exceptions are open or expected bills are
// missing (C6). The same run again records nothing.
import { parseMonth } from '../calendar/day.ts';
import type { CommandInput } from '../contract/commands.ts';
import { chargesOf, workOf } from '../rules/charge.ts';
import { discountCheck } from '../rules/discount-check.ts';
import { payerCheck } from '../rules/payer-check.ts';
import { type Refusal, Refused } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import type { Decision, Evidence } from './decision.ts';
import { exceptionRefusals } from './exception-refusals.ts';
import { chargeableBuckets, openExceptions } from './exceptions.ts';
import { missingBills } from './expected-bills.ts';
import { factOfPosted, runFactOf } from './run-fact.ts';

/** The run of a period as it would be posted. */
export function decideRun(book: Book, input: CommandInput<'runCharges'>, evidence: Evidence): Decision {
  const period = parseMonth(input.period);
  if (period === undefined) throw new Refused(notAMonth(input.period));
  const all = evidence.buckets ?? [];
  const open = openExceptions(book, all);
  const missing = input.complete ? [] : missingBills(book, period);
  if (open.length > 0) throw new Refused(...exceptionRefusals(book, open, evidence));
  if (missing.length > 0) throw new Refused(billsMissing(input.period, missing));
  const works = workOf(book.structure, chargeableBuckets(book, all));
  const run = { period, charges: chargesOf(book.structure, period, works) };
  const findings = { variances: discountCheck(works), otherPayers: payerCheck(works) };
  const former = book.runs.get(period);
  const fact = runFactOf(run, findings, evidence.importsUsed ?? []);
  if (former && JSON.stringify(factOfPosted(former)) === JSON.stringify(fact))
    return { kind: null, facts: {}, result: { charges: fact.charges.length } };
  return { kind: 'chargesRun', facts: { run: fact }, result: { charges: fact.charges.length } };
}

function notAMonth(period: string): Refusal {
  return {
    code: 'badPeriod',
    rule: 'C1',
    what: `“${period}” is not a month.`,
    unchanged: 'Nothing was changed.',
    next: 'Give a month like 2026-10.',
    where: { column: 'period', value: period },
  };
}

function billsMissing(period: string, missing: readonly string[]): Refusal {
  return {
    code: 'billsMissing',
    rule: 'C6',
    what: `The bills of ${missing.join(', ')} for ${period} are not there, and had been the month before.`,
    unchanged: 'No charges were posted.',
    next: 'Import them, or decide “no bill this month” for each.',
  };
}
