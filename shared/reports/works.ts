// The lines of a month as the charges they make, worked out anew from the lines that count: what explain, the preview
// and the checks show. Lines that wait for a decision (B5) are left out.
import { type Month } from '../calendar/day.ts';
import { asCharged } from '../book/exceptions.ts';
import type { Book } from '../book/book.ts';
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
  /** By the bucket as it is charged. */
  readonly origins: ReadonlyMap<Bucket, ImportedBucket>;
}

/** What was worked out of lines last, as of a record: many figures of a month are explained one after another. */
const worked = new WeakMap<readonly ImportedBucket[], { readonly seq: number; readonly month: MonthWorks }>();

export function worksIn({ book, sources }: Asking, period: Month): MonthWorks {
  const imported = sources.buckets(period);
  const known = worked.get(imported);
  if (known?.seq === book.seq) return known.month;
  const month = workOut(book, imported);
  worked.set(imported, { seq: book.seq, month });
  return month;
}

function workOut(book: Book, imported: readonly ImportedBucket[]): MonthWorks {
  const charged = asCharged(book);
  const origins = new Map<Bucket, ImportedBucket>();
  for (const one of imported)
    for (const bucket of charged(one.bucket))
      if (book.structure.accounts.has(accountKey(bucket.provider, bucket.owner))) origins.set(bucket, one);
  const works = workOf(book.structure, [...origins.keys()]);
  return { works, byCharge: new Map(works.map((work) => [chargeId(work), work])), origins };
}

/** The id of a charge's row: what makes it one charge (rule C1). */
export function chargeId(
  charge: Pick<ChargeWork, 'payer' | 'owner' | 'entity' | 'product' | 'category' | 'currency'>,
): string {
  const { payer, owner, entity, product, category, currency } = charge;
  return rowId(payer, owner, entity, product, category, currency);
}
