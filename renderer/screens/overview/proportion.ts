// How long a bar is: amounts against the largest of them, in thousandths. Only drawn, never shown as figures.
import { type Decimal, compareDecimals, negate, parseDecimal, zero } from '../../../shared/money/decimal.ts';

/** The size of an amount, its sign aside; what is no amount is nothing. */
export function sizeOf(amount: string | undefined): Decimal {
  const value = parseDecimal(amount ?? '') ?? zero;
  return value.coefficient < 0n ? negate(value) : value;
}

export function largestOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((most, each) => (compareDecimals(each, most) > 0 ? each : most), zero);
}

/** The part that an amount is of a whole, from 0 to 1000. */
export function thousandths(part: Decimal, whole: Decimal): number {
  if (whole.coefficient === 0n) return 0;
  const scale = Math.max(part.scale, whole.scale);
  const at = ({ coefficient, scale: own }: Decimal): bigint => coefficient * 10n ** BigInt(scale - own);
  return Number((at(part) * 1000n) / at(whole));
}
