// The run that would be posted for a month (rule C5): by entity against the run that stands, and what is in its way.
import type { QueryInput } from '../contract/queries.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { chargesOf } from '../rules/charge.ts';
import type { Charge } from '../rules/movement.ts';
import { type Asking, monthAsked } from './asking.ts';
import { groupedBy } from './document-facts/bill-amounts.ts';
import { rowId } from './figure.ts';
import { exceptionsList } from './lists/exceptions.ts';
import { type ListRow, columnsOf, sumsOf } from './listing.ts';
import { forBookDesk } from './sight.ts';
import { chargeId, worksIn } from './works.ts';

export interface ChargesPreview {
  readonly period: string;
  /** `new`: none posted yet; `same`: posting again would change nothing. */
  readonly state: 'new' | 'same' | 'changed';
  /** By entity and currency: list, amount, posted, delta = amount − posted, number of charges and of changed ones. */
  readonly rows: readonly ListRow[];
  readonly sums: ReturnType<typeof sumsOf>;
  /** Open exceptions and missing bills: posting is refused while there are any (C6). */
  readonly blockers: readonly ListRow[];
}

export const previewAmounts = ['list', 'amount', 'posted', 'delta'] as const;

export function chargesPreview(asking: Asking, { period }: QueryInput<'chargesPreview'>): ChargesPreview {
  forBookDesk(asking, 'chargesPreview');
  const rows = previewRows(asking, period);
  const changed = rows.some((row) => row['changed'] !== '0');
  const run = asking.book.runs.get(monthAsked(period));
  return {
    period,
    state: run === undefined ? 'new' : changed ? 'changed' : 'same',
    rows,
    sums: sumsOf({ columns: columnsOf({ amount: previewAmounts }), rows }, rows),
    blockers: exceptionsList(asking, { period }).rows,
  };
}

/** The charges that would be posted now. */
export function chargesToPost(asking: Asking, period: string): readonly Charge[] {
  const month = monthAsked(period);
  return chargesOf(asking.book.structure, month, worksIn(asking, month).works);
}

export function previewRows(asking: Asking, period: string): readonly ListRow[] {
  const posted = asking.book.runs.get(monthAsked(period))?.run.charges ?? [];
  const byEntity = ({ entity, currency }: Charge): string => rowId(entity, currency);
  const fresh = groupedBy(chargesToPost(asking, period), byEntity);
  const former = groupedBy(posted, byEntity);
  return [...new Set([...fresh.keys(), ...former.keys()])].sort().map((id): ListRow => {
    const [now, before] = [fresh.get(id) ?? [], former.get(id) ?? []];
    const { entity, currency } = (now[0] ?? before[0])!;
    const sum = (charges: readonly Charge[], column: 'list' | 'amount'): Minor =>
      charges.reduce((total, charge) => total + charge[column], 0n);
    const [amount, stands] = [sum(now, 'amount'), sum(before, 'amount')];
    return {
      id,
      entity,
      name: asking.book.structure.entities.get(entity)?.name ?? '',
      currency,
      charges: String(now.length),
      changed: String(changedCharges(now, before)),
      list: formatMinor(sum(now, 'list'), currency),
      amount: formatMinor(amount, currency),
      posted: formatMinor(stands, currency),
      delta: formatMinor(amount - stands, currency),
    };
  });
}

/** How many charges are new, gone, or of another amount. */
function changedCharges(now: readonly Charge[], before: readonly Charge[]): number {
  const known = new Map(before.map((charge) => [chargeId(charge), charge]));
  let same = 0;
  for (const charge of now) {
    const former = known.get(chargeId(charge));
    if (former && former.amount === charge.amount && former.list === charge.list) same++;
  }
  return now.length + before.length - 2 * same - paired(now, known, same);
}

/** Charges that are there before and after with other amounts count once. */
function paired(now: readonly Charge[], known: ReadonlyMap<string, Charge>, same: number): number {
  return now.filter((charge) => known.has(chargeId(charge))).length - same;
}
