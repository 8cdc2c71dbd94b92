// The cash of accounts lot by lot (rule F2), oldest first, with where each came from and through.
import { formatDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatMinor } from '../../money/minor.ts';
import { entityOn } from '../../rules/link.ts';
import { pursesOn } from '../../rules/timeline.ts';
import { type Asking, dayAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { type List, columnsOf } from '../listing.ts';
import { seesBalance } from '../sight.ts';

const texts = ['provider', 'account', 'name', 'entity', 'origin', 'date', 'trail', 'allocation', 'currency'];

export function lotsList(asking: Asking, { account: wanted, asOf }: QueryInput<'lots'>): List {
  const { structure, timeline } = asking.book;
  const day = dayAsked(asking.book, asOf);
  const purses = pursesOn(timeline, structure, day);
  const accounts = [...structure.accounts.values()].filter(
    ({ key }) => (wanted === undefined || wanted === key) && seesBalance(asking, key, day),
  );
  const rows = accounts.flatMap(({ key, provider, id, name, currency }) =>
    (purses.get(key)?.lots ?? []).map((lot, place) => ({
      id: rowId(key, String(place + 1)),
      provider,
      account: id,
      name,
      entity: entityOn(structure, key, day),
      lot: String(place + 1),
      origin: lot.origin,
      date: formatDay(lot.date),
      trail: lot.trail.join(' '),
      allocation: lot.trail.at(-1) ?? '',
      currency,
      remaining: formatMinor(lot.remaining, currency),
    })),
  );
  return { columns: columnsOf({ text: texts, number: ['lot'], amount: ['remaining'] }), rows };
}
