// Where a month stands: its figures against the month before, each entity's, what is left to do, how the last thirteen
// months went, what moved most, and which accounts run dry.
import { type Month, formatDay, lastDay } from '../calendar/day.ts';
import type { QueryInput } from '../contract/queries.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { compareLargest } from '../rules/order.ts';
import { type Asking, monthAsked } from './asking.ts';
import { chargedIn } from './charged.ts';
import { cellsOfId, rowId } from './figure.ts';
import { listOf } from './list-queries.ts';
import { monthState } from './lists/months.ts';
import type { ListRow } from './listing.ts';
import { type History, overviewHistory } from './overview-history.ts';
import { overviewEntities, overviewFigures } from './overview-rows.ts';

/** Something to do, with how often. */
export interface WorkItem {
  readonly task: 'import-bills' | 'resolve-exceptions' | 'run-charges' | 'request-invoices' | 'settle-dues';
  readonly count: number;
}

export interface Overview {
  readonly period: string;
  /** The last day of the month, on which balances are told. */
  readonly asOf: string;
  readonly state: ReturnType<typeof monthState>;
  /** One row per currency. */
  readonly figures: readonly ListRow[];
  /** One row per entity and currency. */
  readonly entities: readonly ListRow[];
  readonly work: readonly WorkItem[];
  readonly history: History;
  /** The eight largest changes against the month before by entity and product. */
  readonly movers: readonly ListRow[];
  /** Accounts whose money lasts less than thirty days, shortest first. */
  readonly runway: readonly ListRow[];
}

export function overview(asking: Asking, { period }: QueryInput<'overview'>): Overview {
  const month = monthAsked(period);
  const asOf = formatDay(lastDay(month));
  const { rows: balances } = listOf(asking, 'balances', { asOf })!;
  const { rows: exceptions } = listOf(asking, 'exceptions', { period })!;
  const state = monthState(asking.book, month);
  const figures = overviewFigures(asking, month, balances);
  const entities = overviewEntities(asking, month, balances, exceptions);
  return {
    period,
    asOf,
    state,
    figures,
    entities,
    work: workOf(state, exceptions, entities, figures),
    history: overviewHistory(asking, month),
    movers: moversOf(asking, month),
    runway: balances
      .filter((row) => row['runwayDays'] !== '' && Number(row['runwayDays']) < 30)
      .sort((left, right) => Number(left['runwayDays']) - Number(right['runwayDays'])),
  };
}

function workOf(
  state: Overview['state'],
  exceptions: readonly ListRow[],
  entities: readonly ListRow[],
  figures: readonly ListRow[],
): readonly WorkItem[] {
  const missing = exceptions.filter((row) => row['cause'] === 'missing-bill').length;
  const invoices = new Map(entities.map((row) => [row['entity'], Number(row['invoices'])]));
  const items: readonly WorkItem[] = [
    { task: 'import-bills', count: missing },
    { task: 'resolve-exceptions', count: exceptions.length - missing },
    { task: 'run-charges', count: state === 'run' ? 0 : 1 },
    { task: 'request-invoices', count: [...invoices.values()].reduce((sum, count) => sum + count, 0) },
    { task: 'settle-dues', count: figures.reduce((sum, row) => sum + Number(row['openDues']), 0) },
  ];
  return items.filter(({ count }) => count > 0);
}

/** The largest changes against the month before, as rows that figures are named in. */
export function moversOf(asking: Asking, month: Month): readonly ListRow[] {
  const now = chargedIn(asking, month, 'products');
  const before = chargedIn(asking, (month - 1) as Month, 'products');
  const changes = [...new Set([...now.keys(), ...before.keys()])].map((id) => {
    const [entity = '', product = '', currency = ''] = cellsOfId(id);
    return { entity, product, currency, current: now.get(id) ?? 0n, previous: before.get(id) ?? 0n };
  });
  const size = (change: { current: Minor; previous: Minor }): Minor => {
    const delta = change.current - change.previous;
    return delta < 0n ? -delta : delta;
  };
  return changes
    .filter((change) => size(change) > 0n)
    .sort((left, right) => compareLargest(size(left), size(right)))
    .slice(0, 8)
    .map(({ entity, product, currency, current, previous }) => ({
      id: rowId('mover', entity, product, currency),
      entity,
      product,
      currency,
      charges: formatMinor(current, currency),
      previous: formatMinor(previous, currency),
      delta: formatMinor(current - previous, currency),
    }));
}
