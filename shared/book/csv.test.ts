// Setup tables as CSV text, read whole and strictly (formats.md: RFC 4180, byte-order mark and CRLF accepted).
import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';

function cells(text: string): unknown {
  const rows = parseCsv(text, 'funds.csv');
  return Array.isArray(rows) ? rows.map((row) => row.cells) : rows;
}

test('rows and cells, with or without a line end at the end, CRLF and a byte-order mark', () => {
  const plain = [
    ['a', 'b'],
    ['1', ''],
  ];
  for (const text of ['a,b\n1,\n', 'a,b\n1,', 'a,b\r\n1,\r\n', '\uFEFFa,b\n1,\n']) expect(cells(text)).toEqual(plain);
  expect(cells('')).toEqual([]);
});

test('quoted cells hold commas, quotes and line ends; rows know the line on which they start', () => {
  expect(cells('"a,b","say ""hi""",""\n')).toEqual([['a,b', 'say "hi"', '']]);
  const rows = parseCsv('h\n"one\ntwo"\nlast\n', 'funds.csv');
  expect(rows).toEqual([
    { line: 1, cells: ['h'] },
    { line: 2, cells: ['one\ntwo'] },
    { line: 4, cells: ['last'] },
  ]);
});

test('empty lines are passed over, and counted', () => {
  expect(parseCsv('a\n\n\nb\n', 'funds.csv')).toEqual([
    { line: 1, cells: ['a'] },
    { line: 4, cells: ['b'] },
  ]);
});

test.each(['a\n"open,1\n', 'a\nx"y,1\n', 'a\n"x"y,1\n'])(
  'a quote that does not fit is refused with its row: %j',
  (text) => {
    expect(cells(text)).toMatchObject({ code: 'brokenQuote', where: { file: 'funds.csv', row: 2 } });
  },
);
