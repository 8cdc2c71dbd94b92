// Sends the decision about a kind of work: for the rows that are ticked, else for all that the kind has.
import type { GridRow } from '../../components/grid/column.ts';
import { type Sent, send } from '../../state/send.ts';
import { wholeList } from '../../state/whole-list.ts';
import { conditionsOf } from './work-groups.ts';
import type { Resolution, WorkKind } from './work-kinds.ts';

interface Acceptance {
  readonly kind: WorkKind;
  readonly period: string;
  readonly resolution: Resolution;
  readonly reason: string;
  /** The account that lines are mapped to, by its key; '' where they are not. */
  readonly to: string;
  readonly ticked: readonly GridRow[];
}

/** Carries the decision out, or answers why not. */
export async function acceptWork({ kind, period, resolution, reason, to, ticked }: Acceptance): Promise<Sent> {
  const subjects = ticked.length > 0 ? ticked.map(subjectOf) : kind.suggested ? await allOf(kind, period) : undefined;
  const ids = subjects === undefined ? {} : { ids: [...subjects] };
  const target = resolution === 'map' ? { to } : {};
  return send('resolveExceptions', { cause: kind.cause, period, resolution, reason, ...target, ...ids });
}

/** A cause with several kinds is decided about row by row: the others are another kind's. */
async function allOf(kind: WorkKind, period: string): Promise<readonly string[]> {
  const filter = conditionsOf(kind).map((one) => ({ ...one }));
  return (await wholeList(kind.list, { period, filter })).map(subjectOf);
}

function subjectOf(row: GridRow): string {
  return row['subject'] ?? '';
}
