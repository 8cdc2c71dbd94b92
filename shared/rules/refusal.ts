// A refusal is data: what happened, what was not changed, what to do next, and where.

/** Where in an input a refused value stands; rows count from 1 for the header line. */
export interface Place {
  readonly file?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
}

/** The answer of a rule that says no. `code` is a condition in camelCase; `rule` cites rules.md. */
export interface Refusal {
  readonly code: string;
  readonly what: string;
  readonly unchanged: string;
  readonly next: string;
  readonly where?: Place | undefined;
  readonly rule?: string | undefined;
  /** The movement that stands in the way, and its day: what can be gone to. */
  readonly movement?: { readonly key: string; readonly date: string } | undefined;
}

/** Thrown inside the pure core to leave a computation that a rule refuses; caught where commands are decided. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(...refusals: Refusal[]) {
    super(refusals.map((refusal) => refusal.what).join('\n'));
    this.refusals = refusals;
  }
}
