// Every figure that any list of a small book shows resolves, and its parts sum to it: down to files and records.
import { expect, test } from 'vitest';
import { harbourStory } from '../../../tests/book-story.ts';
import { figuresIn, inputsOf, newWalk, walkFigure } from '../../../tests/explain-figures.ts';
import type { AccountKey } from '../../rules/names.ts';
import { Refused } from '../../rules/refusal.ts';
import { figureKey } from '../figure.ts';
import { listOfFigures } from './figure-lists.ts';

const inputs = inputsOf(['2026-09', '2026-10'], 'tencent:1000', { debtor: 'SZ', creditor: 'HQ' });

test.each(['', 'tencent:1000', 'tencent:2000', 'tencent:1001'] as (AccountKey | '')[])(
  'every figure of the desk %j resolves and is the sum of its parts',
  async (desk) => {
    const story = harbourStory();
    const walk = newWalk((figure) => story.ask('explain', { figure }, desk), 1000);
    for (const [query, all] of inputs)
      for (const input of all) {
        try {
          const list = listOfFigures(story.asking(desk), query, input)!;
          for (const key of figuresIn(query, input, list, 1000)) await walkFigure(walk, key);
        } catch (error) {
          if (desk === '' || !(error instanceof Refused)) throw error;
          expect(error.refusals[0]!.code).toBe('bookDeskOnly');
        }
      }
    expect(walk.wrong).toEqual([]);
    expect(walk.seen.size).toBeGreaterThan(desk === '' ? 400 : 20);
  },
);

test('a total leads to rows of a file in at most four steps', () => {
  const story = harbourStory();
  const reaches = (key: string, steps: number): boolean => {
    const { sourceRows, components } = story.ask('explain', { figure: key });
    if (sourceRows.length > 0) return true;
    return steps > 1 && components.every(({ figure }) => figure !== undefined && reaches(figure, steps - 1));
  };
  const total = figureKey({ query: 'overview', input: { period: '2026-10' }, of: { row: 'CNY' }, column: 'charges' });
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

test('cash says whose money it was and through which allocation it came', () => {
  const story = harbourStory();
  const row = story.ask('charges', { period: '2026-09' }).rows.find((one) => one['product'] === 'tax')!;
  const figure = figureKey({ query: 'charges', input: { period: '2026-09' }, of: { row: row.id }, column: 'cash' });
  const { components, records } = story.ask('explain', { figure });
  expect(components).toMatchObject([{ label: { en: 'Cash of HQ, 2026-09-03 through a1' }, amount: '12.60' }]);
  expect(records.map(({ kind }) => kind)).toEqual(['fundsMoved', 'chargesRun']);
});

test('a figure that no answer has is refused', () => {
  const story = harbourStory();
  for (const figure of ['', 'charges', 'charges?period=2026-10#nobody/amount', 'nothing#a/b', 'balances#x/name'])
    expect(() => story.ask('explain', { figure })).toThrow(Refused);
});
