// What a reimbursement statement is made from (ux/documents.md §5.4, rule R3). Amounts are minor units of its currency.
import type { Day } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { Stamp, TaxTitle } from './facts.ts';

/** One line of a statement: a charge, a credit, or a payment; `charge` and `credit` are never both given. */
export interface StatementLine {
  readonly date: Day;
  readonly document: string;
  /** The cloud account's name and its number at the provider; '' for a payment. */
  readonly account: string;
  readonly accountId: string;
  readonly provider: string;
  readonly description: string;
  readonly charge: Minor | null;
  readonly credit: Minor | null;
  /** The balance after this line. */
  readonly balance: Minor;
  readonly invoice: string;
  readonly disputed: boolean;
}

/** The movement of a balance: opening + charges + earlier periods − credits − payments = closing. */
export interface StatementMovement {
  readonly opening: Minor;
  readonly charges: Minor;
  readonly earlierPeriods: Minor;
  readonly credits: Minor;
  readonly payments: Minor;
  readonly closing: Minor;
}

/** The closing balance by days past due; their sum is the closing balance. */
export interface Ageing {
  readonly current: Minor;
  readonly upTo30: Minor;
  readonly upTo60: Minor;
  readonly upTo90: Minor;
  readonly over90: Minor;
}

export interface StatementFacts {
  readonly stamp: Stamp;
  readonly creditor: TaxTitle;
  readonly debtor: TaxTitle;
  readonly currency: string;
  readonly issued: Day;
  readonly due: Day | null;
  readonly agreement: string;
  readonly movement: StatementMovement;
  readonly lines: readonly StatementLine[];
  /** null where dues are not aged yet. */
  readonly ageing: Ageing | null;
  /** null where nothing was set off between the two. */
  readonly netting: {
    readonly due: Minor;
    readonly receivable: Minor;
    readonly net: Minor;
    readonly payer: string;
  } | null;
  readonly swift: string;
  readonly attachments: readonly { readonly name: string; readonly count: number }[];
}
