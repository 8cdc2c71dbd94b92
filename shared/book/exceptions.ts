// The exceptions of a book that are open (rules B3, B5): worked out from its lines and the decisions taken, never stored.
import { formatMonth } from '../calendar/day.ts';
import { formatDecimal } from '../money/decimal.ts';
import type { Bucket } from '../rules/bill.ts';
import { type LineExceptionKind, exceptionOf, lineExceptions } from '../rules/exception.ts';
import { type AccountKey, accountKey, idOf } from '../rules/names.ts';
import type { Book, Resolution } from './book.ts';

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

/** The buckets that are charged, as they are charged (see `asCharged`). */
export function chargeableBuckets(book: Book, buckets: readonly Bucket[]): readonly Bucket[] {
  return buckets.flatMap(asCharged(book));
}

/**
 * What becomes of a bucket by the decisions of its month about what stands against it: none where it was set aside, with
 * another owner where it was mapped to another account, else the bucket itself. What then stands against the other
 * account is decided about in its turn.
 */
export function asCharged({ resolutions, structure }: Book): (bucket: Bucket) => readonly [] | readonly [Bucket] {
  const decided = new Map(
    resolutions
      .filter(({ resolution }) => resolution === 'set-aside' || resolution === 'map')
      .map((one) => [JSON.stringify([one.cause, one.subject, one.month]), one]),
  );
  if (decided.size === 0) return (bucket) => [bucket];
  return (bucket) => {
    const met = new Set<Resolution>();
    for (let now = bucket; ;) {
      const cause = exceptionOf(structure, now);
      const subject = accountKey(now.provider, now.owner);
      const one = cause && decided.get(JSON.stringify([cause, subject, formatMonth(now.month)]));
      if (!one || met.has(one)) return [now];
      if (one.resolution === 'set-aside') return [];
      met.add(one);
      now = mappedTo(now, one.to as AccountKey);
    }
  };
}

/** A bucket as one of another account's. */
export function mappedTo(bucket: Bucket, account: AccountKey): Bucket {
  return { ...bucket, owner: idOf(account) };
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
