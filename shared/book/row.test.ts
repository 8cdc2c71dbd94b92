// The cells of one row, read strictly; every fault is collected with its place.
import { expect, test } from 'vitest';
import { formatDecimal } from '../money/decimal.ts';
import type { Refusal } from '../rules/refusal.ts';
import { type Row, type RowReader, camelCase, readRow, snakeCase } from './row.ts';

/** What reading a cell refuses: its code and the value, or nothing. */
function refused(row: Row, read: (reader: RowReader) => unknown): readonly (string | undefined)[] {
  const refusals: Refusal[] = [];
  read(readRow(row, { file: 'funds.csv', row: 7 }, refusals));
  return refusals.map(({ code, where }) => `${code} ${where?.file}:${where?.row} ${where?.column} ${where?.value}`);
}

const readable = (row: Row) => readRow(row, {}, []);

test('cells that fit are read and refuse nothing', () => {
  const row = { date: '2026-10-31', amount: '12.30', currency: 'CNY', value: '-0.70', kind: 'gift', priced: 'yes' };
  const reader = readable(row);
  expect([reader.requiredAmount('amount', 'CNY'), reader.amount('none', 'CNY')]).toEqual([1230n, null]);
  expect([reader.day('none'), reader.yes('priced'), reader.yes('none')]).toEqual([null, true, false]);
  expect(reader.requiredDay('date')).toBe(reader.day('date'));
  expect([reader.currency('currency'), formatDecimal(reader.decimal('value'))]).toEqual(['CNY', '-0.7']);
  expect([reader.oneOf('kind', ['gift', 'freeze']), reader.oneOf('none', ['gift', 'freeze'], 'freeze')]).toEqual([
    'gift',
    'freeze',
  ]);
  expect(refused(row, (one) => [one.requiredDay('date'), one.requiredAmount('amount', 'CNY')])).toEqual([]);
});

test.each<[string, Row, (reader: RowReader) => unknown, string]>([
  ['a required cell that is empty', {}, (row) => row.required('taxId'), 'missingValue funds.csv:7 tax_id '],
  ['a date', { date: '2026-02-30' }, (row) => row.day('date'), 'badDate funds.csv:7 date 2026-02-30'],
  ['three decimals', { a: '1.234' }, (row) => row.amount('a', 'CNY'), 'badAmount funds.csv:7 a 1.234'],
  ['a comma', { a: '1,234.00' }, (row) => row.requiredAmount('a', 'CNY'), 'badAmount funds.csv:7 a 1,234.00'],
  ['an exponent', { a: '1e3' }, (row) => row.amount('a', 'CNY'), 'badAmount funds.csv:7 a 1e3'],
  ['decimals of yen', { a: '1.5' }, (row) => row.amount('a', 'JPY'), 'badAmount funds.csv:7 a 1.5'],
  [
    'more than the ledger holds',
    { a: '90071992547409.92' },
    (row) => row.amount('a', 'CNY'),
    'badAmount funds.csv:7 a 90071992547409.92',
  ],
  ['a currency', { c: 'yuan' }, (row) => row.currency('c'), 'badCurrency funds.csv:7 c yuan'],
  ['a number', { n: '7折' }, (row) => row.decimal('n'), 'badNumber funds.csv:7 n 7折'],
  ['a word', { k: 'gifts' }, (row) => row.oneOf('k', ['gift']), 'unknownWord funds.csv:7 k gifts'],
  ['a word that is missing', {}, (row) => row.oneOf('k', ['gift']), 'unknownWord funds.csv:7 k '],
  ['a yes', { y: 'true' }, (row) => row.yes('y'), 'unknownWord funds.csv:7 y true'],
])('refused once, with its place: %s', (_, row, read, said) => expect(refused(row, read)).toEqual([said]));

test('a missing required amount, day or currency is said once', () => {
  const read = (reader: RowReader) => [
    reader.requiredAmount('a', 'CNY'),
    reader.requiredDay('b'),
    reader.currency('c'),
  ];
  expect(refused({}, read).map((one) => one?.split(' ')[0])).toEqual(['missingValue', 'missingValue', 'missingValue']);
});

test('columns are snake_case in files and camelCase in rows', () => {
  expect(['tax_id', 'cross_entity_funds', 'from'].map(camelCase)).toEqual(['taxId', 'crossEntityFunds', 'from']);
  expect(['taxId', 'crossEntityFunds', 'from'].map(snakeCase)).toEqual(['tax_id', 'cross_entity_funds', 'from']);
});
