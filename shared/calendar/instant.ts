// Strict reading of the date-times that bills write, cheap enough for millions of lines: no Date object is made.
// Never guesses an order of day and month: the year stands first, or the text is refused.

const secondsPerDay = 86_400;
const daysBefore1970 = 719_468;
const daysPerEra = 146_097;
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of a Gregorian date whose parts are valid, counted in years that begin in March. */
function daysOf(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - daysBefore1970;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function secondsOf(year: number, month: number, day: number, hour: number, minute: number, second: number) {
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59)) return undefined;
  if (day > monthDays[month - 1]! && !(month === 2 && day === 29 && isLeap(year))) return undefined;
  return daysOf(year, month, day) * secondsPerDay + hour * 3600 + minute * 60 + second;
}

/** The number in two digits of the text, NaN where they are not digits. */
function two(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** `2026-08-01T00:00:00`, `2026-08-01 00:00:00`, with or without `Z`: nearly every date-time there is. */
function isUsualLayout(text: string): boolean {
  if (text.length !== 19 && !(text.length === 20 && text[19] === 'Z')) return false;
  const separator = text[10];
  return (
    text[4] === '-' &&
    text[7] === '-' &&
    (separator === ' ' || separator === 'T') &&
    text[13] === ':' &&
    text[16] === ':'
  );
}

const anyLayout =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?)?(?: ?(Z|UTC|[+-]\d{2}(?::?\d{2})?))?$/;

/**
 * Seconds since 1970 (UTC) of `2026-08-01T00:00:00Z`, `2026-08-01 00:00:00`, `2026/8/1 0:00`, `2026-08-01` and the like;
 * a text that names no zone is at `defaultOffsetMinutes` east of UTC. A fraction of a second is kept. Undefined for
 * anything else, dates and times that do not exist included.
 */
export function parseInstant(text: string, defaultOffsetMinutes: number): number | undefined {
  if (!isUsualLayout(text)) return parseAnyLayout(text, defaultOffsetMinutes);
  const year = two(text, 0) * 100 + two(text, 2);
  const local = secondsOf(year, two(text, 5), two(text, 8), two(text, 11), two(text, 14), two(text, 17));
  if (local === undefined || Number.isNaN(local)) return undefined;
  return text.length === 20 ? local : local - defaultOffsetMinutes * 60;
}

function parseAnyLayout(text: string, defaultOffsetMinutes: number): number | undefined {
  const parts = anyLayout.exec(text);
  if (!parts) return undefined;
  const [, year, , month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = parts;
  if (zone !== undefined && parts[5] === undefined) return undefined;
  const whole = secondsOf(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  const offset = zone === undefined ? defaultOffsetMinutes : zoneMinutes(zone);
  return whole === undefined || offset === undefined ? undefined : whole + Number(fraction) - offset * 60;
}

/** Minutes east of UTC; undefined beyond 14 hours, which no zone is. */
function zoneMinutes(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'UTC') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', ''));
  if (minutes > 14 * 60 || Number(zone.slice(-2)) > 59) return undefined;
  return zone.startsWith('-') ? -minutes : minutes;
}
