// Exact numbers straight from bytes: plain decimals of up to 15 digits as safe integers with a scale, everything else
// through parseBillDecimal. What is read is the same in both ways; nothing is ever rounded.
import { parseBillDecimal } from '../../shared/money/bill-decimal.ts';
import { type Cell, cellText } from './cell.ts';

/**
 * The number read last, without needless zeros after the point: `mantissa` ÷ 10^`scale`, or where the mantissa is not a
 * safe integer, `large` ÷ 10^`scale` with `mantissa` NaN.
 */
export interface NumberCell {
  mantissa: number;
  scale: number;
  large: bigint;
}

export function emptyNumber(): NumberCell {
  return { mantissa: 0, scale: 0, large: 0n };
}

const minus = 0x2d;
const point = 0x2e;
const digitZero = 0x30;
const mostDigits = 15;
const powers = Array.from({ length: mostDigits + 1 }, (_, exponent) => 10 ** exponent);

/** Reads the cell; false where it is not a number as bills write them. */
export function readNumber(cell: Cell, into: NumberCell): boolean {
  return readPlain(cell, into) || readOther(cell, into);
}

function readPlain({ bytes, start, end }: Cell, into: NumberCell): boolean {
  const negative = bytes[start] === minus;
  let position = negative ? start + 1 : start;
  let mantissa = 0;
  let digits = 0;
  const whole = position;
  for (; position < end; position++) {
    const digit = bytes[position]! - digitZero;
    if (digit < 0 || digit > 9) break;
    mantissa = mantissa * 10 + digit;
    if (mantissa > 0) digits++;
  }
  if (position === whole && bytes[position] !== point) return false;
  let scale = 0;
  if (position < end) {
    if (bytes[position] !== point || position + 1 === end) return false;
    let zeros = 0;
    for (position++; position < end; position++) {
      const digit = bytes[position]! - digitZero;
      if (digit < 0 || digit > 9) return false;
      if (digit === 0) {
        zeros++;
        continue;
      }
      if (zeros >= mostDigits) return false;
      if (mantissa > 0) digits += zeros;
      mantissa = mantissa * powers[zeros + 1]! + digit;
      digits++;
      scale += zeros + 1;
      zeros = 0;
      if (digits > mostDigits) return false;
    }
  }
  if (digits > mostDigits) return false;
  into.mantissa = negative && mantissa > 0 ? -mantissa : mantissa;
  into.scale = scale;
  return true;
}

function readOther(cell: Cell, into: NumberCell): boolean {
  const value = parseBillDecimal(cellText(cell));
  if (!value) return false;
  let { coefficient, scale } = value;
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    scale -= 1;
  }
  const mantissa = Number(coefficient);
  into.mantissa = Number.isSafeInteger(mantissa) ? mantissa : Number.NaN;
  into.large = coefficient;
  into.scale = scale;
  return true;
}
