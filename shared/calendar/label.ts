// Days and months as people read them (ux/conventions.md §3.12). Labels only: data keeps `2026-10-31` and `2026-10`.
import { format } from 'date-fns';
import { type Day, type Month, firstDay, formatDay, formatMonth } from './day.ts';

/** On screens, or in an English or a Chinese document. */
export type LabelForm = 'screen' | 'en' | 'zh';

// date-fns formats in the machine's zone; noon of the same calendar day, made in that zone, is that day in all of them.
function noonOf(day: Day): Date {
  const date = new Date(day * 86_400_000);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

/** `2026-10-31` on screens, `31 October 2026` and `2026年10月31日` in documents. */
export function dayLabel(day: Day, form: LabelForm): string {
  if (form === 'screen') return formatDay(day);
  return format(noonOf(day), form === 'en' ? 'd MMMM yyyy' : 'yyyy年M月d日');
}

/** `2026-10` on screens, `October 2026` and `2026年10月` in documents. */
export function monthLabel(month: Month, form: LabelForm): string {
  if (form === 'screen') return formatMonth(month);
  return format(noonOf(firstDay(month)), form === 'en' ? 'MMMM yyyy' : 'yyyy年M月');
}

/** The month `count` months later; earlier where `count` is negative. */
export function addMonths(month: Month, count: number): Month {
  return (month + count) as Month;
}
