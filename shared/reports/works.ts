// The lines of a month as the charges they make, worked out anew from the lines that count: what explain, the preview
// and the checks show. Lines that wait for a decision (B5) are left out.
import { type Month } from '../calendar/day.ts';
import { chargeableBuckets } from '../book/exceptions.ts';
import type { Bucket } from '../rules/bill.ts';
import { type ChargeWork, workOf } from '../rules/charge.ts';
import { accountKey } from '../rules/names.ts';
import type { Asking, ImportedBucket } from './asking.ts';
import { rowId } from './figure.ts';

/** The charges of a month in the making, and where each of their lines comes from. */
export interface MonthWorks {
  readonly works: readonly ChargeWork[];
  /** By the id of the charge's row. */
  readonly byCharge: ReadonlyMap<string, ChargeWork>;
  readonly origins: ReadonlyMap<Bucket, ImportedBucket>;
}

export function worksIn({ book, sources }: Asking, period: Month): MonthWorks {
  const imported = sources.buckets(period);
  const known = imported
    .map(({ bucket }) => bucket)
    .filter(({ provider, owner }) => book.structure.accounts.has(accountKey(provider, owner)));
  const works = workOf(book.structure, chargeableBuckets(book, known));
  return {
    works,
    byCharge: new Map(works.map((work) => [chargeId(work), work])),
    origins: new Map(imported.map((one) => [one.bucket, one])),
  };
}

/** The id of a charge's row: what makes it one charge (rule C1). */
export function chargeId(
  charge: Pick<ChargeWork, 'payer' | 'owner' | 'entity' | 'product' | 'category' | 'currency'>,
): string {
  const { payer, owner, entity, product, category, currency } = charge;
  return rowId(payer, owner, entity, product, category, currency);
}
