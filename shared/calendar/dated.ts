// Facts that hold from a day (inclusive) to a day (exclusive); either end may be open.
import type { Day } from './day.ts';

export interface DatedRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Whether the range holds on the day: `from` inclusive, `to` exclusive (rule S4). */
export function inForce(range: DatedRange, day: Day): boolean {
  return (range.from === null || range.from <= day) && (range.to === null || day < range.to);
}

/** Whether the range holds on at least one day from `first` to `last`, both inclusive. */
export function touches(range: DatedRange, first: Day, last: Day): boolean {
  return (range.from === null || range.from <= last) && (range.to === null || range.to > first);
}

export function overlap(left: DatedRange, right: DatedRange): boolean {
  return before(left.from, right.to) && before(right.from, left.to);
}

function before(from: Day | null, to: Day | null): boolean {
  return from === null || to === null || from < to;
}

/** A value that changes on days: `initial` holds before the first change, each change from its day on. */
export interface DatedValue<T> {
  readonly initial: T;
  readonly changes: readonly { readonly from: Day; readonly value: T }[];
}

/** The value on the day; of changes on one day the later entry counts. */
export function valueOn<T>(dated: DatedValue<T>, day: Day): T {
  let value = dated.initial;
  let since = Number.NEGATIVE_INFINITY;
  for (const change of dated.changes) {
    if (change.from <= day && change.from >= since) {
      value = change.value;
      since = change.from;
    }
  }
  return value;
}
