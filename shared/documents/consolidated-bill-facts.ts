// What a consolidated bill is made from (ux/documents.md §5.3, rule I1). Amounts are minor units of their part's
// currency; currencies are never mixed, so each has a part of its own.
import type { Decimal } from '../money/decimal.ts';
import type { Minor } from '../money/minor.ts';
import type { Stamp, TaxTitle } from './facts.ts';

/** list − discount = total = set off + vouchers + gift + cash + credit. */
export interface BillAmounts {
  readonly list: Minor;
  readonly discount: Minor;
  readonly setOff: Minor;
  readonly vouchers: Minor;
  readonly gift: Minor;
  readonly cash: Minor;
  readonly credit: Minor;
  readonly total: Minor;
}

export interface BillSummary {
  readonly previousBalance: Minor;
  readonly topUps: Minor;
  readonly allocationsIn: Minor;
  readonly allocationsOut: Minor;
  readonly closingBalance: Minor;
  readonly amounts: BillAmounts;
  /** The part of the total that is tax. */
  readonly tax: Minor;
  readonly paidOnBehalf: Minor;
  readonly selfPaid: Minor;
}

export interface BillEntity {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly accounts: number;
  readonly list: Minor;
  readonly discount: Minor;
  readonly vouchers: Minor;
  readonly tax: Minor;
  readonly total: Minor;
  /** The total of the month before; null where there is none. */
  readonly previous: Minor | null;
}

export interface BillService {
  readonly provider: string;
  readonly service: string;
  readonly list: Minor;
  readonly total: Minor;
}

/** The charges of an account for a product; `multiplier` where one offer priced them all. */
export interface BillProduct {
  readonly product: string;
  readonly multiplier: Decimal | null;
  readonly amounts: BillAmounts;
}

export interface BillAccount {
  readonly name: string;
  /** `provider:id`. */
  readonly account: string;
  readonly mode: 'self-pay' | 'pay-on-behalf';
  /** The paying account's name; '' where it pays for itself. */
  readonly payer: string;
  /** The bill files that its charges come from. */
  readonly sources: readonly string[];
  readonly amounts: BillAmounts;
  readonly products: readonly BillProduct[];
}

/** The accounts of one entity, by code, with their totals. */
export interface BillSection {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly amounts: BillAmounts;
  readonly accounts: readonly BillAccount[];
}

export interface BillDiscount {
  readonly holder: string;
  readonly product: string;
  readonly base: Minor;
  readonly multiplier: Decimal | null;
  readonly saved: Minor;
  /** Billed − contract (rule C4). */
  readonly deviation: Minor;
}

/** vendor total + adjustments − this bill = difference. */
export interface BillTieOut {
  readonly file: string;
  readonly vendorTotal: Minor;
  readonly adjustments: Minor;
  readonly statement: Minor;
  readonly difference: Minor;
}

export interface BillException {
  readonly code: string;
  readonly count: number;
  readonly amount: Minor | null;
  readonly resolution: string;
}

/** Everything of a bill in one currency. Services are the ten largest and, where there are more, the rest as one row. */
export interface BillPart {
  readonly currency: string;
  readonly summary: BillSummary;
  readonly entities: readonly BillEntity[];
  readonly services: readonly BillService[];
  readonly sections: readonly BillSection[];
  readonly discounts: readonly BillDiscount[];
  readonly tieOut: readonly BillTieOut[];
  readonly exceptions: readonly BillException[];
}

export interface BillFacts {
  readonly stamp: Stamp;
  /** The entity of the desk that the bill is made for, and the desk's account, `provider:id`. */
  readonly desk: TaxTitle;
  readonly account: string;
  readonly scope: 'group' | 'entity' | 'set';
  readonly preparedBy: string;
  readonly reviewedBy: string;
  readonly parts: readonly BillPart[];
}
