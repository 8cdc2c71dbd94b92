// Subject and peer that are measured in one go, in turns too short for a run of their own: each pass serves both sides of
// a round.
import type { Run, Sample } from './contest.ts';

/** What one pass measured. */
export interface Pair {
  readonly subject: Sample;
  readonly peer: Sample;
}

/** The two runs of a contest over passes; whichever side is asked first runs the pass. */
export function pairedRuns(pass: () => Promise<Pair>): { readonly subject: Run; readonly peer: Run } {
  const waiting: { subject: Sample | undefined; peer: Sample | undefined } = { subject: undefined, peer: undefined };
  const side = (own: keyof Pair, other: keyof Pair): Run => {
    return async () => {
      const kept = waiting[own];
      waiting[own] = undefined;
      if (kept) return kept;
      const pair = await pass();
      waiting[other] = pair[other];
      return pair[own];
    };
  };
  return { subject: side('subject', 'peer'), peer: side('peer', 'subject') };
}

/** The smallest of some numbers that so great a share of them does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  return [...numbers].sort((left, right) => left - right)[Math.ceil(numbers.length * share) - 1]!;
}
