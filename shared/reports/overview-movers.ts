// What moved most against the month before, by entity and product, in the one currency that the overview's charts show;
// and all the rest together, so that the changes lead from one month's charges to the next.
import type { Month } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { compareLargest } from '../rules/order.ts';
import type { Asking } from './asking.ts';
import { chargedIn } from './charged.ts';
import { cellsOfId, rowId } from './figure.ts';
import type { ListRow } from './listing.ts';
import { baseFirst } from './overview-figures.ts';

/** Changes against the month before; each row has `charges`, `previous` and `delta`. */
export interface Movers {
  /** The book's base currency where anything was charged in it in either month; '' where nothing was, or the month was not run. */
  readonly currency: string;
  /** The eight largest changes, largest first. */
  readonly rows: readonly ListRow[];
  /** All other changes summed, with what stayed as it was; undefined where nothing else changed. */
  readonly others: ListRow | undefined;
}

const mostMovers = 8;

interface Change {
  readonly entity: string;
  readonly product: string;
  readonly current: Minor;
  readonly previous: Minor;
}

/** The movers of a month that was run; none of one that was not. */
export function moversOf(asking: Asking, month: Month): Movers {
  if (!asking.book.runs.has(month)) return { currency: '', rows: [], others: undefined };
  const now = chargedIn(asking, month, 'products');
  const before = chargedIn(asking, (month - 1) as Month, 'products');
  const changes = [...new Set([...now.keys(), ...before.keys()])].map((id) => {
    const [entity = '', product = '', currency = ''] = cellsOfId(id);
    return { entity, product, currency, current: now.get(id) ?? 0n, previous: before.get(id) ?? 0n };
  });
  const currency = [...new Set(changes.map((change) => change.currency))].sort(baseFirst(asking))[0] ?? '';
  const ofCurrency = changes.filter((change) => change.currency === currency);
  const sorted = ofCurrency
    .filter((change) => sizeOf(change) > 0n)
    .sort((left, right) => compareLargest(sizeOf(left), sizeOf(right)));
  const rest = sorted.slice(mostMovers);
  const still = ofCurrency.filter((change) => sizeOf(change) === 0n);
  return {
    currency,
    rows: sorted.slice(0, mostMovers).map((change) => {
      return rowOf(rowId('mover', change.entity, change.product, currency), change, currency);
    }),
    others:
      rest.length === 0
        ? undefined
        : rowOf(rowId('movers', currency), { entity: '', product: '', ...sumOf([...rest, ...still]) }, currency),
  };
}

function sizeOf({ current, previous }: Change): Minor {
  return (current < previous ? previous - current : current - previous) as Minor;
}

function sumOf(changes: readonly Change[]): Pick<Change, 'current' | 'previous'> {
  return changes.reduce(
    (sum, { current, previous }) => {
      return { current: (sum.current + current) as Minor, previous: (sum.previous + previous) as Minor };
    },
    { current: 0n as Minor, previous: 0n as Minor },
  );
}

function rowOf(id: string, { entity, product, current, previous }: Change, currency: string): ListRow {
  return {
    id,
    ...(entity !== '' && { entity, product }),
    currency,
    charges: formatMinor(current, currency),
    previous: formatMinor(previous, currency),
    delta: formatMinor((current - previous) as Minor, currency),
  };
}
