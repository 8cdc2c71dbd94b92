// What is typed in the filter box, as conditions.
import { expect, test } from 'vitest';
import type { GridColumn } from './components/grid/column.ts';
import { readFilter } from './filter-language.ts';

const states = [
  { code: 'ok', texts: ['In order', '正常'] },
  { code: 'owing', texts: ['Owing', '欠费'] },
  { code: 'overdue', texts: ['Over the limit', '超额欠费'] },
];
const columns: readonly GridColumn[] = [
  { id: 'name', title: '名称', kind: 'text', width: 100 },
  { id: 'entity', title: '主体', kind: 'text', width: 100 },
  { id: 'status', title: 'Status', kind: 'tag', width: 100, codes: () => states },
  { id: 'amount', title: 'Amount', kind: 'amount', width: 100 },
  { id: 'runwayDays', title: 'Runway days', kind: 'count', width: 100 },
  { id: 'date', title: 'Date', kind: 'date', width: 100 },
];

function read(text: string): unknown {
  return readFilter(text, columns, 'name').conditions.map(({ column, test: kind, value }) => [column, kind, value]);
}

test.each([
  ['entity:HT', [['entity', 'has', 'HT']]],
  ['amount>10,000', [['amount', 'above', '10000']]],
  ['金额>1.2万', [['amount', 'above', '12000']]],
  ['runway-days<15', [['runwayDays', 'below', '15']]],
  [
    'amount>=1 amount<=2',
    [
      ['amount', 'at-least', '1'],
      ['amount', 'at-most', '2'],
    ],
  ],
  ['status:overdue', [['status', 'is', 'overdue']]],
  ['状态:超额欠费', [['status', 'is', 'overdue']]],
  ['status:"Over the limit"', [['status', 'is', 'overdue']]],
  ['status:欠', [['status', 'one-of', 'owing\noverdue']]],
  ['status:ok,owing', [['status', 'one-of', 'ok\nowing']]],
  ['-status:ok', [['status', 'is-not', 'ok']]],
  ['-entity:HT', [['entity', 'has-not', 'HT']]],
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
  ['entity:', []],
  ['', []],
])('%s', (text, conditions) => {
  expect(read(text)).toEqual(conditions);
});

test('what is not understood is said, and the rest still filters', () => {
  const { conditions, unknown } = readFilter('colour:red amount>many status:lost ht', columns, 'name');
  expect(unknown.map(({ text, fault }) => [text, fault])).toEqual([
    ['colour:red', 'no-such-column'],
    ['amount>many', 'not-a-number'],
    ['status:lost', 'no-such-value'],
  ]);
  expect(conditions).toHaveLength(1);
});

test('each expression knows its place, so that it can be taken away', () => {
  const text = 'entity:HT  -status:ok "cos web"';
  const { terms } = readFilter(text, columns, 'name');
  expect(terms.map(({ from, to }) => text.slice(from, to))).toEqual(['entity:HT', '-status:ok', '"cos web"']);
});

test('a column’s own name goes before the title of another', () => {
  const twins: readonly GridColumn[] = [
    { id: 'name', title: 'Account', kind: 'text', width: 100 },
    { id: 'account', title: 'Account ID', kind: 'id', width: 100 },
  ];
  const columnOf = (text: string) => readFilter(text, twins, 'name').conditions[0]?.column;
  expect([columnOf('account:1000'), columnOf('账号:web'), columnOf('account-id:1')]).toEqual([
    'account',
    'name',
    'account',
  ]);
});
