// An offer's multiplier with both readings (rule D5): English counts what is taken off, Chinese what is paid.
import { type Decimal, formatCoefficient, formatDecimal, multiply, subtract } from './decimal.ts';
import type { Language } from './display.ts';
import { ratioOf, roundRatio } from './ratio.ts';

const one: Decimal = { coefficient: 1n, scale: 0 };
const ten: Decimal = { coefficient: 10n, scale: 0 };
const hundred: Decimal = { coefficient: 100n, scale: 0 };

/**
 * `×0.70 (30% off)` or `×0.70（7 折）` on screens; documents put the reading first: `30% off (×0.70)`, `7 折（×0.70）`.
 * 1 reads "no discount"; above 1 is a surcharge. At least two decimals, more where the multiplier has them.
 */
export function formatMultiplier(multiplier: Decimal, language: Language, place: 'screen' | 'document'): string {
  const figure = `×${atLeastTwoDecimals(multiplier)}`;
  const reading = language === 'en' ? englishReading(multiplier) : chineseReading(multiplier);
  const [first, second] = place === 'screen' ? [figure, reading] : [reading, figure];
  return language === 'en' ? `${first} (${second})` : `${first}（${second}）`;
}

function atLeastTwoDecimals(value: Decimal): string {
  const plain = formatDecimal(value);
  return /\.\d\d/.test(plain) ? plain : formatCoefficient(roundRatio(ratioOf(value), 2), 2);
}

/** The percentage by which the multiplier lies below (positive) or above (negative) 1. */
function percentOff(multiplier: Decimal): Decimal {
  return multiply(subtract(one, multiplier), hundred);
}

function englishReading(multiplier: Decimal): string {
  const off = percentOff(multiplier);
  if (off.coefficient === 0n) return 'no discount';
  if (off.coefficient > 0n) return `${formatDecimal(off)}% off`;
  return `${formatDecimal({ ...off, coefficient: -off.coefficient })}% surcharge`;
}

function chineseReading(multiplier: Decimal): string {
  const off = percentOff(multiplier);
  if (off.coefficient === 0n) return '无折扣';
  if (multiplier.coefficient === 0n) return '免费';
  if (off.coefficient > 0n) return `${formatDecimal(multiply(multiplier, ten))} 折`;
  return `加价 ${formatDecimal({ ...off, coefficient: -off.coefficient })}%`;
}
