// What an invoice request, a fapiao request or an internal charge note is made from (ux/documents.md §5.1, rule I3).
// Amounts are minor units of its currency.
import type { Day } from '../calendar/day.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Minor } from '../money/minor.ts';
import type { Stamp, TaxTitle } from './facts.ts';

export type RequestKind = 'invoice-request' | 'fapiao-request' | 'charge-note';

/** A line; amounts exclude tax. `taxRate` and `tax` are null where tax is not computed. */
export interface RequestLine {
  readonly description: string;
  /** The cloud account: name and number. */
  readonly account: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  /** A discount that the unit price does not contain. */
  readonly multiplier: Decimal | null;
  readonly net: Minor;
  /** 0.06 is 6 %. */
  readonly taxRate: Decimal | null;
  readonly tax: Minor | null;
}

/** Tax at one rate (rule I6); the `note` is its legal wording where there is one. */
export interface RateSummary {
  readonly rate: Decimal;
  readonly base: Minor;
  readonly tax: Minor;
  readonly note: string;
}

export interface RequestFacts {
  readonly kind: RequestKind;
  readonly stamp: Stamp;
  readonly seller: TaxTitle;
  readonly buyer: TaxTitle;
  readonly contact: string;
  /** The buyer's order number or cost centre. */
  readonly reference: string;
  readonly currency: string;
  readonly issued: Day;
  readonly due: Day | null;
  readonly lines: readonly RequestLine[];
  readonly rates: readonly RateSummary[];
  /** net + tax = total. */
  readonly totals: { readonly net: Minor; readonly tax: Minor; readonly total: Minor };
  /** Prepaid or credited before, subtracted from the total. */
  readonly applied: readonly { readonly label: string; readonly amount: Minor }[];
  /** The total less what is applied. */
  readonly amountDue: Minor;
  readonly remarks: readonly string[];
  readonly applicant: string;
  readonly reviewer: string;
  /** The 20 digits of the fapiao, once it is issued. */
  readonly fapiaoNumber: string;
}

/** In China, for CNY, a fapiao request; elsewhere an invoice request of the same content (rule I3). */
export function requestKind(country: string, currency: string): RequestKind {
  return country === 'CN' && currency === 'CNY' ? 'fapiao-request' : 'invoice-request';
}
