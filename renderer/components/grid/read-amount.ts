// Amounts as clerks and spreadsheets write them, read into the contract's plain decimals. Guesses nothing: what could mean
// two numbers is answered as both.
import { formatDecimal, multiply, parseDecimal } from '../../../shared/money/decimal.ts';

export type ReadAmount =
  | { readonly is: 'amount'; readonly amount: string }
  | { readonly is: 'ambiguous'; readonly point: string; readonly comma: string }
  | { readonly is: 'none' };

/** Which sign stands before the decimals, where the clerk has said so. */
export type DecimalSign = 'point' | 'comma';

const units: Readonly<Record<string, string>> = { 万: '10000', 亿: '100000000' };
const none: ReadAmount = { is: 'none' };

/**
 * `1,234.50`, `(1,234.50)`, `1.234,50`, `¥ 1,234`, `CNY 5`, `1.2万`, `−3`; ambiguous: `1,234` or `1.234` alone. With the
 * `decimals` of a currency a comma before more digits than those is one between thousands.
 */
export function readAmount(written: string, sign?: DecimalSign, decimals = Infinity): ReadAmount {
  const parts = /^([(-]?)(?:[A-Z]{3}|[¥￥$€£])?(-?)([\d.,']+)(万|亿)?(?:[A-Z]{3}|元)?(\)?)$/.exec(plainSigns(written));
  if (!parts) return none;
  const [, before, inner, digits = '', unit, after] = parts;
  if ((before === '(') !== (after === ')') || (before !== '' && inner !== '')) return none;
  const negative = before !== '' || inner !== '';
  const finish = (plain: string | undefined): string | undefined => {
    const value = plain === undefined ? undefined : parseDecimal(plain);
    if (!value) return undefined;
    const whole = unit === undefined ? plain! : formatDecimal(multiply(value, parseDecimal(units[unit]!)!));
    return negative && value.coefficient !== 0n ? `-${whole}` : whole;
  };
  const point = finish(asWritten(digits, '.', ','));
  const comma = finish(asWritten(digits, ',', '.'));
  if (sign) return amountOr(sign === 'point' ? point : comma);
  if (point === undefined || comma === undefined || point === comma) return amountOr(point ?? comma);
  if ((comma.split('.')[1] ?? '').length > decimals) return { is: 'amount', amount: point };
  return { is: 'ambiguous', point, comma };
}

function amountOr(amount: string | undefined): ReadAmount {
  return amount === undefined ? none : { is: 'amount', amount };
}

function plainSigns(written: string): string {
  return written
    .normalize('NFKC')
    .replaceAll('\u2212', '-')
    .replaceAll(/[\s\u00a0]/g, '')
    .toUpperCase();
}

/** The digits with one decimal sign and groups of three; undefined where they are not written so. */
function asWritten(digits: string, decimal: string, group: string): string | undefined {
  const [whole = '', ...rest] = digits.replaceAll("'", group).split(decimal);
  const [fraction] = rest;
  if (rest.length > 1 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const groups = whole.split(group);
  const grouped = groups.every((part, place) => (place === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
  if (groups.length > 1 ? !grouped : !/^\d+$/.test(whole)) return undefined;
  return groups.join('') + (fraction === undefined ? '' : `.${fraction}`);
}
