// The record of the journal (rules L1, L2; formats.md §4): its shape and its text. Hashing is the ledger's.
import type { Minor } from '../money/minor.ts';

/** What happened, in the past tense; a closed list. */
export const recordKinds = [
  'bookCreated',
  'directoryImported',
  'entityAdded',
  'entityChanged',
  'accountAdded',
  'accountChanged',
  'accountClosed',
  'accountMoved',
  'creditLimitSet',
  'linkStarted',
  'linkEnded',
  'paymentModeSwitched',
  'offerAdded',
  'offerEnded',
  'productBlocked',
  'voucherAdded',
  'fundsMoved',
  'movementReversed',
  'movementsDoneAtVendor',
  'billsImported',
  'importUndone',
  'exceptionsResolved',
  'chargesRun',
  'vendorBalanceRecorded',
  'reimbursementRecorded',
  'policySet',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A change of one position (formats.md §4), in minor units of the currency. */
export interface Posting {
  readonly position: string;
  readonly amount: Minor;
  readonly currency: string;
}

/** JSON data with its members in a fixed order; amounts are decimal texts, days and months are texts. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A record before it is chained: everything but `prev` and `hash`. */
export interface RecordBody {
  readonly v: 1;
  readonly seq: number;
  /** The instant of entry, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
  /** `provider:id` of the desk's admin account, or '' for the book desk. */
  readonly desk: string;
  readonly kind: RecordKind;
  /** The idempotency key (rule F10). */
  readonly key: string;
  readonly data: { readonly [name: string]: Json };
  readonly post: readonly Posting[];
}

/** A record as it stands in the journal; hashes are 64 hexadecimal digits. */
export interface LedgerRecord extends RecordBody {
  readonly prev: string;
  readonly hash: string;
}

/** The hash that the first record names as the one before it. */
export const noHash = '0'.repeat(64);

/** The line of a record up to but not including `,"hash":`; its SHA-256 is the record's hash. */
export function recordText(body: RecordBody, prev: string): string {
  const post = body.post.map(
    (posting) => `[${JSON.stringify(posting.position)},${posting.amount},${JSON.stringify(posting.currency)}]`,
  );
  const { v, seq, at, by, desk, kind, key, data } = body;
  const head = JSON.stringify({ v, seq, at, by, desk, kind, key, data }).slice(0, -1);
  return `${head},"post":[${post.join(',')}],"prev":"${prev}"`;
}
