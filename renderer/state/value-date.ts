// The day that a new entry of funds begins with: today where the open month is this one, else the month's last day, so that
// it stands in the balances that the clerk looks at.
import { formatDay, lastDay, parseDay, parseMonth } from '../../shared/calendar/day.ts';

/** A day like 2026-10-31; '' for a period that is none. */
export function valueDateIn(period: string, today: string): string {
  const month = parseMonth(period);
  if (month === undefined) return '';
  return today.startsWith(period) && parseDay(today) !== undefined ? today : formatDay(lastDay(month));
}

/** The last day of a period; undefined for one that is none. */
export function endOf(period: string): string | undefined {
  const month = parseMonth(period);
  return month === undefined ? undefined : formatDay(lastDay(month));
}

/** Today on this computer. */
export function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
