// Exact decimal numbers of any length: what a bill line is made of. Never a binary float, never rounded here.

/** An exact decimal number: `coefficient` ÷ 10^`scale`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

export const zero: Decimal = { coefficient: 0n, scale: 0 };

const powers: bigint[] = [1n];

/** 10^`exponent` as a bigint; `exponent` is a whole number of at least 0. */
export function powerOfTen(exponent: number): bigint {
  for (let known = powers.length; known <= exponent; known++) powers.push(powers[known - 1]! * 10n);
  return powers[exponent]!;
}

const plain = /^-?\d+(\.\d+)?$/;

/** Reads a plain decimal (`1234.50`, `-0.01`); anything else, an exponent or a comma included, is undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  if (!plain.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { coefficient: BigInt(text), scale: 0 };
  return { coefficient: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/** The coefficient that `value` has at a scale that is not smaller than its own. */
export function coefficientAt(value: Decimal, scale: number): bigint {
  return value.scale === scale ? value.coefficient : value.coefficient * powerOfTen(scale - value.scale);
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { coefficient: coefficientAt(left, scale) + coefficientAt(right, scale), scale };
}

export function negate(value: Decimal): Decimal {
  return { coefficient: -value.coefficient, scale: value.scale };
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  return add(left, negate(right));
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { coefficient: left.coefficient * right.coefficient, scale: left.scale + right.scale };
}

/** Negative, zero or positive as `left` is smaller than, equal to or larger than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const difference = subtract(left, right).coefficient;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The shortest plain text of a decimal: `1.50` is written `1.5`, `-0.0` is `0`. */
export function formatDecimal(value: Decimal): string {
  let { coefficient, scale } = value;
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    scale -= 1;
  }
  return formatCoefficient(coefficient, scale);
}

/** Plain text with exactly `scale` digits after the point. */
export function formatCoefficient(coefficient: bigint, scale: number): string {
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  const sign = coefficient < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
