// What is asked of a book that is open on a thread of its own, and what comes back: plain data, copied between threads.
import type { Desk } from '../../shared/book/desk.ts';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { ReadOnly } from '../../shared/contract/app.ts';
import type { QueryInput, QueryName } from '../../shared/contract/queries.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import type { LockHolder } from '../ledger/lock.ts';
import type { Command } from './open-book.ts';

/** A book as it was opened; `holder` names who has it where it is open elsewhere. */
export interface BookOnThread {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly readOnly: ReadOnly | null;
  readonly holder: string;
}

/** How far long work is: `total` is 0 while it is not known. */
export interface Advance {
  readonly done: number;
  readonly total: number;
}

export interface NewBookTitle {
  readonly id: string;
  readonly name: string;
  readonly nameZh?: string | undefined;
  readonly baseCurrency: string;
}

/** Each call with its input and its answer. */
export interface BookCalls {
  open: { input: { readonly folder: string; readonly holder: LockHolder }; answer: BookOnThread };
  /** Makes an empty book in a folder that does not exist yet. */
  make: { input: { readonly folder: string; readonly title: NewBookTitle; readonly holder: LockHolder }; answer: void };
  /** Makes a book of a setup folder, its months charged but the last, whose bills are left to be imported. */
  makeSample: { input: { readonly folder: string; readonly setup: string; readonly holder: LockHolder }; answer: void };
  execute: { input: Command; answer: CommandAnswer };
  ask: {
    input: { readonly name: QueryName; readonly input: QueryInput<QueryName>; readonly desk: Desk };
    answer: unknown;
  };
  /** Whether a command with this id was carried out. */
  wasDone: { input: { readonly id: string }; answer: boolean };
  /** Writes a backup into a folder and removes those there that need not be kept. */
  backUp: { input: { readonly folder: string; readonly made: string }; answer: void };
  close: { input: undefined; answer: void };
}
export type BookCallName = keyof BookCalls;

/** To the thread. */
export type ToBook =
  | { readonly type: 'call'; readonly call: number; readonly name: BookCallName; readonly input: unknown }
  | { readonly type: 'cancel'; readonly call: number };

/** From the thread. A defect is a text for the log, never for the window. */
export type FromBook =
  | { readonly type: 'advance'; readonly call: number; readonly advance: Advance }
  | { readonly type: 'answer'; readonly call: number; readonly answer: unknown }
  | { readonly type: 'refused'; readonly call: number; readonly refusals: readonly Refusal[] }
  | { readonly type: 'cancelled'; readonly call: number }
  | { readonly type: 'defect'; readonly call: number; readonly text: string };
