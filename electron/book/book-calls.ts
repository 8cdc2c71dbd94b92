// What is asked of a book that is open on a thread of its own, and what comes back: plain data, copied between threads.
import type { Desk } from '../../shared/book/desk.ts';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { BackupFacts, Damage, OpenBook } from '../../shared/contract/open-book.ts';
import type { QueryInput, QueryName } from '../../shared/contract/queries.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import type { LockHolder } from '../ledger/lock.ts';
import type { JournalPosition } from '../ledger/scan.ts';
import type { Command } from './open-book.ts';

/** A book as it stands on its thread; `position` is the end of its last record. */
export interface BookOnThread extends Pick<
  OpenBook,
  'name' | 'nameZh' | 'readOnly' | 'holder' | 'since' | 'diskSaid' | 'damage' | 'exposure' | 'setAsideBytes'
> {
  readonly id: string;
  readonly position: JournalPosition;
}

/** How far long work is: `total` is 0 while it is not known. */
export interface Advance {
  readonly done: number;
  readonly total: number;
  /** How many rows were read or written so far, where the work has rows. */
  readonly rows?: number;
}

/** What a salvage took over, and how many lines it had to leave. */
export interface Salvaged {
  readonly records: number;
  readonly left: number;
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
  /** The book as it stands now. */
  describe: { input: undefined; answer: BookOnThread };
  /** Whether the journal has that record there: whether the book goes on from a head that was seen. */
  extends: { input: JournalPosition; answer: boolean };
  /** Opens the book anew from its first record, for reading only, since verifying it has found this. */
  distrust: { input: Damage; answer: BookOnThread };
  /** Whether the book has grown since it was last backed up into its own folder. */
  isBackupDue: { input: undefined; answer: boolean };
  /** Writes a backup into a folder, the book's own where none is named, and removes those there that need not be kept; answers the file. */
  backUp: { input: { readonly folder?: string; readonly made: string }; answer: string };
  /** What a backup holds, and what the book in a folder would lose if it took its place. */
  inspectBackup: {
    input: { readonly backup: string; readonly folder: string | undefined };
    answer: Pick<BackupFacts, 'made' | 'records' | 'head' | 'lacking'>;
  };
  /** Restores a backup into a folder; answers where the book that stood there is kept now, '' where there was none. */
  restore: { input: { readonly backup: string; readonly folder: string; readonly now: string }; answer: string };
  /** Writes a new book of the undamaged records of the one in a folder. */
  salvage: { input: { readonly folder: string; readonly to: string }; answer: Salvaged };
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
