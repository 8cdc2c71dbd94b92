// Lines that cannot be charged until somebody decides (rule B5), grouped by cause.
import { formatMonth } from '../calendar/day.ts';
import { add, zero, type Decimal } from '../money/decimal.ts';
import type { Bucket } from './bill.ts';
import { payerOn } from './link.ts';
import { type AccountKey, accountKey } from './names.ts';
import type { Structure } from './structure.ts';

/** The kinds of exceptions that lines of a bill can have; overlapping files are found at import. */
export type LineExceptionKind = 'unknown-owner' | 'no-currency' | 'currency-differs';

/** One cause with everything that it holds up. */
export interface LineException {
  readonly kind: LineExceptionKind;
  readonly owner: AccountKey;
  readonly vendorPayer: string;
  readonly month: string;
  readonly currency: string;
  readonly lines: number;
  readonly billed: Decimal;
}

/** The open exceptions of these buckets; charging needs none (C6). */
export function lineExceptions(structure: Structure, buckets: readonly Bucket[]): readonly LineException[] {
  const found = new Map<string, LineException>();
  for (const bucket of buckets) {
    const kind = exceptionOf(structure, bucket);
    if (!kind) continue;
    const owner = accountKey(bucket.provider, bucket.owner);
    const { vendorPayer, currency } = bucket;
    const key = JSON.stringify([kind, owner, vendorPayer, bucket.month, currency]);
    const former = found.get(key);
    found.set(key, {
      kind,
      owner,
      vendorPayer,
      month: formatMonth(bucket.month),
      currency,
      lines: (former?.lines ?? 0) + bucket.lines,
      billed: add(former?.billed ?? zero, bucket.billed),
    });
  }
  return [...found.values()];
}

/** Why a bucket cannot be charged; undefined where it can. */
export function exceptionOf(structure: Structure, bucket: Bucket): LineExceptionKind | undefined {
  const owner = accountKey(bucket.provider, bucket.owner);
  const account = structure.accounts.get(owner);
  if (!account) {
    const payer = structure.accounts.get(accountKey(bucket.provider, bucket.vendorPayer));
    return bucket.currency === '' && !payer ? 'no-currency' : 'unknown-owner';
  }
  const currency = bucket.currency || account.currency;
  const payer = structure.accounts.get(payerOn(structure, owner, bucket.endDay));
  return currency === account.currency && currency === payer?.currency ? undefined : 'currency-differs';
}
