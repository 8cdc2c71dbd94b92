// The charges of a month as posted, without how they were settled: what sums of amounts need, at the cost of a look.
import type { Month } from '../calendar/day.ts';
import type { Charge } from '../rules/movement.ts';
import type { Asking } from './asking.ts';
import { seesCharge } from './sight.ts';

/** The charges of a month that the desk sees; none where the month was not run. */
export function chargesPosted(asking: Asking, month: Month): readonly Charge[] {
  const charges = asking.book.runs.get(month)?.run.charges ?? [];
  return asking.desk === '' ? charges : charges.filter((charge) => seesCharge(asking, charge, month));
}
