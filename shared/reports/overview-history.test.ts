// The history of many entities: six by name, the rest together, in the base currency, and parts that make up the total.
import { expect, test } from 'vitest';
import { BookStory } from '../../tests/book-story.ts';
import type { Month } from '../calendar/day.ts';
import { parseMinor } from '../money/minor.ts';
import { overviewHistory } from './overview-history.ts';

const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const november = (2026 * 12 + 10) as Month;

/** Eight entities with an account each; the first is charged least. USD is charged most often. */
function manyEntities(): BookStory {
  const story = new BookStory('Many', 'CNY');
  for (const [place, code] of codes.entries()) {
    story.do('addEntity', { code, name: code, country: 'CN', currency: 'CNY', ...(place > 0 && { parent: 'A' }) });
    for (const [currency, provider] of [
      ['CNY', 'tencent'],
      ['USD', 'aws'],
    ] as const)
      story.do('addAccount', { provider, id: code, name: code, entity: code, role: 'entity-admin', currency });
  }
  for (const period of ['2026-10', '2026-11'])
    for (const [place, code] of codes.entries()) {
      const bill = { period, payer: code, lines: [{ owner: code, billed: `${place + 1}.25` }] };
      if (place < 7) story.bill({ ...bill, file: `${code}.csv`, provider: 'tencent', currency: 'CNY' });
      story.bill({ ...bill, file: `${code}-aws.csv`, provider: 'aws', currency: 'USD' });
    }
  return story.run('2026-10').run('2026-11');
}

test('the six largest stand for themselves, the others together, in the base currency', () => {
  const history = overviewHistory(manyEntities().asking(), november);
  expect([history.currency, history.series]).toEqual(['CNY', ['B', 'C', 'D', 'E', 'F', 'G']]);
  expect(history.months.map(({ period }) => period)).toEqual(['2026-10', '2026-11']);
  for (const { parts, total, others } of history.months) {
    expect(others).toBe('1.25');
    expect(parts.map(({ entity }) => entity).sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    const minor = (amount: string): bigint => parseMinor(amount, 'CNY')!;
    expect(parts.reduce((sum, { amount }) => sum + minor(amount), 0n)).toBe(minor(total));
  }
});

test('a book without charges has no history', () => {
  const history = overviewHistory(new BookStory('New', 'CNY').asking(), november);
  expect(history).toEqual({ currency: '', series: [], months: [] });
});
