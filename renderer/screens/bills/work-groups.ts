// The work of a month by kind: how many rows, and how much they are about, by currency.
import type { ListFilter } from '../../../shared/reports/listing.ts';
import { bridge } from '../../bridge.ts';
import { type WorkKind, workKinds } from './work-kinds.ts';

export interface WorkGroup {
  readonly kind: WorkKind;
  readonly count: number;
  /** By currency, of what is held up or differs. */
  readonly sums: Readonly<Record<string, string>>;
}

/** The rows of a kind that nobody has decided about, as conditions on its list. */
export function conditionsOf({ list, cause, suggested }: WorkKind): readonly ListFilter[] {
  if (list === 'findings')
    return [
      { column: 'kind', test: 'is', value: cause },
      { column: 'decided', test: 'is', value: '' },
    ];
  const ofCause: ListFilter = { column: 'cause', test: 'is', value: cause };
  return suggested ? [ofCause, { column: 'suggested', test: 'is', value: suggested }] : [ofCause];
}

/** The kinds of work that a month has. */
export async function workGroups(period: string): Promise<readonly WorkGroup[]> {
  const groups = await Promise.all(
    workKinds.map(async (kind): Promise<WorkGroup> => {
      const filter = [...conditionsOf(kind)];
      const { total, sums } = await bridge.query(kind.list, { period, limit: 1, filter });
      const column = kind.list === 'exceptions' ? 'billed' : 'amount';
      const amounts = Object.entries(sums).flatMap(([currency, sum]) =>
        currency === '' || sum[column] === undefined ? [] : [[currency, sum[column]] as const],
      );
      return { kind, count: total, sums: Object.fromEntries(amounts) };
    }),
  );
  return groups.filter(({ count }) => count > 0);
}
