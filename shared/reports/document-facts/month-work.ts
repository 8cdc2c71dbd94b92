// What documents say about prices and sources: worked out from the lines of a month that was run.
import type { Decimal } from '../../money/decimal.ts';
import { add, compareDecimals, zero } from '../../money/decimal.ts';
import { type Ratio, addRatios, zeroRatio } from '../../money/ratio.ts';
import type { Bucket } from '../../rules/bill.ts';
import type { ChargeWork } from '../../rules/charge.ts';
import { type AccountKey, accountKey } from '../../rules/names.ts';

/** The work of a month, and the bill files by owner. */
export interface MonthWork {
  readonly works: readonly ChargeWork[];
  readonly sources: ReadonlyMap<AccountKey, readonly string[]>;
}

/** The bill files that each owner's lines come from: lines as they are charged, each with the name of its file. */
export function sourcesOf(lines: Iterable<readonly [Bucket, string]>): MonthWork['sources'] {
  const sources = new Map<AccountKey, Set<string>>();
  for (const [{ provider, owner }, file] of lines) {
    const key = accountKey(provider, owner);
    sources.set(key, (sources.get(key) ?? new Set()).add(file));
  }
  return new Map([...sources].map(([key, files]) => [key, [...files]]));
}

/** The multiplier where one multiplier priced every line of some work that an offer priced; else null. */
export function multiplierOf(works: readonly ChargeWork[]): Decimal | null {
  let found: Decimal | null = null;
  for (const { offer } of works.flatMap((work) => work.parts)) {
    if (!offer) continue;
    if (offer.terms.kind !== 'multiplier') return null;
    if (found && compareDecimals(found, offer.terms.multiplier) !== 0) return null;
    found = offer.terms.multiplier;
  }
  return found;
}

/** Exact sums over the parts that an offer prices. */
export function offeredSums(works: readonly ChargeWork[]): {
  readonly list: Decimal;
  readonly billed: Decimal;
  readonly contract: Ratio;
} {
  let [list, billed, contract] = [zero, zero, zeroRatio];
  for (const { parts, offered } of works) {
    for (const { bucket, offer } of parts) if (offer) list = add(list, bucket.list);
    billed = add(billed, offered.billed);
    contract = addRatios(contract, offered.contract);
  }
  return { list, billed, contract };
}
