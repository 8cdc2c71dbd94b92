// Where the vendor's bill names another payer than the book does (rule B5): the book decides, and the difference is a finding.
import { type Decimal, add, zero } from '../money/decimal.ts';
import type { ChargeWork } from './charge.ts';
import { type AccountKey, accountKey } from './names.ts';
import { compareText, firstDifference } from './order.ts';

export interface OtherPayer {
  readonly owner: AccountKey;
  readonly vendorPayer: AccountKey;
  readonly payer: AccountKey;
  readonly currency: string;
  readonly lines: number;
  readonly billed: Decimal;
}

/** The lines of a month whose payer differs, summed by owner and the two payers. */
export function payerCheck(works: readonly ChargeWork[]): readonly OtherPayer[] {
  const sums = new Map<string, OtherPayer>();
  for (const { owner, payer, currency, parts } of works) {
    for (const { bucket } of parts) {
      const vendorPayer = accountKey(bucket.provider, bucket.vendorPayer);
      if (vendorPayer === payer) continue;
      const key = JSON.stringify([owner, vendorPayer, payer, currency]);
      const sum = sums.get(key) ?? { owner, vendorPayer, payer, currency, lines: 0, billed: zero };
      sums.set(key, { ...sum, lines: sum.lines + bucket.lines, billed: add(sum.billed, bucket.billed) });
    }
  }
  return [...sums.values()].sort(compareOtherPayers);
}

/** The order of lines tells nothing here either (C5). */
function compareOtherPayers(left: OtherPayer, right: OtherPayer): number {
  return firstDifference(
    compareText(left.owner, right.owner),
    compareText(left.vendorPayer, right.vendorPayer),
    compareText(left.payer, right.payer),
    compareText(left.currency, right.currency),
  );
}
