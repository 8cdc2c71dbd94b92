// The fast reading of times against the strict one of shared/calendar.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, formatMonth } from '../../shared/calendar/day.ts';
import { dayOfMicros, emptyTime, parseBillMonth, readTime, writtenTime } from './time-cell.ts';

function read(text: string, offsetMinutes = 480): { instant: number; written: string } | undefined {
  const bytes = new TextEncoder().encode(text);
  const time = emptyTime();
  if (!readTime({ bytes, start: 0, end: bytes.length }, offsetMinutes, time)) return undefined;
  return { instant: time.instant / 1000, written: writtenTime(time.written) };
}

test('a time without a zone is at the offset, one with a zone where it says', () => {
  const noon = Date.UTC(2026, 9, 31, 12);
  for (const text of [
    '2026-10-31 20:00:00',
    '2026-10-31T20:00:00',
    '2026-10-31T12:00:00Z',
    '2026-10-31 12:00:00 UTC',
    '2026-10-31T14:00:00+02:00',
    '2026-10-31T07:00-0500',
    '2026/10/31 20:00',
    '2026-10-31T12:00:00.000000000Z',
  ])
    expect(read(text)?.instant, text).toBe(noon);
  expect(read('2026-10-31')?.instant).toBe(Date.UTC(2026, 9, 30, 16));
  expect(read('2026-1-2 3:04')?.written).toBe('2026-01-02 03:04:00');
  expect(read('2026-10-31T12:00:00.25Z')?.written).toBe('2026-10-31 12:00:00.250000');
});

test.each([
  '2026-02-29 00:00:00',
  '2026-13-01 00:00:00',
  '2026-00-01 00:00:00',
  '2026-10-00 00:00:00',
  '2026-10-31 24:00:00',
  '2026-10-31 23:60:00',
  '2026-10-31 23:59:60',
  '2026-10-3a 23:59:59',
  '2026-10/31',
  '31.10.2026',
  '2026-10-31T12:00:00+19:00',
  '2026-10-31T12:00:00X',
  '46000',
])('%s is not a time', (text) => {
  expect(read(text)).toBeUndefined();
});

test('every second of the calendar reads as the clock of the platform says', () => {
  const seconds = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2199, 11, 31) / 1000 });
  fc.assert(
    fc.property(seconds, (second) => {
      const text = new Date(second * 1000).toISOString();
      expect(read(`${text.slice(0, 19)}Z`)?.instant).toBe(second * 1000);
      expect(read(text)?.instant).toBe(second * 1000);
      expect(read(text)?.written).toBe(text.slice(0, 19).replace('T', ' '));
    }),
  );
});

test('a day is the day at the offset', () => {
  expect(formatDay(dayOfMicros(Date.UTC(2026, 9, 31, 16) * 1000, 480))).toBe('2026-11-01');
  expect(formatDay(dayOfMicros(Date.UTC(2026, 9, 31, 16) * 1000 - 1, 480))).toBe('2026-10-31');
});

test.each([
  '2025-11',
  '202511',
  '2025/11',
  '2025年11月',
  '2025-11-30 23:59:59',
  '2025-11-01T00:00:00Z',
  '2025年11月3日',
])('the month of %s', (text) => {
  expect(formatMonth(parseBillMonth(text)!)).toBe('2025-11');
});

test.each(['2025-13', '2025', '11/2025', '20251', 'November 2025'])('%s is not a month', (text) => {
  expect(parseBillMonth(text)).toBeUndefined();
});
