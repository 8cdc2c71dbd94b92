// Date-times of bills are read as the platform would read them, or refused.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant } from './instant.ts';

const seconds = (iso: string) => Date.parse(iso) / 1000;

test.each([
  ['2026-08-01T00:00:00Z', 480, '2026-08-01T00:00:00Z'],
  ['2026-08-01 00:00:00', 480, '2026-07-31T16:00:00Z'],
  ['2026-08-01T00:00:00', 0, '2026-08-01T00:00:00Z'],
  ['2026-08-01 00:00:00 UTC', 480, '2026-08-01T00:00:00Z'],
  ['2026-08-01T00:00:00+08:00', 0, '2026-07-31T16:00:00Z'],
  ['2026-08-01 00:00:00-0530', 0, '2026-08-01T05:30:00Z'],
  ['2026-08-01T00:00:00.250Z', 0, '2026-08-01T00:00:00.250Z'],
  ['2026-08-01T00:00Z', 480, '2026-08-01T00:00:00Z'],
  ['2026/08/01 0:00', 0, '2026-08-01T00:00:00Z'],
  ['2026/8/1 9:05:07', 0, '2026-08-01T09:05:07Z'],
  ['2026-08-01', 480, '2026-07-31T16:00:00Z'],
  ['2024-02-29', 0, '2024-02-29T00:00:00Z'],
])('%s at %d minutes', (text, offset, expected) => expect(parseInstant(text, offset)).toBe(seconds(expected)));

test.each([
  '',
  '2026',
  '2026-08',
  '20260801',
  '01/08/2026',
  '2026-13-01',
  '2026-00-01',
  '2026-02-29',
  '2026-04-31',
  '2026-08-00',
  '2026-08-01T24:00:00Z',
  '2026-08-01 00:60:00',
  '2026-08-01 00:00:60',
  '2026-08-01x00:00:00',
  '2026-08-01 0a:00:00',
  '2026-0 -01 00:00:00',
  '2o26-08-01 00:00:00',
  '2026-08/01',
  '2026-08-01Z',
  '2026-08-01 00:00:00+15:00',
  '2026-08-01 00:00:00+08:75',
  ' 2026-08-01',
  '2026-08-01 00:00:00Zx',
  '２026-08-01',
])('refuses %j', (text) => expect(parseInstant(text, 0)).toBeUndefined());

test('agrees with the platform on every instant of 0001 to 9999, in both layouts', () => {
  const instant = fc.integer({ min: seconds('0001-01-01T00:00:00Z'), max: seconds('9999-12-31T23:59:59Z') });
  fc.assert(
    fc.property(instant, fc.integer({ min: -840, max: 840 }), (value, offset) => {
      const iso = new Date(value * 1000).toISOString();
      expect(parseInstant(`${iso.slice(0, 19)}Z`, offset)).toBe(value);
      expect(parseInstant(`${iso.slice(0, 19).replace('T', ' ')}`, offset)).toBe(value - offset * 60);
      expect(parseInstant(iso.replaceAll('-', '/'), offset)).toBe(value);
    }),
  );
});
