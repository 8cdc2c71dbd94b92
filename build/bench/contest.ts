// What is measured: the subject against a peer that does the same work, or the same work in another size.

/** One timed run: wall-clock seconds, the peak memory where it ran in a process of its own, and its answer as text. */
export interface Sample {
  readonly seconds: number;
  readonly peakBytes?: number | undefined;
  readonly answer: string;
}

export type Run = () => Promise<Sample>;

/** One row of the table. */
export interface Contest {
  readonly name: string;
  /** What the subject is measured against, with its version where it has one. */
  readonly peer: string;
  /** The largest ratio subject ÷ peer that is good enough; null for a report. */
  readonly mark: number | null;
  /** What is compared: seconds where nothing is said. */
  readonly compared?: 'seconds' | 'peakBytes' | undefined;
  /** The most seconds that the subject may take, in the place of a mark, where people wait for it. */
  readonly limitSeconds?: number | undefined;
  /** The most rounds that are run, where the peer takes minutes; one is run without a warm-up. */
  readonly rounds?: number | undefined;
  /** How many lines or records the subject handles, for its rate. */
  readonly items?: number | undefined;
  /** Makes or finds the inputs; runs nothing that is timed. */
  prepare(): Promise<{ readonly subject: Run; readonly peer: Run }>;
  /** What is wrong with the two answers; undefined where they are right. A faster wrong answer fails. */
  objection(subject: string, peer: string): string | undefined;
}

/** A contest measured: medians of all rounds. */
export interface Result {
  readonly name: string;
  readonly peer: string;
  readonly ratio: number;
  readonly mark: number | null;
  readonly limitSeconds: number | undefined;
  /** Whether the ratio is within the mark, or the seconds within the limit; true for a report. */
  readonly met: boolean;
  readonly seconds: number;
  readonly peerSeconds: number;
  readonly peakBytes: number | undefined;
  readonly items: number | undefined;
}
