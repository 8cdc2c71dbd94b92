// Money as people read it, on screens and in documents (ux/conventions.md §3.12). Exact at every size; nothing that is
// formatted here is ever read back as data.
import { currencyDecimals } from './currency.ts';
import { type Decimal, formatCoefficient, formatDecimal } from './decimal.ts';
import { type Minor, fromMinor } from './minor.ts';
import { type Ratio, ratioOf, roundRatio } from './ratio.ts';

/** The languages of the program and its documents. */
export type Language = 'en' | 'zh';
/** Where a figure stands: on a screen of either language, or in an English or Chinese document. */
export type Form = 'screen' | Language;
/** How a negative figure is marked. */
export type Negatives = 'parentheses' | 'minus';

/** What stands for an amount of exactly zero. */
const exactZero = '–';

const usualNegatives: Readonly<Record<Form, Negatives>> = { screen: 'parentheses', en: 'parentheses', zh: 'minus' };
const currencySigns: Readonly<Record<string, string>> = { CNY: '¥' };

/** Digits with a comma between groups of three: `1,234.50`. */
export function groupDigits(plain: string): string {
  const point = plain.indexOf('.');
  const whole = point < 0 ? plain : plain.slice(0, point);
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (point < 0 ? '' : plain.slice(point));
}

function marked(negative: boolean, digits: string, negatives: Negatives): string {
  if (!negative) return digits;
  return negatives === 'parentheses' ? `(${digits})` : `-${digits}`;
}

/**
 * A figure with exactly `decimals` digits after the point and no currency: `1,234.50`, `(1,234.50)`, `–` for exactly
 * zero, `0.00` for what only rounds to zero (half away from zero), '' for null (not applicable).
 */
export function formatFigure(
  value: Decimal | null,
  decimals: number,
  form: Form,
  negatives: Negatives = usualNegatives[form],
): string {
  if (value === null) return '';
  if (value.coefficient === 0n) return exactZero;
  const rounded = roundRatio(ratioOf(value), decimals);
  const digits = groupDigits(formatCoefficient(rounded < 0n ? -rounded : rounded, decimals));
  return marked(rounded < 0n, digits, negatives);
}

/** A ledger amount without its currency, which stands in the column's or group's header. */
export function formatAmount(minor: Minor | null, currency: string, form: Form, negatives?: Negatives): string {
  const value = minor === null ? null : fromMinor(minor, currency);
  return formatFigure(value, currencyDecimals(currency), form, negatives ?? usualNegatives[form]);
}

/** A ledger amount that names its currency: `CNY 1,234.50`, in Chinese documents `¥1,234.50` (yuan alone). */
export function formatMoney(minor: Minor, currency: string, form: Form, negatives?: Negatives): string {
  const style = negatives ?? usualNegatives[form];
  const sign = form === 'zh' ? currencySigns[currency] : undefined;
  if (minor === 0n || sign === undefined) return `${currency} ${formatAmount(minor, currency, form, style)}`;
  return marked(minor < 0n, sign + formatAmount(minor < 0n ? -minor : minor, currency, form), style);
}

/** A unit price or a quantity: as many decimals as it has, at most 8 (half away from zero). */
export function formatQuantity(value: Decimal | null, form: Form, negatives?: Negatives): string {
  if (value === null) return '';
  const shown = value.scale > 8 ? { coefficient: roundRatio(ratioOf(value), 8), scale: 8 } : value;
  if (shown.coefficient === 0n && value.coefficient !== 0n) return '0.00000000';
  const plain = formatDecimal(shown);
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  return formatFigure(shown, decimals, form, negatives ?? usualNegatives[form]);
}

const smallestBase = 1000n;

/**
 * The change from `base` to `current` as `+12.3%`; `n/m` or `不适用` where the base is below 1,000 or the sign changes.
 * Both amounts are in the minor unit of the currency.
 */
export function formatChange(current: Minor, base: Minor, currency: string, language: Language): string {
  const baseSize = base < 0n ? -base : base;
  const tooSmall = baseSize < smallestBase * 10n ** BigInt(currencyDecimals(currency));
  if (tooSmall || current * base < 0n) return language === 'en' ? 'n/m' : '不适用';
  const change: Ratio = { numerator: (current - base) * 100n, denominator: baseSize };
  const tenths = roundRatio(change, 1);
  return `${tenths > 0n ? '+' : ''}${groupDigits(formatCoefficient(tenths, 1))}%`;
}
