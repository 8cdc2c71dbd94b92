// Amounts in Chinese capitals, 大写金额 (ux/documents.md §5.5): what stands beside the figures on Chinese documents so
// that nobody can alter them. Never rounds: it writes exactly the fen it is given.
import { currencyDecimals } from './currency.ts';
import type { Minor } from './minor.ts';

/** `settlement`: 元, as banks write it. `fapiao`: 圆 with the stop sign ⊗ before the amount. */
export type CapitalStyle = 'settlement' | 'fapiao';

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const currencyNames: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  HKD: '港元',
  MOP: '澳门元',
  TWD: '新台币',
  JPY: '日元',
  SGD: '新加坡元',
  AUD: '澳元',
  CAD: '加元',
  CHF: '瑞士法郎',
};

/** The capitals of an amount in hundredths (fen for CNY), without a currency: `壹仟肆佰零玖元伍角整`. */
export function capitalAmount(hundredths: bigint, style: CapitalStyle = 'settlement'): string {
  const size = hundredths < 0n ? -hundredths : hundredths;
  const prefix = `${hundredths < 0n ? '（负数）' : ''}${style === 'fapiao' ? '⊗' : ''}`;
  return prefix + unsignedCapitals(size / 100n, Number(size % 100n), style === 'fapiao' ? '圆' : '元');
}

/**
 * The capitals with the currency's Chinese name before them and no gap: `人民币壹元整`. Undefined for a currency that
 * has no name here or has thousandths; the document then shows figures alone.
 */
export function namedCapitalAmount(minor: Minor, currency: string, style?: CapitalStyle): string | undefined {
  const name = currencyNames[currency];
  const decimals = currencyDecimals(currency);
  if (name === undefined || decimals > 2) return undefined;
  return name + capitalAmount(decimals === 0 ? minor * 100n : minor, style);
}

function unsignedCapitals(yuan: bigint, hundredths: number, unit: string): string {
  const [jiao, fen] = [Math.floor(hundredths / 10), hundredths % 10];
  if (hundredths === 0) return `${yuan === 0n ? '零' : wholeCapitals(yuan)}${unit}整`;
  const small = (jiao > 0 ? `${digits[jiao]}角` : '') + (fen > 0 ? `${digits[fen]}分` : '整');
  if (yuan === 0n) return small;
  const gap = jiao === 0 || yuan % 10n === 0n ? '零' : '';
  return wholeCapitals(yuan) + unit + gap + small;
}

/** Whole numbers from 1: what stands above 亿 is written like any number, then what is below, then so with 万. */
function wholeCapitals(value: bigint): string {
  if (value >= 100_000_000n) return joined(value, 100_000_000n, '亿');
  if (value >= 10_000n) return joined(value, 10_000n, '万');
  return groupCapitals(Number(value));
}

function joined(value: bigint, base: bigint, unit: string): string {
  const [upper, lower] = [value / base, value % base];
  const gap = lower > 0n && lower < base / 10n ? '零' : '';
  return wholeCapitals(upper) + unit + gap + (lower > 0n ? wholeCapitals(lower) : '');
}

/** 1 to 9999: a run of inner zeros is one 零. */
function groupCapitals(value: number): string {
  let text = '';
  let skipped = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit > 0) text += (skipped ? '零' : '') + digits[digit] + places[place];
    skipped = digit === 0 && text !== '';
  }
  return text;
}
