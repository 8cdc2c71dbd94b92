// What is typed in the filter box, as conditions.
import { expect, test } from 'vitest';
import type { GridColumn } from './components/grid/column.ts';
import { readFilter } from './filter-language.ts';

const columns: readonly GridColumn[] = [
  { id: 'name', title: '名称', kind: 'text', width: 100 },
  { id: 'entity', title: '主体', kind: 'text', width: 100 },
  { id: 'status', title: 'Status', kind: 'tag', width: 100 },
  { id: 'amount', title: 'Amount', kind: 'amount', width: 100 },
  { id: 'date', title: 'Date', kind: 'date', width: 100 },
];

function read(text: string): unknown {
  return readFilter(text, columns, 'name').conditions.map(({ column, test: kind, value }) => [column, kind, value]);
}

test.each([
  ['entity:HT', [['entity', 'has', 'HT']]],
  ['amount>10,000', [['amount', 'above', '10000']]],
  [
    'amount>=1 amount<=2',
    [
      ['amount', 'at-least', '1'],
      ['amount', 'at-most', '2'],
    ],
  ],
  ['status:blocked', [['status', 'is', 'blocked']]],
  ['-status:ok', [['status', 'is-not', 'ok']]],
  [
    'date:2026-10-01..15',
    [
      ['date', 'at-least', '2026-10-01'],
      ['date', 'at-most', '2026-10-15'],
    ],
  ],
  [
    '"cos web" ht',
    [
      ['name', 'has', 'cos web'],
      ['name', 'has', 'ht'],
    ],
  ],
  ['主体：深圳', [['entity', 'has', '深圳']]],
  ['amo>5', [['amount', 'above', '5']]],
  ['', []],
])('%s', (text, conditions) => {
  expect(read(text)).toEqual(conditions);
});

test('what names no column is said, and the rest still filters', () => {
  const { conditions, unknown } = readFilter('colour:red ht', columns, 'name');
  expect(unknown).toEqual(['colour:red']);
  expect(conditions).toHaveLength(1);
});
