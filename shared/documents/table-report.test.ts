// Tables on paper: every row and column is printed once for each part, pages are counted, totals stand at the end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageText } from '../../tests/documents/page-text.ts';
import type { TableBlock } from './page.ts';
import { type TableFacts, tableReport } from './table-report.ts';

function factsOf(columns: number, rows: number, width = 12): TableFacts {
  return {
    language: 'en',
    title: 'Balances',
    bookName: 'Harbour Group',
    narrowed: [
      { label: 'Month', text: '2026-10' },
      { label: 'Filter', text: 'runway<20' },
    ],
    columns: Array.from({ length: columns }, (_, place) => {
      return { title: `C${place}`, isFigure: place > 0, wraps: place === 0 };
    }),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_each, place) => `${row}.${place}`.padEnd(width, 'x')),
    ),
    totals: [Array.from({ length: columns }, (_, place) => (place === 0 ? 'Total CNY' : `T${place}`))],
    printedAt: '2026-11-03 09:15 UTC',
    provisional: false,
  };
}

const tablesOf = (facts: TableFacts): readonly TableBlock[] =>
  tableReport(facts).pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
const cellsOf = (table: TableBlock): string[][] =>
  table.rows.map(({ cells }) => cells.map((lines) => lines.map(({ text }) => text).join('')));

test('the first page says what it is, of which month and filter, and every page which one it is', () => {
  const report = tableReport(factsOf(4, 120));
  expect(pageText(report.pages[0]!)).toContain('Balances');
  for (const said of ['Harbour Group', '2026-10', 'runway<20', '120', '2026-11-03 09:15 UTC'])
    expect(pageText(report.pages[0]!)).toContain(said);
  const feet = report.pages.map(({ foot }) => foot.page);
  expect(feet.length).toBeGreaterThan(1);
  expect(feet).toEqual(feet.map((_, place) => `Page ${place + 1} of ${feet.length}`));
  expect([report.landscape, report.watermark]).toEqual([false, null]);
  expect(tableReport({ ...factsOf(4, 1), provisional: true }).watermark).toBe('PROVISIONAL 暂估');
});

test('every cell is printed exactly once, the first column again in every part, totals last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 60 }), (columns, rows) => {
      const facts = factsOf(columns, rows);
      const printed = new Map<string, number>();
      for (const cell of tablesOf(facts).flatMap(cellsOf).flat()) printed.set(cell, (printed.get(cell) ?? 0) + 1);
      for (const row of [...facts.rows, ...facts.totals])
        for (const cell of row.slice(1)) expect(printed.get(cell), cell).toBe(1);
      const parts = printed.get('Total CNY');
      for (const row of facts.rows) expect(printed.get(row[0]!)).toBe(parts);
    }),
    { numRuns: 25 },
  );
});

test('a table too wide for upright paper lies on its side; wider still, it goes on beside its first column', () => {
  expect(tableReport(factsOf(7, 3)).landscape).toBe(false);
  expect(tableReport(factsOf(11, 3)).landscape).toBe(true);
  const heads = tablesOf(factsOf(30, 3)).map(({ columns }) => columns.map(({ label }) => label[0]!.text));
  expect(heads.length).toBeGreaterThan(1);
  expect(heads.map(([first]) => first)).toEqual(heads.map(() => 'C0'));
});

test('it lies as it is asked to: what does not fit upright then goes on beside its first column', () => {
  expect(tableReport({ ...factsOf(7, 3), orientation: 'landscape' }).landscape).toBe(true);
  const upright = { ...factsOf(11, 3), orientation: 'portrait' } as const;
  expect(tableReport(upright).landscape).toBe(false);
  expect(tablesOf(upright).length).toBeGreaterThan(1);
});

test('a figure wider than a page is refused, not cut', () => {
  expect(() => tableReport(factsOf(2, 1, 400))).toThrow(RangeError);
});
