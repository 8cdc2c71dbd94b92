// Labels name the calendar day itself, whatever the zone of the machine.
import { afterEach, expect, test } from 'vitest';
import { parseDay, parseMonth } from './day.ts';
import { addMonths, dayLabel, monthLabel } from './label.ts';

const machineZone = process.env.TZ;
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

test.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'America/Sao_Paulo'])(
  'in %s',
  (zone) => {
    process.env.TZ = zone;
    const day = parseDay('2026-10-31')!;
    const month = parseMonth('2026-01')!;
    expect([dayLabel(day, 'screen'), dayLabel(day, 'en'), dayLabel(day, 'zh')]).toEqual([
      '2026-10-31',
      '31 October 2026',
      '2026年10月31日',
    ]);
    expect([monthLabel(month, 'screen'), monthLabel(month, 'en'), monthLabel(month, 'zh')]).toEqual([
      '2026-01',
      'January 2026',
      '2026年1月',
    ]);
    // Midnight of this day does not exist in São Paulo: clocks went forward.
    expect(dayLabel(parseDay('2018-11-04')!, 'en')).toBe('4 November 2018');
  },
);

test('months are added across years', () => {
  expect(addMonths(parseMonth('2026-11')!, 3)).toBe(parseMonth('2027-02'));
  expect(addMonths(parseMonth('2026-01')!, -1)).toBe(parseMonth('2025-12'));
});
