// CSV for spreadsheets: what is read back is what stood there, and no cell becomes a formula that was not meant.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText, spreadsheetCsv } from './csv.ts';
import { inParts, joined } from './test-tables.ts';

const columns = [
  { title: 'Account ID', holds: 'identifier' },
  { title: 'Name', holds: 'text' },
  { title: '金额', holds: 'number' },
] as const;

test('identifiers stay text, amounts stay numbers, names never become formulas', async () => {
  const head = '\uFEFFAccount ID,Name,金额\n';
  const parts = inParts([['100003000112', '=1+1', '-1234.50']], [['007', '@SUM(A1), "x"', '']]);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await joined(spreadsheetCsv(columns, parts)));
  expect(text).toBe(`${head}"=""100003000112""",'=1+1,-1234.50\n"=""007""","'@SUM(A1), ""x""",\n`);
});

test('no text that a name or an identifier may hold begins a formula', async () => {
  const dangerous = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string({ maxLength: 8 }))
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(dangerous, dangerous, async (id, name) => {
      const bytes = await joined(spreadsheetCsv(columns, inParts([[id, name, '1']])));
      const [, cells] = parse(Buffer.from(bytes), { bom: true }) as string[][];
      const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);
      expect(cells!.filter(isFormula)).toEqual([]);
    }),
  );
});

test('cells come back as they were', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(cell, cell, (first, second) => {
      const table = { name: '', columns: ['first', 'second'], rows: [{ first, second }] };
      const [, back] = parse(csvText(table), { relax_column_count: true }) as string[][];
      expect(back).toEqual([first, second]);
    }),
  );
});
