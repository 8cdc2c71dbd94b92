// The data of a record: lists of facts as rows of text, one closed shape for every kind of record (formats.md §4). What a
// fact means is said once, in enter.ts, whichever record brings it.
import type { Json } from './record.ts';
import type { Row } from './row.ts';

/** A bill file taken into the book: what was proven about it (B2) and what the rules need to know of its lines. */
export interface ImportFact {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly extension: string;
  readonly format: string;
  readonly final: boolean;
  readonly rows: number;
  readonly kept: number;
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[];
  /** Exact decimal texts. */
  readonly sums: readonly { readonly currency: string; readonly inFile: string; readonly kept: string }[];
  readonly months: readonly { readonly provider: string; readonly month: string; readonly lines: number }[];
  readonly vendorPayers: readonly { readonly provider: string; readonly id: string; readonly month: string }[];
  /** Files that share lines with this one: fewer than an overlap are a finding (B3). */
  readonly shared: readonly { readonly import: string; readonly lines: number; readonly overlap: boolean }[];
  /** What was decided about overlaps when the file was imported; '' where there are none, or nobody decided yet. */
  readonly decided: '' | 'keep' | 'skip' | 'replace';
  /** Imports whose shared lines were skipped in this one. */
  readonly skips: readonly string[];
  /** Imports that this one takes the place of. */
  readonly replaces: readonly string[];
  readonly partsDiffer: number;
}

/** The run of a month as posted: its charges as [payer, owner, entity, product, category, currency, list, amount]. */
export interface RunFact {
  readonly period: string;
  readonly charges: readonly (readonly [string, string, string, string, string, string, string, string])[];
  /** Lines that the vendor says another account pays than the book does (B5): [owner, vendor payer, payer, currency, lines, billed]. */
  readonly otherPayers: readonly (readonly [string, string, string, string, number, string])[];
  /** Discount variances (C4) as [owner, product, currency, amount, offers in words]. */
  readonly variances: readonly (readonly [string, string, string, string, string])[];
  /** The imports whose lines were charged. */
  readonly imports: readonly string[];
}

/** The facts that a record may bring; every list is in order of entry. */
export interface Facts {
  readonly book?: Row;
  /** Per provider, as in book.json. */
  readonly policies?: Json;
  readonly entities?: readonly Row[];
  readonly entityChanges?: readonly Row[];
  readonly accounts?: readonly Row[];
  readonly accountEdits?: readonly Row[];
  readonly accountChanges?: readonly Row[];
  /** Changes known before the funds of their day are: they hold from their day on, a move is not yet asked to be clean. */
  readonly changesAhead?: readonly Row[];
  /** Moves among the changes known ahead whose day has come: asked to be clean (P4). */
  readonly movesDue?: readonly Row[];
  readonly links?: readonly Row[];
  readonly linkEnds?: readonly Row[];
  readonly offers?: readonly Row[];
  readonly offerEnds?: readonly Row[];
  readonly blocks?: readonly Row[];
  readonly vouchers?: readonly Row[];
  readonly movements?: readonly Row[];
  readonly reversals?: readonly Row[];
  readonly doneAtVendor?: readonly Row[];
  readonly reimbursements?: readonly Row[];
  readonly vendorBalances?: readonly Row[];
  readonly taxRates?: readonly Row[];
  readonly imports?: readonly ImportFact[];
  readonly importsUndone?: readonly Row[];
  readonly resolutions?: readonly Row[];
  /** The structure facts are adopted from bills (B5): link guardrails are not asked. */
  readonly adopting?: boolean;
  readonly run?: RunFact;
}
