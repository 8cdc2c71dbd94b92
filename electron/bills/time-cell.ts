// Times and months as bills write them. A time is whole microseconds, which a number holds exactly until the year 2255;
// finer digits are left out, as no day or month depends on them. Nothing here asks the clock or a time zone table.
import { type Day, type Month, monthOf } from '../../shared/calendar/day.ts';
import { type Cell, cellText } from './cell.ts';

/** Both in microseconds since 1970: the clock reading as it is written, and the instant in UTC. */
export interface TimeCell {
  written: number;
  instant: number;
}

export function emptyTime(): TimeCell {
  return { written: 0, instant: 0 };
}

const microsPerMinute = 60_000_000;
const microsPerDay = 1440 * microsPerMinute;

/** Reads the cell; a time without a zone is at `offsetMinutes` east of UTC. False where it is not a time. */
export function readTime(cell: Cell, offsetMinutes: number, into: TimeCell): boolean {
  return readUsual(cell, offsetMinutes, into) || readOther(cellText(cell), offsetMinutes, into);
}

/** `2026-10-31 23:59:59` and `2026-10-31T23:59:59Z`, byte by byte. */
function readUsual({ bytes, start, end }: Cell, offsetMinutes: number, into: TimeCell): boolean {
  const length = end - start;
  const zoned = length === 20;
  if (length !== 19 && !(zoned && bytes[end - 1] === 0x5a)) return false;
  const between = bytes[start + 10];
  if (bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d || (between !== 0x20 && between !== 0x54)) return false;
  if (bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a) return false;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const date = civilDay(year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8));
  const [hour, minute, second] = [
    twoDigits(bytes, start + 11),
    twoDigits(bytes, start + 14),
    twoDigits(bytes, start + 17),
  ];
  // A NaN anywhere fails every comparison.
  if (!(date === date && hour < 24 && minute < 60 && second < 60)) return false;
  into.written = date * microsPerDay + ((hour * 60 + minute) * 60 + second) * 1_000_000;
  into.instant = zoned ? into.written : into.written - offsetMinutes * microsPerMinute;
  return true;
}

function twoDigits(bytes: Uint8Array, position: number): number {
  const tens = bytes[position]! - 0x30;
  const ones = bytes[position + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1970-01-01 of a day of the Gregorian calendar; NaN where there is no such day. */
function civilDay(year: number, month: number, day: number): number {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > daysInMonth[month - 1]! + (leap && month === 2 ? 1 : 0)) return Number.NaN;
  // Howard Hinnant's days_from_civil: years begin in March, so that the leap day is the last.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

const date = String.raw`(\d{4})([-/])(\d{1,2})\2(\d{1,2})`;
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?`;
const zone = String.raw`\s?(?:(Z|UTC)|([+-])(\d{2}):?(\d{2})?)`;
const anyTime = new RegExp(`^${date}(?:[T ]${clock}(?:${zone})?)?$`, 'i');

/** Other spellings: a day alone, slashes, single digits, no seconds, fractions, `UTC`, offsets. */
function readOther(text: string, offsetMinutes: number, into: TimeCell): boolean {
  const parts = anyTime.exec(text);
  if (!parts) return false;
  const [, year, , month, day, hour = '0', minute = '0', second = '0', fraction = ''] = parts;
  const [, , , , , , , , , utc, sign, zoneHours = '0', zoneMinutes = '0'] = parts;
  const days = civilDay(Number(year), Number(month), Number(day));
  if (!(days === days && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60)) return false;
  if (!(Number(zoneHours) <= 18 && Number(zoneMinutes) < 60)) return false;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  into.written = days * microsPerDay + seconds * 1_000_000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
  const stated = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  into.instant = into.written - (utc ? 0 : sign ? stated : offsetMinutes) * microsPerMinute;
  return true;
}

/** The day at a fixed offset in which an instant (microseconds) lies; day numbers as in shared/calendar. */
export function dayOfMicros(instant: number, offsetMinutes: number): Day {
  return Math.floor((instant + offsetMinutes * microsPerMinute) / microsPerDay) as Day;
}

/** The month at a fixed offset in which an instant (microseconds) lies. */
export function monthOfMicros(instant: number, offsetMinutes: number): Month {
  return monthOf(dayOfMicros(instant, offsetMinutes));
}

/** A clock reading as text that sorts like time: `2026-10-31 23:59:59`, with a fraction where there is one. */
export function writtenTime(written: number): string {
  const text = new Date(Math.floor(written / 1000)).toISOString();
  const micros = ((written % 1_000_000) + 1_000_000) % 1_000_000;
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  return `${text.slice(0, 10)} ${text.slice(11, 19)}${fraction}`;
}

const monthForms = /^(\d{4})(?:[-/.]?(\d{2})|[-/](\d{1})|年(\d{1,2})月)$/;

/** Reads `2025-11`, `202511`, `2025/11`, `2025年11月`, or the month of a time as written; undefined for anything else. */
export function parseBillMonth(text: string): Month | undefined {
  const parts = monthForms.exec(text);
  if (parts) {
    const month = Number(parts[2] ?? parts[3] ?? parts[4]);
    return month >= 1 && month <= 12 ? ((Number(parts[1]) * 12 + month - 1) as Month) : undefined;
  }
  const time = emptyTime();
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  const plain = chinese ? `${chinese[1]}-${chinese[2]}-${chinese[3]}` : text;
  return readOther(plain, 0, time) ? monthOfMicros(time.written, 0) : undefined;
}
