// What single cells of a bill file mean (formats.md §3).
import { Rational } from './rational.ts';

/** The provider that a FOCUS file names. */
export function focusProvider(name: string): string {
  if (name === 'AWS' || name === 'Amazon Web Services') return 'aws';
  if (name === 'Microsoft' || name === 'Azure') return 'azure';
  if (name === 'Oracle') return 'oracle';
  const beginnings = { Google: 'gcp', Tencent: 'tencent', Alibaba: 'alibaba', Huawei: 'huawei' };
  return Object.entries(beginnings).find(([beginning]) => name.startsWith(beginning))?.[1] ?? 'other';
}

/** The category of a Tencent line from its resource and transaction type. */
export function tencentCategory(resource: string, transactionType: string): string {
  if (resource === 'billVirtualId') return 'Rounding';
  if (/refund|reversal|退款|退费|冲正/i.test(transactionType)) return 'Refund';
  if (/adjust|调账|补偿/i.test(transactionType)) return 'Adjustment';
  if (/purchase|renew|modif|new monthly|one-off|新购|续费|变更|变配/i.test(transactionType)) return 'Purchase';
  return 'Usage';
}

/** The month in a bill month cell, undefined where there is none. */
export function monthOf(text: string): string | undefined {
  const match = /^(\d{4})[-/年]?(\d{2})/.exec(text);
  return match ? `${match[1]}-${match[2]}` : undefined;
}

/** The exact amount of a cell, undefined where it is empty. */
export function amountOf(text: string): Rational | undefined {
  return text === '' ? undefined : Rational.parse(text);
}

/** The instant of a cell in milliseconds since 1970 UTC; a time without a zone is at the offset given. */
export function instantOf(text: string, offsetHours: number): number | undefined {
  if (text === '') return undefined;
  const { day, time, zone } = timeParts(text);
  const asWritten = Date.parse(`${day}T${time}${zone ?? 'Z'}`);
  return zone ? asWritten : asWritten - offsetHours * 3_600_000;
}

/** The time of a cell as a clock shows it, its zone left out: texts of one form, in the order of the clock. */
export function writtenTime(text: string): string {
  const { day, time } = timeParts(text);
  return new Date(`${day}T${time}Z`).toISOString();
}

function timeParts(text: string): { day: string; time: string; zone: string | undefined } {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!match) throw new Error(`"${text}" is not a time.`);
  return { day: match[1]!, time: match[2] ?? '00:00:00', zone: match[3] };
}
