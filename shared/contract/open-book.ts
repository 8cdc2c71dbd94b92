// The open book as the window sees it: whether anything can be entered and why not, what its folder is exposed to, and
// what verifying it has shown. It names places in files, never paths that could be sent back.
import type { Refusal } from '../rules/refusal.ts';

/** Why nothing can be entered, if so. */
export type ReadOnly = 'opened-elsewhere' | 'no-permission' | 'disk-failed' | 'damaged' | 'not-the-newest';

/** The first thing that does not hold; `line` and `record` are 0 where it is no single record. */
export interface Damage {
  readonly segment: string;
  readonly line: number;
  readonly record: number;
  readonly what: string;
}

/** A head noted earlier that was asked for, and the number of the record that has it; null where none has. */
export interface AnchorCheck {
  readonly head: string;
  readonly record: number | null;
}

interface Verified {
  /** The instant at which it ended, ISO 8601 in UTC. */
  readonly at: string;
  /** Verified were the records up to this one; it has the hash `head`. */
  readonly records: number;
  readonly head: string;
  /** What was held against what, by name. */
  readonly checked: readonly string[];
  readonly anchor: AnchorCheck | null;
}

/** What verifying every byte of the book has shown; nothing is verified before it has come to its end. */
export type Verification =
  | { readonly state: 'unverified'; readonly because: Refusal | null }
  | { readonly state: 'running' }
  | ({ readonly state: 'holds' } & Verified)
  | ({ readonly state: 'fails'; readonly damage: Damage; readonly isEvidenceAlone: boolean } & Verified);

/** A head of this book that was seen on this computer and that the book no longer holds. */
export interface SeenHead {
  readonly records: number;
  readonly head: string;
  /** When it was seen, ISO 8601 in UTC. */
  readonly at: string;
}

/** What changes a folder behind the program's back, and what it has left there already. */
export interface Exposure {
  /** The synchroniser or `a network share`; '' where none is known. */
  readonly by: string;
  readonly conflictCopies: readonly string[];
}

export interface OpenBook {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  /** Its folder as people read it; never sent back. */
  readonly folder: string;
  readonly sample: boolean;
  /** The desk that is worked at: the key of an admin account, '' for the book desk. */
  readonly desk: string;
  readonly records: number;
  readonly readOnly: ReadOnly | null;
  /** Who has the book where it is open elsewhere, and since when (ISO 8601, UTC). */
  readonly holder: string;
  readonly since: string;
  /** What the system said where the disk failed, '' else. */
  readonly diskSaid: string;
  readonly damage: Damage | null;
  readonly lost: SeenHead | null;
  readonly exposure: Exposure;
  /** Bytes of an interrupted entry that opening has set aside, 0 where there were none. */
  readonly setAsideBytes: number;
  readonly verification: Verification;
}

/** A backup that was chosen and proven whole; `lacking` are the records that the open book has and the backup lacks. */
export interface BackupFacts {
  /** Stands for its path in `restoreBackup`. */
  readonly token: string;
  readonly file: string;
  readonly made: string;
  readonly records: number;
  readonly head: string;
  readonly lacking: { readonly count: number; readonly first: string; readonly last: string } | null;
}
