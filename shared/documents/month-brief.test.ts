// The brief is one page whatever the group: what is not named stands in one line, and the sums stay what they are.
import { expect, test } from 'vitest';
import { briefCurrencies, briefFacts } from '../../tests/documents/brief-facts.ts';
import { formatAmount } from '../money/display.ts';
import { monthBrief } from './month-brief.ts';
import type { Block, PrintableDocument, TableBlock } from './page.ts';
import { paper } from './page.ts';

const flat = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'beside' ? flat(block.parts.flatMap((part) => part.blocks)) : [block]));

/** The rows of a table by its place, as texts. */
function rowsOf(brief: PrintableDocument, place: number): readonly string[][] {
  const tables = flat(brief.pages[0]!.blocks).filter((block): block is TableBlock => block.kind === 'table');
  return tables[place]!.rows.map(({ cells }) => cells.map((lines) => lines.map(({ text }) => text).join(' ')));
}

test.each([
  ['en', 1, 1],
  ['en', 6, 2],
  ['zh', 60, 1],
  ['en', 60, 2],
  ['zh', 400, 2],
  ['en', 60, 6],
] as const)(
  '%s, %i entities, %i currencies: one page, and all of it on the paper',
  (language, entities, currencies) => {
    const { pages, watermark } = monthBrief(briefFacts(language, entities, currencies));
    expect([pages.length, watermark]).toEqual([1, 'PROVISIONAL 暂估']);
    const [{ head, blocks }] = pages as [(typeof pages)[number]];
    const chart = flat(blocks).find((block) => block.kind === 'stacked-columns')!;
    expect(chart.size).toBeGreaterThan(5);
    const used = blocks.reduce((sum, { height }) => sum + height, head.height + paper.foot);
    expect(used).toBeLessThanOrEqual(paper.height);
  },
);

test('few entities stand each by its name, in their order', () => {
  const facts = briefFacts('en', 4, 2);
  const rows = rowsOf(monthBrief(facts), 1);
  expect(rows.map(([name]) => name)).toEqual([...facts.entities.map(({ name }) => name), 'Total', 'Total']);
});

test('of many the largest are named; the others and the sums of all stand below them', () => {
  const facts = briefFacts('en', 60, 1);
  const rows = rowsOf(monthBrief(facts), 1);
  const [others, total] = rows.slice(-2);
  const named = rows.length - 2;
  expect(named).toBeGreaterThan(8);
  const largest = facts.entities.toSorted((left, right) => (left.charges.amount > right.charges.amount ? -1 : 1));
  const names = (some: typeof facts.entities): string[] => some.map(({ name }) => name).sort();
  const shown = rows.slice(0, named).map(([name]) => name!);
  expect(shown.toSorted()).toEqual(names(largest.slice(0, named)));
  const sum = (some: typeof facts.entities): string =>
    formatAmount(
      some.reduce((so, { charges }) => so + charges.amount, 0n),
      'CNY',
      'en',
    );
  expect([others![0], others![4]]).toEqual([`${60 - named} others`, sum(largest.slice(named))]);
  expect([total![0], total![4]]).toEqual(['Total', sum(facts.entities)]);
  expect(total![4]).toBe(formatAmount(facts.figures[0]!.figures[0]!.amount, 'CNY', 'en'));
});

test('changes lead from the month before to this one, with the rest in one line', () => {
  const facts = briefFacts('en', 60, 6);
  const rows = rowsOf(monthBrief(facts), 2);
  const { previous, total } = facts.movers!;
  const minor = (text: string): bigint => BigInt(text.replace(/[(]/, '-').replace(/[,.)]/g, '') || '0');
  const amounts = rows.map((cells) => minor(cells[1]!));
  expect([amounts[0], amounts.at(-1)]).toEqual([previous, total]);
  expect(amounts.slice(0, -1).reduce((so, amount) => so + amount, 0n)).toBe(total);
  expect(rows).toHaveLength(8 + 3);
});

test('sums that do not hold are not printed', () => {
  const facts = briefFacts('en', 3, 1);
  const [first, ...others] = facts.entities;
  const changed = { ...first!, charges: { ...first!.charges, amount: first!.charges.amount + 1n } };
  expect(() => monthBrief({ ...facts, entities: [changed, ...others] })).toThrow('the figures say otherwise');
  expect(() => monthBrief({ ...facts, movers: { ...facts.movers!, total: 1n } })).toThrow('lead to');
});

test('what fits on no page is refused, not cut', () => {
  expect(() => monthBrief(briefFacts('en', 1, briefCurrencies.length))).toThrow(RangeError);
});
