// Turns measures into the few figures that show whether the house stays small: median, nine tenths, longest.
import type { Measure } from './inspect.ts';

/** The value below which the share `part` (0 to 1) of the sorted lengths lies. */
function quantile(sorted: readonly Measure[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.lines ?? 0;
}

/** One line: how many there are, and how long they are. */
export function summary(what: string, measures: readonly Measure[]): string {
  const sorted = measures.toSorted((left, right) => left.lines - right.lines);
  const longest = sorted.at(-1);
  if (!longest) return `${what}: none`;
  const where = longest.name === '' ? longest.path : `${longest.name} in ${longest.path}`;
  return `${what}: ${sorted.length}, lines: median ${quantile(sorted, 0.5)}, 90 % within ${quantile(sorted, 0.9)}, longest ${longest.lines} (${where})`;
}
