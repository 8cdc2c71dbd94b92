// The sample group as the generator thinks of it, before it is written as the tables of a setup folder (formats.md §1).
import type { Day } from '../../shared/calendar/day.ts';
import type { Permission, Provider, Role } from '../../shared/rules/names.ts';

export interface SampleEntity {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly country: string;
  readonly currency: string;
  readonly taxId: string;
  readonly address: string;
  readonly phone: string;
  readonly bank: string;
  readonly bankAccount: string;
  /** '' for the group's parent company. */
  readonly parent: string;
}

/** Who pays for an account from a day on; null: the account itself. */
export interface Phase {
  readonly from: Day;
  readonly payer: SampleAccount | null;
}

export interface SampleAccount {
  readonly provider: Provider;
  readonly id: string;
  readonly name: string;
  readonly entity: SampleEntity;
  readonly role: Role;
  readonly currency: string;
  readonly creditLimit: string;
  /** null: from before the first month, or for good. */
  readonly opened: Day | null;
  readonly closed: Day | null;
  /** How much it uses, compared with others: 1 to 12. */
  readonly weight: number;
  /** Who allocates funds to it while it pays for itself. */
  readonly funder: SampleAccount | null;
  /** Whose offers price it; null: its own. */
  readonly discountsFrom: SampleAccount | null;
  /** In order of time; the first holds from before the first month. */
  readonly phases: readonly Phase[];
}

/** One row of links.csv. */
export interface SampleLink {
  readonly account: SampleAccount;
  readonly admin: SampleAccount;
  readonly mode: 'self-pay' | 'pay-on-behalf';
  readonly permissions: readonly Permission[];
  readonly crossEntityFunds: boolean;
  readonly from: Day;
  readonly to: Day | null;
}

/** One row of account_changes.csv. */
export interface SampleChange {
  readonly account: SampleAccount;
  readonly from: Day;
  readonly entity: string;
  readonly creditLimit: string;
}

/** An organisation or family of accounts at one provider: its members' bills come in one file or a few. */
export interface SampleFamily {
  readonly head: SampleAccount;
  /** All its accounts, the head first. */
  readonly accounts: readonly SampleAccount[];
  readonly links: readonly SampleLink[];
  readonly changes: readonly SampleChange[];
}

/** Who pays for what the account uses on the day (rule P6). */
export function payerOn(account: SampleAccount, day: Day): SampleAccount {
  let payer: SampleAccount = account;
  for (const phase of account.phases) if (phase.from <= day) payer = phase.payer ?? account;
  return payer;
}
