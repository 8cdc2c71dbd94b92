// Times as bills write them, from whole seconds, fast enough for a million lines.
import { type Day, formatDay } from '../../shared/calendar/day.ts';

const dayTexts = new Map<number, string>();
const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** `2026-10-01 00:00:00` with the given separator between day and time. */
export function clockText(seconds: number, separator: ' ' | 'T'): string {
  const day = Math.floor(seconds / 86_400);
  let text = dayTexts.get(day);
  if (text === undefined) dayTexts.set(day, (text = formatDay(day as Day)));
  const rest = seconds - day * 86_400;
  const [hour, minute, second] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${text}${separator}${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[second]}`;
}
