// Days and months agree with the calendar of the platform and with themselves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Day,
  type Month,
  dayOfInstant,
  firstDay,
  formatDay,
  formatMonth,
  lastDay,
  monthOf,
  parseDay,
  parseMonth,
} from './day.ts';

const day = fc.integer({ min: -250_000, max: 1_000_000 }).map((value) => value as Day);
const month = fc.integer({ min: 1600 * 12, max: 4000 * 12 }).map((value) => value as Month);

test('a day is read back from its text', () => {
  expect(formatDay(0 as Day)).toBe('1970-01-01');
  fc.assert(
    fc.property(day, (value) => {
      expect(parseDay(formatDay(value))).toBe(value);
    }),
  );
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '20260401',
  '2026-04-01 ',
  '',
  '0000-00-00',
])('%j is not a day', (text) => expect(parseDay(text)).toBeUndefined());

test('a month is read back, and holds exactly the days from its first to its last', () => {
  fc.assert(
    fc.property(month, (value) => {
      expect(parseMonth(formatMonth(value))).toBe(value);
      expect(formatDay(firstDay(value))).toBe(`${formatMonth(value)}-01`);
      expect([monthOf(firstDay(value)), monthOf(lastDay(value))]).toEqual([value, value]);
      expect(firstDay((value + 1) as Month)).toBe(lastDay(value) + 1);
      expect(monthOf((lastDay(value) + 1) as Day)).toBe(value + 1);
    }),
  );
});

test.each(['2026-13', '2026-00', '2026-1', '202601', '2026-01-01', ''])('%j is not a month', (text) =>
  expect(parseMonth(text)).toBeUndefined(),
);

test('an instant lies in the day of its offset', () => {
  const lateEvening = Date.UTC(2026, 9, 31, 16, 0, 0) / 1000;
  expect(formatDay(dayOfInstant(lateEvening, 0))).toBe('2026-10-31');
  expect(formatDay(dayOfInstant(lateEvening, 480))).toBe('2026-11-01');
  expect(formatDay(dayOfInstant(lateEvening - 1, 480))).toBe('2026-10-31');
});
