// How charging says that exceptions are open (rules B3, B5, C6): one refusal for each, with the first line it is about.
// It decides nothing.
import type { Bucket } from '../rules/bill.ts';
import { accountKey } from '../rules/names.ts';
import type { Place, Refusal } from '../rules/refusal.ts';
import type { Book } from './book.ts';
import type { Evidence } from './decision.ts';
import type { OpenException } from './exceptions.ts';

/** The refusals for the open exceptions of the period whose lines the evidence holds. */
export function exceptionRefusals(
  book: Book,
  open: readonly OpenException[],
  { buckets = [], placeOf }: Evidence,
): readonly Refusal[] {
  return open.map((exception) => {
    const field = exception.cause === 'unknown-owner' ? 'owner' : 'currency';
    const first = buckets.find((bucket) => isAbout(bucket, exception));
    const where = (first && placeOf?.(first, field)) ?? { value: exception.subject };
    return { ...said(book, exception, where), unchanged: 'No charges were posted.' };
  });
}

function isAbout(bucket: Bucket, { subject, vendorPayer, currency }: OpenException): boolean {
  const isOwner = accountKey(bucket.provider, bucket.owner) === subject;
  return isOwner && bucket.vendorPayer === vendorPayer && bucket.currency === currency;
}

function said(book: Book, exception: OpenException, where: Place): Omit<Refusal, 'unchanged'> {
  const { cause, subject, vendorPayer, month, currency, lines } = exception;
  switch (cause) {
    case 'unknown-owner':
      return {
        code: 'unknownOwner',
        rule: 'B5',
        what: `Lines of ${month} (${lines}) that ${vendorPayer} pays belong to ${subject}, which the book does not know.`,
        next: 'Add the account, or let it be adopted as the bill shows it (--adopt), then run the charges again.',
        where,
      };
    case 'no-currency':
      return {
        code: 'noCurrency',
        rule: 'B5',
        what: `Lines of ${subject} for ${month} (${lines}) say no currency, and the book knows neither their owner nor their payer.`,
        next: 'Add the account with its currency, or export the bill with its currency column.',
        where,
      };
    case 'currency-differs':
      return {
        code: 'billCurrencyDiffers',
        rule: 'B5',
        what: `Lines of ${subject} for ${month} (${lines}) are in ${currency || 'its own currency'}; it or its payer is kept in another.`,
        next: 'Correct the bill or the account, or set the lines aside with a reason, then run the charges again.',
        where,
      };
    case 'overlap':
      return overlapSaid(book, exception);
  }
}

function overlapSaid(book: Book, { subject, month, lines }: OpenException): Omit<Refusal, 'unchanged'> {
  const fact = book.imports.get(subject)?.fact;
  const others = (fact?.shared ?? [])
    .filter((one) => one.overlap)
    .map((one) => book.imports.get(one.import)?.fact.name);
  return {
    code: 'filesOverlap',
    rule: 'B3',
    what: `${lines} lines of ${month} stand in ${fact?.name} and in ${others.join(', ')} as well.`,
    next: 'Decide whether to keep both, skip the shared lines or replace the earlier file (--duplicates keep|skip|replace).',
    where: { file: fact?.name },
  };
}
