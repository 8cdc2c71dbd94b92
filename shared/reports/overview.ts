// Where a month stands: its figures against the month before, each entity's, what is left to do, how the last thirteen
// months went, what moved most, and which accounts run dry.
import { formatDay, lastDay } from '../calendar/day.ts';
import type { QueryInput } from '../contract/queries.ts';
import { type Asking, monthAsked } from './asking.ts';
import { listOf } from './list-queries.ts';
import { monthState } from './lists/months.ts';
import type { ListRow } from './listing.ts';
import { type History, overviewHistory } from './overview-history.ts';
import { overviewFigures } from './overview-figures.ts';
import { type Movers, moversOf } from './overview-movers.ts';
import { overviewEntities } from './overview-rows.ts';

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
  readonly movers: Movers;
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
  const items: readonly WorkItem[] = [
    { task: 'import-bills', count: missing },
    { task: 'resolve-exceptions', count: exceptions.length - missing },
    { task: 'run-charges', count: state === 'run' ? 0 : 1 },
    { task: 'request-invoices', count: entities.reduce((sum, row) => sum + Number(row['invoices']), 0) },
    { task: 'settle-dues', count: figures.reduce((sum, row) => sum + Number(row['openDues']), 0) },
  ];
  return items.filter(({ count }) => count > 0);
}
