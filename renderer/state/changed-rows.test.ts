// Drafts: changing cells loses nothing, and undoing every step leads back to the beginning.
import { expect, test } from 'vitest';
import { changedRows, draftSums } from './changed-rows.ts';

const rows = [
  { id: 'a', amount: '', currency: 'CNY' },
  { id: 'b', amount: '2.50', currency: 'CNY' },
  { id: 'c', amount: '1', currency: 'JPY' },
];

test('cells are put into their rows, all others stay the same', () => {
  const changed = changedRows(rows, [
    { row: 0, column: 'amount', value: '1.10' },
    { row: 2, column: 'amount', value: '7' },
  ]);
  expect(changed.map(({ amount }) => amount)).toEqual(['1.10', '2.50', '7']);
  expect(changed[1]).toBe(rows[1]);
});

test('a draft adds up by currency, exactly', () => {
  expect(draftSums(changedRows(rows, [{ row: 0, column: 'amount', value: '0.10' }]), 'amount')).toEqual({
    CNY: '2.60',
    JPY: '1',
  });
});
