// Exact fractions as plain decimals: whole where they end within 8 digits after the point, else rounded there.
import { type Decimal, formatDecimal } from '../money/decimal.ts';
import { type Ratio, roundRatio } from '../money/ratio.ts';

const digits = 8;

/** Rounded half away from zero where it has more than 8 digits after the point. */
export function shownDecimal(value: Ratio): Decimal {
  return { coefficient: roundRatio(value, digits), scale: digits };
}

export function exactText(value: Ratio): string {
  return formatDecimal(shownDecimal(value));
}
