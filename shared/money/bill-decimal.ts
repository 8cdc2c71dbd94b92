// Strict reading of numbers as bills write them (rule B4): thousands commas, an exponent, a leading plus.
// Never guesses: what is not one number, and one number only, is refused. Setup files are stricter: parseDecimal.
import { type Decimal, parseDecimal, powerOfTen } from './decimal.ts';

const billNumber = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const largestExponent = 400;
const longestText = 400;

/**
 * Reads `1234.5`, `1,234,567.5`, `+3`, `.5`, `9E-9` exactly. Undefined for anything else: commas in wrong groups
 * (`12,34.5`), a bare point, spaces, exponents beyond ±400, texts beyond 400 characters.
 */
export function parseBillDecimal(text: string): Decimal | undefined {
  if (text.length > longestText) return undefined;
  const plain = parseDecimal(text);
  if (plain) return plain;
  const parts = billNumber.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', fraction = '', exponentText = '0'] = parts;
  const exponent = Number(exponentText);
  if (whole + fraction === '' || Math.abs(exponent) > largestExponent) return undefined;
  const size = BigInt(whole.replaceAll(',', '') + fraction);
  return shifted(sign === '-' ? -size : size, fraction.length - exponent);
}

function shifted(coefficient: bigint, scale: number): Decimal {
  return scale >= 0 ? { coefficient, scale } : { coefficient: coefficient * powerOfTen(-scale), scale: 0 };
}
