// Figures of what is not in the book: those of plans, of files tried out and of selections resolve, and their parts sum
// to them down to the balances of the book.
import { expect, test } from 'vitest';
import { harbourStory } from '../../../tests/book-story.ts';
import { codesOf } from '../../../tests/rule-facts.ts';
import { newWalk, walkFigure } from '../../../tests/explain-figures.ts';
import type { FigureDraft } from '../../contract/queries.ts';
import { figureKey } from '../figure.ts';
import { selectedFigures } from '../selection-sum.ts';
import { listOfFigures } from './figure-lists.ts';

const asOf = '2026-10-31';
const story = harbourStory();
const funds = { provider: 'tencent', currency: 'CNY', date: asOf } as const;
story.do('topUp', { ...funds, account: '1000', key: 't3', amount: '90000' });
for (const [key, amount] of [
  ['a2', '700'],
  ['a3', '400'],
] as const)
  story.do('allocateFunds', { ...funds, account: '1000', to: '2000', key, amount });
story.do('freezeFunds', { ...funds, account: '2000', key: 'f2', amount: '25' });

async function walkDraft(query: string, draft: FigureDraft): Promise<number> {
  const input = query === 'importTrial' ? {} : { asOf };
  const walk = newWalk(
    (figure) => story.ask('explain', { figure, draft: isDrafted(figure) ? draft : undefined }),
    1000,
  );
  const { rows, columns } = listOfFigures(story.asking(''), query, input, draft)!;
  for (const row of rows)
    for (const column of Object.keys(columns).filter((name) => (row[name] ?? '') !== '')) {
      const explained = await walkFigure(walk, figureKey({ query, input, of: { row: row.id }, column }));
      expect(explained.sentence.en, `${row.id} ${column}`).not.toMatch(/undefined|noSuch/);
    }
  expect(walk.wrong).toEqual([]);
  return walk.seen.size;
}

function isDrafted(figure: string): boolean {
  return /^(?:allocationPlan|recoveryPlan|importTrial)/.test(figure);
}

const accounts = story.ask('balances', { asOf }).rows;
const all = (written: string) => accounts.map(({ id }) => ({ account: id, written }));

test.each(['=30d', '=2000*3', '7.5', 'nonsense'])('a plan of %s for every account explains itself', async (written) => {
  expect(await walkDraft('allocationPlan', { rows: all(written) })).toBeGreaterThan(accounts.length * 4);
});

test('a plan of bringing back explains itself, all lots and chosen ones', async () => {
  expect(await walkDraft('recoveryPlan', { rows: all('=max') })).toBeGreaterThan(accounts.length * 4);
  const lots = story.ask('lots', { asOf }).rows.filter((lot) => lot['allocation'] === 'a3');
  expect(lots.length).toBe(1);
  const chosen = [{ account: 'tencent:2000', written: '=max', allocations: ['a3'] }];
  await walkDraft('recoveryPlan', { rows: chosen });
});

test('what a plan leaves an account is what it has and what it is given', () => {
  const target = accounts.find(({ mode, id }) => mode === 'self-pay' && id !== accounts[0]!.id)!;
  const figure = figureKey({ query: 'allocationPlan', input: { asOf }, of: { row: target.id }, column: 'after' });
  const { components, amount } = story.ask('explain', {
    figure,
    draft: { rows: [{ account: target.id, written: '5' }] },
  });
  expect(components.map(({ label }) => label.en)).toContain('Available');
  expect(Number(amount)).toBeGreaterThanOrEqual(Number(target['available']));
  expect(() => story.ask('explain', { figure })).toThrow();
});

test('files that were tried out: what is kept is what the file holds less what is set aside', async () => {
  const file = { id: 'f1', name: 'a.csv', rows: 12, kept: 10 };
  await walkDraft('importTrial', { files: [{ ...file, sums: [{ currency: 'CNY', inFile: '10.50', kept: '9.25' }] }] });
  const figure = figureKey({ query: 'importTrial', input: {}, of: { row: 'f1|CNY' }, column: 'keptSum' });
  const draft = { files: [{ ...file, sums: [{ currency: 'CNY', inFile: '10.50', kept: '9.25' }] }] };
  const { components } = story.ask('explain', { figure, draft });
  expect(components.map(({ label, amount }) => [label.en, amount])).toEqual([
    ['Sum in the file', '10.50'],
    ['Lines set aside', '-1.25'],
  ]);
});

test('a selection is the sum of its cells; the smallest and the largest are a cell each', async () => {
  const input = { query: 'balances', input: { asOf }, columns: ['cash', 'available'], fromRow: 0, toRow: 2 };
  const walk = newWalk((figure) => story.ask('explain', { figure }), 1000);
  const { rows, columns } = selectedFigures(story.asking(''), input);
  for (const row of rows)
    for (const column of Object.keys(columns))
      await walkFigure(walk, figureKey({ query: 'selectionSum', input, of: { row: row.id }, column }));
  expect(walk.wrong).toEqual([]);
  const sum = figureKey({ query: 'selectionSum', input, of: { row: 'CNY' }, column: 'sum' });
  expect(story.ask('explain', { figure: sum }).components.length).toBeGreaterThan(1);
});

test('a selection in a plan is of the rows that are named, with the draft; without one there is no plan', () => {
  const input = { query: 'allocationPlan', input: { asOf }, columns: ['amount', 'cash'], fromRow: 0, toRow: 0 };
  const marked = { ...input, rows: ['tencent:2000'] };
  const draft = { rows: [{ account: 'tencent:2000', written: '1.50' }] };
  const { sums } = story.ask('selectionSum', { ...marked, draft });
  expect(sums).toMatchObject([{ currency: 'CNY', min: '1.50' }]);
  const figure = figureKey({ query: 'selectionSum', input: marked, of: { row: 'CNY' }, column: 'sum' });
  const { amount, components } = story.ask('explain', { figure, draft });
  expect([amount, components[0]?.amount]).toEqual([sums[0]!.sum, '1.50']);
  expect(story.ask('selectionSum', { ...marked, rows: ['source:tencent:2000'], draft }).sums).toEqual([]);
  expect(codesOf(() => story.ask('selectionSum', marked))).toEqual(['notAList']);
});
