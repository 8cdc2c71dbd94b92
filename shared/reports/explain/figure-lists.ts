// The rows that a figure's key may name, for queries that answer more than a list too.
import { formatMonth } from '../../calendar/day.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { chargesPreview, previewAmounts } from '../charges-preview.ts';
import type { FigureInput } from '../figure.ts';
import { listOf } from '../list-queries.ts';
import type { FigureDraft } from '../../contract/queries.ts';
import { type List, columnsOf } from '../listing.ts';
import { lossCheck } from '../loss-check.ts';
import { balancesAt, figureAmounts, overviewFigures } from '../overview-figures.ts';
import { othersRows, overviewHistory } from '../overview-history.ts';
import { moversOf } from '../overview-movers.ts';
import { entityAmounts, overviewCounts, overviewEntities } from '../overview-rows.ts';
import { planFigures, triedFigures } from './draft-figures.ts';

/** The list that a figure stands in; undefined where the query has no figures. */
export function listOfFigures(
  asking: Asking,
  query: string,
  input: FigureInput,
  draft?: FigureDraft,
): List | undefined {
  const text = (name: string): string => String(input[name] ?? '');
  switch (query) {
    case 'overview':
      return overviewList(asking, text('period'));
    case 'chargesPreview':
      return {
        columns: columnsOf({ amount: previewAmounts }),
        rows: chargesPreview(asking, { period: text('period') }).rows,
      };
    case 'lossCheck': {
      const asOf = input['asOf'] === undefined ? {} : { asOf: text('asOf') };
      const { rows, totals } = lossCheck(asking, { account: text('account'), admin: text('admin'), ...asOf });
      return { columns: columnsOf({ amount: ['list', 'before', 'after', 'difference'] }), rows: [...rows, ...totals] };
    }
    case 'allocationPlan':
    case 'recoveryPlan':
      return planFigures(asking, query, text('asOf'), draft);
    case 'importTrial':
      return triedFigures(draft);
    default:
      return listOf(asking, query, input);
  }
}

/** The overview's rows by currency, and by entity and currency; what moved, and what its history sums up. */
function overviewList(asking: Asking, period: string): List {
  const month = monthAsked(period);
  const balances = balancesAt(asking, month);
  const { rows: exceptions } = listOf(asking, 'exceptions', { period: formatMonth(month) })!;
  const { rows: movers, others } = moversOf(asking, month);
  const rows = [
    ...overviewFigures(asking, month, balances),
    ...overviewEntities(asking, month, balances, exceptions),
    ...movers,
    ...(others ? [others] : []),
    ...othersRows(overviewHistory(asking, month)),
  ];
  return { columns: columnsOf({ number: overviewCounts, amount: [...figureAmounts, ...entityAmounts] }), rows };
}
