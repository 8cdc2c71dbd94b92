// What a filter is offered of a list: what is there, and what the rest of the filter leaves of it.
import { expect, test } from 'vitest';
import { harbourStory } from '../../tests/book-story.ts';
import type { ListFilter } from './listing.ts';

const story = harbourStory();
const values = (column: string, filter: readonly ListFilter[] = [], has = '') =>
  story
    .ask('columnValues', { query: 'balances', input: { filter: filter.map((one) => ({ ...one })) }, column, has })
    .values.map(({ value, rows }) => `${value} ${rows}`);

test('the values of a column are counted, the most frequent first', () => {
  const rows = story.ask('balances', {}).rows;
  const [first = ''] = values('entity');
  const counts = rows.map((row) => rows.filter((other) => other['entity'] === row['entity']).length);
  expect(Number(first.split(' ')[1])).toBe(Math.max(...counts));
  expect(values('account', [], '200')).toEqual(['2000 1']);
});

test('conditions of the filter hold for them; amounts are equal however they are written', () => {
  const { cash = '', account } = story.ask('balances', {}).rows.find((row) => /[1-9]/.test(row['cash']!))!;
  const longer = `${cash}00`;
  expect(values('account', [{ column: 'cash', test: 'is', value: longer }])).toEqual([`${account} 1`]);
  expect(values('account', [{ column: 'account', test: 'one-of', value: '1000\n2000' }])).toEqual(['1000 1', '2000 1']);
  expect(values('account', [{ column: 'account', test: 'has-not', value: '100' }])).toEqual(['2000 1']);
});
