// Lists cut, sorted and summed: numbers by what they are, sums of exactly the rows that pass, whatever was asked before.
import { expect, test } from 'vitest';
import { type List, columnsOf, pageOf } from './listing.ts';

const list: List = {
  columns: columnsOf({ text: ['name', 'currency'], amount: ['amount'] }),
  rows: [
    { id: '1', name: 'b', currency: 'CNY', amount: '9.50' },
    { id: '2', name: 'a', currency: 'CNY', amount: '' },
    { id: '3', name: 'c', currency: 'USD', amount: '-10.125' },
    { id: '4', name: 'a', currency: 'CNY', amount: '10' },
  ],
};
const idsOf = (...listing: Parameters<typeof pageOf>): string =>
  pageOf(...listing)
    .rows.map(({ id }) => id)
    .join('');

test('amounts are sorted as numbers, cells without one before them, and equal cells stay in their order', () => {
  expect(idsOf(list, { sort: [{ column: 'amount' }] })).toBe('2314');
  expect(idsOf(list, { sort: [{ column: 'amount', descending: true }] })).toBe('4132');
  expect(idsOf(list, { sort: [{ column: 'name' }] })).toBe('2413');
  expect(idsOf(list, { sort: [{ column: 'name' }, { column: 'amount', descending: true }] })).toBe('4213');
  expect(idsOf(list, {})).toBe('1234');
});

test('each filter and each page has the sums of its own filter', () => {
  const inCny = { filter: [{ column: 'currency', test: 'is', value: 'CNY' }] } as const;
  for (const offset of [0, 1])
    expect(pageOf(list, { ...inCny, offset, limit: 1 })).toMatchObject({
      total: 3,
      sums: { CNY: { amount: '19.50' } },
    });
  expect(pageOf(list, {}).sums).toEqual({ CNY: { amount: '19.50' }, USD: { amount: '-10.125' } });
  expect(idsOf(list, { ...inCny, sort: [{ column: 'amount' }], offset: 1 })).toBe('14');
});
