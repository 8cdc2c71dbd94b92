// The exceptions of a book that are open (rules B3, B5): worked out from its lines and the decisions taken, never stored.
import { formatMonth } from '../calendar/day.ts';
import { formatDecimal } from '../money/decimal.ts';
import type { Bucket } from '../rules/bill.ts';
import { type LineExceptionKind, exceptionOf, lineExceptions } from '../rules/exception.ts';
import { accountKey } from '../rules/names.ts';
import type { Book } from './book.ts';

/** One open exception; those of one `cause` are decided together. */
export interface OpenException {
  readonly cause: LineExceptionKind | 'overlap';
  /** The account or import that it is about. */
  readonly subject: string;
  readonly vendorPayer: string;
  readonly month: string;
  readonly currency: string;
  readonly lines: number;
  /** Exact decimal text of the billed cost that it holds up. */
  readonly billed: string;
  /** What Enter does; none where only a person can know. */
  readonly suggested: 'adopt' | 'skip' | 'replace' | '';
  /** The imports that an overlapping one shares its lines with. */
  readonly beside: readonly string[];
}

/** The buckets that are charged: what stood against a line and was set aside in its month is not. */
export function chargeableBuckets(book: Book, buckets: readonly Bucket[]): readonly Bucket[] {
  const aside = new Set(
    book.resolutions
      .filter((one) => one.resolution === 'set-aside')
      .map(({ cause, subject, month }) => JSON.stringify([cause, subject, month])),
  );
  if (aside.size === 0) return buckets;
  return buckets.filter((bucket) => {
    const cause = exceptionOf(book.structure, bucket);
    const subject = accountKey(bucket.provider, bucket.owner);
    return cause === undefined || !aside.has(JSON.stringify([cause, subject, formatMonth(bucket.month)]));
  });
}

/** Every open exception of these buckets and of the files they came from. */
export function openExceptions(book: Book, buckets: readonly Bucket[]): readonly OpenException[] {
  const ofLines = lineExceptions(book.structure, chargeableBuckets(book, buckets)).map((one): OpenException => {
    const suggested = one.kind === 'unknown-owner' ? 'adopt' : '';
    const { owner, vendorPayer, month, currency, lines } = one;
    return {
      cause: one.kind,
      subject: owner,
      vendorPayer,
      month,
      currency,
      lines,
      billed: formatDecimal(one.billed),
      suggested,
      beside: [],
    };
  });
  return [...overlaps(book, buckets), ...ofLines];
}

function overlaps(book: Book, buckets: readonly Bucket[]): readonly OpenException[] {
  const months = new Set(buckets.map((bucket) => formatMonth(bucket.month)));
  const decided = new Set(book.resolutions.filter((one) => one.cause === 'overlap').map((one) => one.subject));
  return [...book.imports.values()].flatMap(({ fact, gone }) => {
    const overlapping = fact.shared.filter((one) => one.overlap && !book.imports.get(one.import)?.gone);
    const settled = gone || fact.decided !== '' || decided.has(fact.id);
    const month = fact.months.find((one) => months.has(one.month))?.month;
    if (overlapping.length === 0 || settled || month === undefined) return [];
    const lines = overlapping.reduce((sum, one) => sum + one.lines, 0);
    const beside = overlapping.map((one) => one.import);
    const isProvisional = (id: string): boolean => book.imports.get(id)?.fact.final === false;
    return [
      {
        cause: 'overlap' as const,
        subject: fact.id,
        vendorPayer: '',
        month,
        currency: '',
        lines,
        billed: '',
        suggested: fact.final && beside.every(isProvisional) ? ('replace' as const) : ('skip' as const),
        beside,
      },
    ];
  });
}
