// What commands and queries answer, whichever way they were reached.
import type { Refusal } from '../rules/refusal.ts';

/** A command that was carried out: the record that holds it and the head of the journal after it. */
export interface Done {
  readonly done: true;
  readonly seq: number;
  readonly head: string;
  readonly key: string;
  /** The record's kind; '' where nothing had to be recorded. */
  readonly kind: string;
  /** What the command made or found, in its own terms. */
  readonly result: Readonly<Record<string, unknown>>;
  /** The same key with the same input was carried out before (rule F10). */
  readonly repeated?: boolean;
}

export interface NotDone {
  readonly done: false;
  readonly refusals: readonly Refusal[];
}

export type CommandAnswer = Done | NotDone;

/** A page of a list: amounts are decimal texts with their currency beside them, sums are over all rows found. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly sums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
