// What the rules see of bills: exact sums of lines that are alike in everything that decides payer and price.
import type { Day, Month } from '../calendar/day.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Category, Provider } from './names.ts';

/**
 * A bucket: the exact sum of all lines of one imported file that agree in every field named here. Nothing that a rule
 * looks at is lost by summing: days decide links and offers (P6), unit prices are kept apart (D1).
 */
export interface Bucket {
  readonly provider: Provider;
  /** The bill's month. */
  readonly month: Month;
  /** Vendor account numbers as text. */
  readonly owner: string;
  readonly vendorPayer: string;
  readonly product: string;
  readonly category: Category;
  /** '' where the file says none: the owner account's, else the payer account's. */
  readonly currency: string;
  /** The provider's day in which the usage starts; decides whose offers apply (P6). */
  readonly startDay: Day;
  /** The provider's day of the last instant inside the usage; decides who pays (P6). Equal to startDay for lines of one instant. */
  readonly endDay: Day;
  /** Usage, Purchase or Refund with a list cost and not covered by a commitment: offers price only these (D1). */
  readonly priceable: boolean;
  /** List unit price, where a priceable line has one other than 0; null otherwise. */
  readonly listUnitPrice: Decimal | null;
  /** Whether a priceable line without a unit price has a quantity (D1's second reading). */
  readonly hasQuantity: boolean;
  readonly lines: number;
  /** Exact sums. A line without a list cost adds 0 to `list`; one without an effective cost adds its billed cost to `effective`. */
  readonly list: Decimal;
  readonly billed: Decimal;
  readonly effective: Decimal;
  readonly quantity: Decimal;
  /** The vendor's own split where the file carries it, else 0 (F12). */
  readonly vendorVoucher: Decimal;
  readonly vendorGift: Decimal;
  readonly vendorCash: Decimal;
}
