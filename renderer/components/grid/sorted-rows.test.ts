// Sorting of lists that are here: exact, stable, empty cells last.
import { expect, test } from 'vitest';
import type { GridColumn } from './column.ts';
import { sortedRows } from './sorted-rows.ts';

const columns: readonly GridColumn[] = [
  { id: 'name', title: 'Name', kind: 'text', width: 100 },
  { id: 'amount', title: 'Amount', kind: 'amount', width: 100 },
];
const rows = [
  { id: '1', name: 'b', amount: '10.00' },
  { id: '2', name: 'a', amount: '9.5' },
  { id: '3', name: 'c', amount: '' },
  { id: '4', name: 'a', amount: '90071992547409931.01' },
];

function order(...sort: { column: string; descending: boolean }[]): string {
  return sortedRows(rows, columns, sort)
    .map(({ id }) => id)
    .join('');
}

test('figures are ordered by value, at any size, what is empty comes last', () => {
  expect(order({ column: 'amount', descending: false })).toBe('2143');
});

test('the second column decides where the first is equal', () => {
  expect(order({ column: 'name', descending: false }, { column: 'amount', descending: true })).toBe('4213');
  expect(order({ column: 'name', descending: true })).toBe('3124');
  expect(order()).toBe('1234');
});
