// What an entry of the timeline does to money, step by step. Postings, dues, float, invoiceable amounts and the split of
// a charge are all read from these effects, so that they cannot disagree.
import type { Day } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { AccountKey, EntityCode, MovementKey } from './names.ts';

/** Who owes whom through this step (rule R1); absent where nobody does. */
export interface Due {
  readonly creditor: EntityCode;
  readonly debtor: EntityCode;
}

interface Step {
  readonly amount: Minor;
  readonly due?: Due | undefined;
}

/** Cash that came in from outside: `account` got it, `origin` is whose money it is. */
export interface CashIn extends Step {
  readonly kind: 'topped-up' | 'cash-opened';
  readonly account: AccountKey;
  readonly holder: EntityCode;
  readonly origin: EntityCode;
}

/** Cash that went to another account, or stayed in an account that went to another entity (`holder-changed`). */
export interface CashMoved extends Step {
  readonly kind: 'allocated' | 'recovered' | 'holder-changed';
  readonly account: AccountKey;
  readonly holder: EntityCode;
  readonly to: AccountKey;
  readonly toHolder: EntityCode;
  readonly origin: EntityCode;
}

/** Cash to the bank of the account's entity (F13), or to the provider for what is owed (F7). */
export interface CashOut extends Step {
  readonly kind: 'withdrawn' | 'repaid';
  readonly account: AccountKey;
  readonly holder: EntityCode;
  readonly origin: EntityCode;
}

export interface GiftChanged extends Step {
  readonly kind: 'gift-given' | 'gift-expired';
  readonly account: AccountKey;
}

export interface OwedOpened extends Step {
  readonly kind: 'owed-opened';
  readonly account: AccountKey;
  readonly holder: EntityCode;
}

/** A part of a charge settled (F5); `charge` is its place in the run. */
export interface ChargeSettled extends Step {
  readonly kind: 'by-voucher' | 'by-gift' | 'by-cash' | 'by-credit';
  readonly account: AccountKey;
  readonly holder: EntityCode;
  readonly charge: number;
  /** Of cash alone: whose money it was, and the date and trail of the lot that was spent (F2). */
  readonly origin?: EntityCode | undefined;
  readonly lot?: { readonly date: Day; readonly trail: readonly MovementKey[] } | undefined;
  /** Of vouchers alone. */
  readonly voucher?: { readonly key: string; readonly priced: boolean } | undefined;
}

/** A negative charge that pays for a positive one of the same payer (F9). */
export interface ChargeSetOff extends Step {
  readonly kind: 'set-off';
  readonly account: AccountKey;
  readonly charge: number;
  readonly against: number;
}

/** What set-off leaves of a negative charge: cash of the payer's entity. */
export interface ChargeReturned extends Step {
  readonly kind: 'returned-as-cash';
  readonly account: AccountKey;
  readonly holder: EntityCode;
  readonly charge: number;
}

export type FundsEffect =
  CashIn | CashMoved | CashOut | GiftChanged | OwedOpened | ChargeSettled | ChargeSetOff | ChargeReturned;

/** A reimbursement between entities, or a due carried over from before the book. */
export interface Reimbursed {
  readonly kind: 'reimbursed' | 'due-opened';
  readonly creditor: EntityCode;
  readonly debtor: EntityCode;
  readonly currency: string;
  readonly amount: Minor;
}

export type Effect = FundsEffect | Reimbursed;

/** A due unless debtor and creditor are one entity. */
export function dueBetween(creditor: EntityCode, debtor: EntityCode): Due | undefined {
  return creditor === debtor ? undefined : { creditor, debtor };
}
