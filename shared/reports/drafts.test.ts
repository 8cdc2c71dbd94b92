// The documents of a month: which there are, what one says, who may see them, and a table of the screen on paper.
import { expect, test } from 'vitest';
import { harbourStory } from '../../tests/book-story.ts';
import { documentText } from '../../tests/documents/page-text.ts';
import { formatAmount } from '../money/display.ts';
import { parseMinor } from '../money/minor.ts';
import type { AccountKey } from '../rules/names.ts';
import { Refused } from '../rules/refusal.ts';
import { figureNames } from './overview-figures.ts';

const period = '2026-10';
const printedAt = '2026-11-03 09:15 UTC';

function code(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0]!.code;
    throw error;
  }
  return 'none';
}

test('a month that was run has a bill for each desk, and each draft says its amount and that it is one', () => {
  const story = harbourStory();
  const { rows } = story.ask('drafts', { period });
  expect(rows.filter(({ id }) => id.startsWith('bill ')).length).toBeGreaterThan(0);
  for (const row of rows) {
    const printed = story.ask('draftDocument', { period, draft: row.id, printedAt });
    expect(printed.kind).toBe(row['kind']);
    expect(printed.watermark).toBe('DRAFT 草稿');
    expect(documentText(printed)).toContain(printedAt);
    expect(documentText(printed).replaceAll(',', '')).toContain(row['amount']!.replace('-', ''));
  }
});

test('a month that was not run has none, and none but the book desk sees them', () => {
  const story = harbourStory();
  expect(story.ask('drafts', { period: '2027-03' }).rows).toEqual([]);
  const bill = { period, draft: 'bill tencent:1', printedAt };
  expect(code(() => story.ask('draftDocument', bill))).toBe('noSuchDraft');
  const desk = 'tencent:1000' as AccountKey;
  expect(code(() => story.ask('drafts', { period }, desk))).toBe('bookDeskOnly');
  expect(code(() => story.ask('draftDocument', bill, desk))).toBe('bookDeskOnly');
});

test('a table is printed under the name of the book, and refused where a column is wider than a page', () => {
  const story = harbourStory();
  const column = { title: 'Amount', isFigure: true, wraps: false };
  const facts = { narrowed: [], totals: [], printedAt, provisional: false };
  const table = {
    ...facts,
    language: 'en' as const,
    title: 'Lines',
    columns: [column, column],
    rows: [['1.00', '2.00']],
  };
  expect(documentText(story.ask('tableReport', table))).toContain(story.ask('book', {}).name);
  expect(code(() => story.ask('tableReport', { ...table, rows: [['1', '9'.repeat(400)]] }))).toBe('tooWideToPrint');
});

test('the month brief is one page with the figures of the overview', () => {
  const story = harbourStory();
  const { figures, movers } = story.ask('overview', { period });
  for (const language of ['en', 'zh'] as const) {
    const brief = story.ask('monthBrief', { period, language, printedAt });
    expect(brief.pages).toHaveLength(1);
    const said = documentText(brief);
    const shown = (amount: string): string => formatAmount(parseMinor(amount, 'CNY')!, 'CNY', language);
    for (const row of figures)
      for (const name of figureNames) expect([name, said.includes(shown(row[name]!))]).toEqual([name, true]);
    for (const row of movers.rows) expect(said).toContain(shown(row['delta']!));
    expect(said).toContain(language === 'en' ? 'MONTH BRIEF' : '月度简报');
  }
});

test('a brief with more currencies than a page has room for is refused', () => {
  const story = harbourStory();
  for (const currency of 'USD EUR HKD SGD GBP JPY KRW AUD CAD CHF THB MYR INR BRL'.split(' '))
    story.do('addAccount', { provider: 'aws', id: currency, name: currency, entity: 'HQ', role: 'member', currency });
  expect(code(() => story.ask('monthBrief', { period, language: 'en', printedAt }))).toBe('briefTooLarge');
});

test('a whole list is its pages one after the other', () => {
  const story = harbourStory();
  const input = { period, sort: [{ column: 'amount', descending: true }] };
  const whole = story.ask('wholeList', { query: 'charges', input, offset: 1 });
  expect(whole).toEqual(story.ask('charges', { ...input, offset: 1 }));
  expect(code(() => story.ask('wholeList', { query: 'book', input: {}, offset: 0 }))).toBe('notAList');
});
