// The state of a book: the fold of its journal, kept in memory. Only enter.ts changes it, record by record.
import type { Day, Month } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { DiscountVariance } from '../rules/discount-check.ts';
import type { Movement, Reimbursement, Run } from '../rules/movement.ts';
import type { AccountKey, EntityCode, MovementKey } from '../rules/names.ts';
import type { OtherPayer } from '../rules/payer-check.ts';
import type { Structure } from '../rules/structure.ts';
import { type TimedEntry, type Timeline, emptyTimeline } from '../rules/timeline.ts';
import type { ImportFact } from './facts.ts';
import type { Row } from './row.ts';

/** Who the book is about. */
export interface BookTitle {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly baseCurrency: string;
}

/** A movement as entered, with what became of it. */
export interface BookedMovement {
  readonly movement: Movement;
  readonly seq: number;
  readonly entry: TimedEntry | null;
  readonly reversedBy?: MovementKey | undefined;
  readonly doneAtVendor?: { readonly date: Day; readonly reference: string } | undefined;
}

export interface PostedRun {
  readonly run: Run;
  readonly seq: number;
  readonly entry: TimedEntry;
  /** How many charges it has, known without looking at them. */
  readonly count: number;
  readonly variances: readonly (Omit<DiscountVariance, 'offers'> & { readonly offers: string })[];
  readonly otherPayers: readonly OtherPayer[];
  readonly imports: readonly string[];
}

export interface BookedImport {
  readonly fact: ImportFact;
  readonly seq: number;
  /** Undone, or replaced by another import: its lines count no longer. */
  readonly gone?: 'undone' | 'replaced' | undefined;
}

export interface VendorBalance {
  readonly account: AccountKey;
  readonly date: Day;
  readonly amount: Minor;
  readonly seq: number;
}

/** A decision about an exception: its cause, what was chosen, and why; `subject` is the account or import it is about. */
export interface Resolution {
  readonly subject: string;
  readonly cause: string;
  readonly resolution: string;
  /** The account that the lines are charged to where they are mapped; '' otherwise. */
  readonly to: string;
  /** The month it holds for. */
  readonly month: string;
  readonly reason: string;
  readonly seq: number;
}

export interface Book {
  title: BookTitle;
  structure: Structure;
  timeline: Timeline;
  movements: Map<MovementKey, BookedMovement>;
  reimbursements: Map<string, Reimbursement>;
  vendorBalances: VendorBalance[];
  imports: Map<string, BookedImport>;
  resolutions: Resolution[];
  /** Rows of tax_rates.csv (I6). */
  taxRates: Row[];
  runs: Map<Month, PostedRun>;
  /** Accounts that were adopted from bills (B5), with the month of their first line. */
  adopted: Set<AccountKey>;
  /** Rows of the structure tables as entered, so that the same row again is recognised (importDirectory). */
  rowsSeen: Set<string>;
  /** Every position of formats.md §4 that was ever touched, by currency and position. */
  positions: Map<string, { position: string; currency: string; amount: Minor }>;
  /** Idempotency keys with the record that answered them and the input it had (F10). */
  keys: Map<string, { seq: number; input: string }>;
  seq: number;
}

const emptyStructure: Structure = {
  policies: {},
  entities: new Map(),
  accounts: new Map(),
  links: new Map(),
  offers: new Map(),
  blocked: new Map(),
  vouchers: new Map(),
};

/** A book before its first record. */
export function emptyBook(): Book {
  return {
    title: { id: '', name: '', nameZh: '', baseCurrency: '' },
    structure: emptyStructure,
    timeline: emptyTimeline(),
    movements: new Map(),
    reimbursements: new Map(),
    vendorBalances: [],
    imports: new Map(),
    resolutions: [],
    taxRates: [],
    runs: new Map(),
    adopted: new Set(),
    rowsSeen: new Set(),
    positions: new Map(),
    keys: new Map(),
    seq: 0,
  };
}

/** The first month that was run; null before any. */
export function firstRunOf(book: Book): Month | null {
  return book.runs.size === 0 ? null : (Math.min(...book.runs.keys()) as Month);
}

/** The group's parent company. */
export function parentOf(structure: Structure): EntityCode | undefined {
  return [...structure.entities.values()].find((entity) => entity.parent === null)?.code;
}
