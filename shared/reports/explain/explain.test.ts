// Every figure that any list of a small book shows resolves, and its parts sum to it: down to files and records.
import { expect, test } from 'vitest';
import { add, formatDecimal, parseDecimal, zero } from '../../money/decimal.ts';
import { type BookStory, harbourStory } from '../../../tests/book-story.ts';
import type { AccountKey } from '../../rules/names.ts';
import { Refused } from '../../rules/refusal.ts';
import { type FigureInput, figureKey } from '../figure.ts';
import { lists } from '../list-queries.ts';
import type { Component, Explanation } from './explanation.ts';
import { listOfFigures } from './figure-lists.ts';

const inputs: Readonly<Record<string, readonly FigureInput[]>> = Object.fromEntries(
  [...Object.keys(lists), 'overview', 'chargesPreview'].map((query) => [query, inputsOf(query)]),
);

function inputsOf(query: string): readonly FigureInput[] {
  const both = ['2026-09', '2026-10'];
  if (['months', 'entities', 'movements', 'imports'].includes(query)) return [{}];
  if (['accounts', 'relations', 'balances', 'lots', 'vendorBalances'].includes(query))
    return [{}, { asOf: '2026-09-30' }, { asOf: '2026-10-15' }];
  if (query === 'consolidatedBill') return both.map((period) => ({ period, desk: 'tencent:1000' }));
  if (query === 'statement') return both.map((period) => ({ period, debtor: 'SZ', creditor: 'HQ' }));
  const periods = both.map((period): FigureInput => ({ period }));
  if (query !== 'charges') return periods;
  return [...periods, { period: '2026-10', groupBy: ['entity'] }, { period: '2026-10', groupBy: ['payer', 'product'] }];
}

/** Explains a figure and all that its components name, once each; answers the keys. */
function explainAll(story: BookStory, key: string, desk: AccountKey | '', seen: Set<string>): Explanation {
  const explained = story.ask('explain', { figure: key }, desk);
  expect(explained.figure).toBe(key);
  for (const way of [explained.components, explained.settledBy])
    if (way.length > 0) expect([key, sumOf(way)]).toEqual([key, formatDecimal(parseDecimal(explained.amount)!)]);
  if (seen.has(key)) return explained;
  seen.add(key);
  for (const part of [...explained.components, ...explained.settledBy]) followPart(story, part, desk, seen);
  return explained;
}

function followPart(story: BookStory, { figure, partOf, amount }: Component, desk: AccountKey | '', seen: Set<string>) {
  if (partOf !== undefined) explainAll(story, partOf, desk, seen);
  if (figure === undefined) return;
  const own = explainAll(story, figure, desk, seen).amount;
  expect([figure, own.replace('-', '')]).toEqual([figure, amount.replace('-', '')]);
}

function sumOf(parts: readonly Component[]): string {
  return formatDecimal(parts.map(({ amount }) => parseDecimal(amount)!).reduce(add, zero));
}

function figuresOf(story: BookStory, query: string, input: FigureInput, desk: AccountKey | ''): readonly string[] {
  const { rows, columns } = listOfFigures(story.asking(desk), query, input)!;
  const amounts = Object.keys(columns).filter((column) => columns[column] === 'amount');
  const cells = rows.flatMap((row) =>
    amounts
      .filter((column) => (row[column] ?? '') !== '')
      .map((column) => figureKey({ query, input, of: { row: row.id }, column })),
  );
  const currencies = new Set(rows.map((row) => row['currency'] ?? '').filter((currency) => currency !== ''));
  const sums = [...currencies].flatMap((sumIn) =>
    amounts
      .filter((column) => rows.some((row) => (row[column] ?? '') !== '' && row['currency'] === sumIn))
      .map((column) => figureKey({ query, input, of: { sumIn }, column })),
  );
  return [...cells, ...sums];
}

test.each(['', 'tencent:1000', 'tencent:2000', 'tencent:1001'] as (AccountKey | '')[])(
  'every figure of the desk %j resolves and is the sum of its parts',
  (desk) => {
    const story = harbourStory();
    const seen = new Set<string>();
    for (const [query, all] of Object.entries(inputs))
      for (const input of all) {
        try {
          for (const key of figuresOf(story, query, input, desk)) explainAll(story, key, desk, seen);
        } catch (error) {
          if (desk === '' || !(error instanceof Refused)) throw error;
          expect(error.refusals[0]!.code).toBe('bookDeskOnly');
        }
      }
    expect(seen.size).toBeGreaterThan(desk === '' ? 400 : 20);
  },
);

test('a total leads to rows of a file in at most four steps', () => {
  const story = harbourStory();
  const total = figureKey({ query: 'overview', input: { period: '2026-10' }, of: { row: 'CNY' }, column: 'charges' });
  const reaches = (key: string, steps: number): boolean => {
    const { sourceRows, components } = story.ask('explain', { figure: key });
    if (sourceRows.length > 0) return true;
    return steps > 1 && components.every(({ figure }) => figure !== undefined && reaches(figure, steps - 1));
  };
  const { components } = story.ask('explain', { figure: total });
  const lines = components.filter(({ figure }) => !figure!.includes('rounding') && !figure!.includes('variance'));
  expect(lines.length).toBeGreaterThan(3);
  for (const { figure } of lines) expect([figure, reaches(figure!, 3)]).toEqual([figure, true]);
});

test('a charge says its list price, the offer that was used, and how it was settled', () => {
  const story = harbourStory();
  const row = story.ask('charges', { period: '2026-09' }).rows.find((one) => one['product'] === 'cos')!;
  const figure = figureKey({ query: 'charges', input: { period: '2026-09' }, of: { row: row.id }, column: 'amount' });
  const { sentence, settledBy, sourceRows } = story.ask('explain', { figure });
  expect(sentence.en).toBe(
    'Amount · HQ 1000 cos Usage CNY 70.00 = List price 100.00 − Discount (×0.70 (30% off) of tencent:1000) 30.00.',
  );
  expect(sentence.zh).toContain('×0.70（7 折）');
  expect(settledBy.map(({ label, amount }) => [label.en, amount])).toEqual([
    ['Vouchers', '50.00'],
    ['Gift', '20.00'],
  ]);
  expect(sourceRows).toHaveLength(1);
});

test('a figure that no answer has is refused', () => {
  const story = harbourStory();
  for (const figure of ['', 'charges', 'charges?period=2026-10#nobody/amount', 'nothing#a/b', 'balances#x/name'])
    expect(() => story.ask('explain', { figure })).toThrow(Refused);
});
