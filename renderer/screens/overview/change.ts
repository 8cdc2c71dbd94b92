// How a figure changed against the month before, as it is written beside it.
import { parseMinor } from '../../../shared/money/minor.ts';
import { formatChange } from '../../../shared/money/display.ts';
import { amountText, isNegative } from '../../components/grid/cell-text.ts';
import { shortLanguage } from '../../i18n/translate.svelte.ts';

/** `+3.7%`; `n/m` where a percentage would say nothing. */
export function changeText(now: string, before: string, currency: string): string {
  const [current, base] = [parseMinor(now, currency), parseMinor(before, currency)];
  if (current === undefined || base === undefined) return '';
  return formatChange(current, base, currency, shortLanguage());
}

/** `+CNY 1,234.50`, `−CNY 80.00`. */
export function deltaText(delta: string, currency: string): string {
  const size = amountText(delta.replace('-', ''), currency).trim();
  return `${isNegative(delta) ? '−' : '+'}${currency} ${size}`;
}
