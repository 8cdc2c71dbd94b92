// The CSV texts of a setup folder become rows with their places (formats.md §1).
import { expect, test } from 'vitest';
import { readSetupTables } from './setup-tables.ts';

const entities = 'code,name,currency\nHQ,Harbour,CNY\n';

test('columns are found by name in any order; cells are trimmed, empty ones are none', () => {
  const { tables, places, warnings, refusals } = readSetupTables({
    'entities.csv': 'currency,code,name,tax_id\nCNY, HQ ,Harbour,\nUSD,SZ,Shenzhen,91\n',
  });
  expect(tables).toEqual({
    entities: [
      { currency: 'CNY', code: 'HQ', name: 'Harbour' },
      { currency: 'USD', code: 'SZ', name: 'Shenzhen', taxId: '91' },
    ],
  });
  expect(tables.entities!.map((row) => places.get(row))).toEqual([
    { file: 'entities.csv', row: 2 },
    { file: 'entities.csv', row: 3 },
  ]);
  expect([warnings, refusals]).toEqual([[], []]);
});

test('unknown columns are kept out and named; unknown files too', () => {
  const { tables, warnings } = readSetupTables({
    'entities.csv': 'code,name,currency,colour\nHQ,Harbour,CNY,blue\n',
    'notes.csv': 'a\n',
    'book.json': '{}',
  });
  expect(tables.entities).toEqual([{ code: 'HQ', name: 'Harbour', currency: 'CNY' }]);
  expect(warnings).toEqual([
    'entities.csv: the columns colour are not known and were not read.',
    'notes.csv is not a setup file; it was not read.',
  ]);
});

test.each([
  [
    'a column that is missing',
    'code,name\nHQ,Harbour\n',
    { code: 'missingColumn', where: { row: 1, column: 'currency' } },
  ],
  ['an empty file', '', { code: 'missingColumn' }],
  ['a row of too few cells', `${entities}SZ,Shenzhen\n`, { code: 'raggedRow', where: { row: 3 } }],
  ['a row of too many cells', `${entities}SZ,Shenzhen,CNY,\n`, { code: 'raggedRow', where: { row: 3 } }],
  ['a broken quote', `${entities}"SZ,Shenzhen,CNY\n`, { code: 'brokenQuote', where: { row: 3 } }],
])('refused: %s', (_, text, refusal) => {
  expect(readSetupTables({ 'entities.csv': text }).refusals).toMatchObject([refusal]);
});

test('faults of several files and rows are said together', () => {
  const { refusals } = readSetupTables({ 'entities.csv': `${entities}a\nb\n`, 'links.csv': 'provider\n' });
  expect(refusals.map(({ where }) => `${where?.file} ${where?.row}`)).toEqual([
    'entities.csv 3',
    'entities.csv 4',
    'links.csv 1',
  ]);
});
