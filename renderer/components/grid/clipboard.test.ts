// The clipboard: what is copied is pasted as the same values, account numbers stay text, and one bad cell stops all.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipboardRows } from './clipboard-rows.ts';
import type { GridColumn, GridRow } from './column.ts';
import { clipOf } from './copy.ts';
import { pasting } from './paste.ts';
import { readAmount } from './read-amount.ts';

const columns: readonly GridColumn[] = [
  { id: 'account', title: 'Account ID', kind: 'id', width: 100 },
  { id: 'name', title: 'Name', kind: 'text', width: 100 },
  { id: 'amount', title: 'Amount', kind: 'amount', width: 100 },
];
const row: GridRow = { id: '1', account: '100003000112', name: '=1+1 <b>', amount: '-1234.50', currency: 'CNY' };
const target = { columns, rowCount: 100, editable: () => true };

test('copied text holds raw values, with the titles where asked for', () => {
  expect(clipOf(columns, [row], false).text).toBe('100003000112\t=1+1 <b>\t-1234.50');
  expect(clipOf(columns, [row], true).text).toBe('Account ID\tName\tAmount\r\n100003000112\t=1+1 <b>\t-1234.50');
});

test('copied HTML marks account numbers as text, leaves amounts numbers, and escapes what is data', () => {
  const { html } = clipOf(columns, [row], false);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">100003000112</td>`);
  expect(html).toContain('<td>-1234.50</td>');
  expect(html).toContain('=1+1 &lt;b&gt;');
});

test('any cells come back from the clipboard as they were', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\r'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), (cells) => {
      const rows = cells.map(([account, name, amount], place): GridRow => ({
        id: String(place),
        account,
        name,
        amount,
      }));
      const pasted = clipboardRows(clipOf(columns, rows, false).text);
      expect(pasted).toEqual(cells.map((each) => [...each]));
    }),
  );
});

test.each([
  ['1,234.50', '1234.50'],
  ['(1,234.50)', '-1234.50'],
  ['1.234,50', '1234.50'],
  ['¥ 1234', '1234'],
  ['CNY 5.00', '5.00'],
  ['5.00元', '5.00'],
  ['1.2万', '12000'],
  ['−3', '-3'],
  ['１２３', '123'],
  ["1'234.5", '1234.5'],
  ['1 234,5', '1234.5'],
  ['-¥20', '-20'],
  ['1,23', '1.23'],
])('%s is read as %s', (written, amount) => {
  expect(readAmount(written)).toEqual({ is: 'amount', amount });
});

test.each(['abc', '12,34.5', '1.2.3', '(5', '-(5)', '1,2,3', '', '--5', '1e5'])('%s is no amount', (written) => {
  expect(readAmount(written)).toEqual({ is: 'none' });
});

test('what could be two numbers is asked, and the answer decides', () => {
  expect(readAmount('1,234')).toEqual({ is: 'ambiguous', point: '1234', comma: '1.234' });
  expect(readAmount('1,234', 'point')).toEqual({ is: 'amount', amount: '1234' });
  expect(readAmount('1,234', undefined, 2)).toEqual({ is: 'amount', amount: '1234' });
  expect(readAmount('1.234', undefined, 2).is).toBe('ambiguous');
  expect(readAmount('1,234', 'comma')).toEqual({ is: 'amount', amount: '1.234' });
});

test('a paste says every bad cell, and what is good is not hidden by it', () => {
  const read = pasting('1\tWeb\t1,234.50\n2\tData\tmany', { row: 4, column: 0 }, target);
  expect(read.cells).toHaveLength(5);
  expect(read.bad).toEqual([{ row: 5, column: 'amount', written: 'many', fault: 'not-an-amount' }]);
});

test('a paste never leaves the list, nor changes what is not to be changed', () => {
  const out = pasting('1\t2\t3\t4', { row: 0, column: 0 }, target);
  expect(out.bad.map(({ fault }) => fault)).toEqual(['outside']);
  const locked = pasting('1', { row: 0, column: 0 }, { ...target, editable: (column) => column === 'amount' });
  expect(locked.bad.map(({ fault }) => fault)).toEqual(['not-editable']);
});
