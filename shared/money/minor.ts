// Ledger amounts: integers of a currency's minor unit (cents, fen, yen), as bigint.
import { type Decimal, coefficientAt, formatCoefficient, parseDecimal, powerOfTen } from './decimal.ts';
import { currencyDecimals } from './currency.ts';

/** An amount in the minor unit of its currency: 12.34 CNY is 1234n, 1234 JPY is 1234n. */
export type Minor = bigint;

/** The largest size of a ledger amount: JSON readers everywhere must read it exactly. */
export const largestMinor: Minor = BigInt(Number.MAX_SAFE_INTEGER);

/** Exact conversion; undefined where the decimal has more digits than the currency, or is too large for the ledger. */
export function toMinor(value: Decimal, currency: string): Minor | undefined {
  const decimals = currencyDecimals(currency);
  if (value.scale <= decimals) return inRange(coefficientAt(value, decimals));
  const excess = powerOfTen(value.scale - decimals);
  return value.coefficient % excess === 0n ? inRange(value.coefficient / excess) : undefined;
}

function inRange(minor: Minor): Minor | undefined {
  return minor > largestMinor || minor < -largestMinor ? undefined : minor;
}

/** Reads a plain decimal text as an exact ledger amount; undefined where it is not one. */
export function parseMinor(text: string, currency: string): Minor | undefined {
  const value = parseDecimal(text);
  return value && toMinor(value, currency);
}

export function fromMinor(minor: Minor, currency: string): Decimal {
  return { coefficient: minor, scale: currencyDecimals(currency) };
}

/** Plain text with all decimals of the currency: `1234.50`, `-0.01`, `1234` for JPY. */
export function formatMinor(minor: Minor, currency: string): string {
  return formatCoefficient(minor, currencyDecimals(currency));
}
