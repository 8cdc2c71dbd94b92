// Funds movements and reimbursements as facts with a value date (rules F2–F8, F11, F13, R4).
import type { Day, Month } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { AccountKey, Category, EntityCode, MovementKey, MovementKind } from './names.ts';
import type { Place } from './refusal.ts';

/** One row of funds.csv. */
export interface Movement {
  readonly key: MovementKey;
  readonly date: Day;
  readonly kind: MovementKind;
  readonly account: AccountKey;
  /** Where it goes: allocation and recovery alone. */
  readonly to: AccountKey | null;
  readonly amount: Minor;
  readonly currency: string;
  /** The entity whose money it is: top-up and opening-cash alone; null = the account's own entity on the day. */
  readonly origin: EntityCode | null;
  /** For a recovery the key of its allocation, otherwise free text. */
  readonly reference: string;
  readonly note: string;
  /** The key of the movement that this one reverses (F14). */
  readonly reverses?: MovementKey | undefined;
}

/** One row of reimbursements.csv. */
export interface Reimbursement {
  readonly key: string;
  readonly date: Day;
  readonly kind: 'payment' | 'opening';
  readonly debtor: EntityCode;
  readonly creditor: EntityCode;
  readonly amount: Minor;
  readonly currency: string;
  readonly reference: string;
  /** Where it stands in an input, for refusals. */
  readonly place?: Place | undefined;
}

/** A charge before it is settled (rules C1, C2): one row of charges.csv without its split. */
export interface Charge {
  readonly payer: AccountKey;
  readonly owner: AccountKey;
  /** The owner's entity on the day that decides its payer. */
  readonly entity: EntityCode;
  readonly product: string;
  readonly category: Category;
  readonly currency: string;
  readonly list: Minor;
  readonly amount: Minor;
}

/** The posted run of a month: its charges, settled with value date on the month's last day. */
export interface Run {
  readonly period: Month;
  readonly charges: readonly Charge[];
}
