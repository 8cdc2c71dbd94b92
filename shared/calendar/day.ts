// Days and months as whole numbers: no time zone, no clock, cheap enough for a million bill lines.

/** Days since 1970-01-01. */
export type Day = number & { readonly unit: 'day' };
/** Months since 0000-01: year × 12 + month − 1. */
export type Month = number & { readonly unit: 'month' };

const secondsPerDay = 86_400;

function daysFromCivil(year: number, month: number, day: number): Day {
  return (Date.UTC(year, month - 1, day) / (secondsPerDay * 1000)) as Day;
}

/** Reads `2026-10-31`; undefined for anything else, days that do not exist included. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const day = daysFromCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return formatDay(day) === text ? day : undefined;
}

/** Days as they were written before: all lines of a month say the same few. */
const written = new Map<Day, string>();

/** The day as `2026-10-31`. */
export function formatDay(day: Day): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10);
  written.set(day, text);
  return text;
}

/** Reads `2026-10`; undefined for anything else. */
export function parseMonth(text: string): Month | undefined {
  const parts = /^(\d{4})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const month = Number(parts[2]);
  return month >= 1 && month <= 12 ? ((Number(parts[1]) * 12 + month - 1) as Month) : undefined;
}

/** The month as `2026-10`. */
export function formatMonth(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

export function firstDay(month: Month): Day {
  return daysFromCivil(Math.floor(month / 12), (month % 12) + 1, 1);
}

export function lastDay(month: Month): Day {
  return (firstDay((month + 1) as Month) - 1) as Day;
}

export function monthOf(day: Day): Month {
  const date = new Date(day * secondsPerDay * 1000);
  return (date.getUTCFullYear() * 12 + date.getUTCMonth()) as Month;
}

/** The day at a fixed offset (minutes east of UTC) in which an instant (seconds since 1970, UTC) lies. */
export function dayOfInstant(seconds: number, offsetMinutes: number): Day {
  return Math.floor((seconds + offsetMinutes * 60) / secondsPerDay) as Day;
}
