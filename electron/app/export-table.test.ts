// A list of the book written to a file by the main process: read part by part, in the words of the window, told how far it
// is, and cancelled without leaving anything.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Work } from '../../shared/contract/app.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import type { CurrentBook } from './current-book.ts';
import type { Dialogs } from './dialogs.ts';
import { exportTable } from './export-table.ts';
import { WorkList } from './work-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const usualTotal = 25_000;
const of = { query: 'billLines', input: { period: '2026-10' } };
const columns = [
  { id: 'owner', title: 'Account', holds: 'identifier' as const },
  { id: 'category', title: '类别', holds: 'text' as const, words: { Usage: '用量' } },
];

/** A program with one list of many rows; `onAsk` is called before each part is handed out. */
function program(name: string, onAsk: (works: WorkList) => void = () => {}, total = usualTotal) {
  const told: Work[] = [];
  const works = new WorkList((work) => told.push(work));
  const ask = ({ input: { offset } }: { input: { offset: number } }) => {
    onAsk(works);
    const rows = Array.from({ length: Math.min(10_000, total - offset) }, (_, place) => {
      return { id: `${offset + place}`, owner: `1000${offset + place}`, category: 'Usage' };
    });
    return Promise.resolve({ rows, total, sums: {} });
  };
  const book = { required: () => ({ ask }) } as unknown as CurrentBook;
  const dialogs = { chooseTablePlace: () => Promise.resolve(join(folder, name)) } as unknown as Dialogs;
  return { parts: { book, dialogs, works }, told };
}

test('every row of the list is written, codes in words, and the work says how far it is', async () => {
  const { parts, told } = program('all.csv');
  const saved = await exportTable(parts, { name: 'all', columns, of });
  expect(saved).toEqual({ saved: join(folder, 'all.csv'), rows: usualTotal });
  const lines = readFileSync(saved.saved, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(usualTotal + 1);
  expect(lines.at(-1)).toBe('"=""100024999""",用量');
  expect(told.map(({ done }) => done)).toEqual([0, 10_000, 20_000, 25_000, 25_000]);
  expect(told.at(-1)).toMatchObject({ kind: 'export', state: 'done' });
});

test.each(['cut.csv', 'cut.xlsx'])('cancelled, %s is not there and no draft of it either', async (name) => {
  let asked = 0;
  const { parts } = program(name, (works) => ++asked === 2 && works.cancelAll());
  await expect(exportTable(parts, { name: 'cut', columns, of })).rejects.toThrow(Refused);
  expect(existsSync(join(folder, name))).toBe(false);
  expect(readdirSync(folder).filter((each) => each.endsWith('.part'))).toEqual([]);
});

test('a place that cannot be written is said, and nothing is there', async () => {
  const { parts } = program(join('no such folder', 'x.xlsx'));
  const refused = await exportTable(parts, { name: 'x', columns, of }).catch((error: unknown) => error);
  expect((refused as Refused).refusals[0]).toMatchObject({ unchanged: 'No file was written or replaced.' });
});

test('a workbook that a spreadsheet could not open whole is refused, and nothing of it is there', async () => {
  const { parts } = program('long.xlsx', undefined, 1_048_576);
  const empty = [{ id: 'none', title: 'None', holds: 'text' as const }];
  const refused = await exportTable(parts, { name: 'long', columns: empty, of }).catch((error: unknown) => error);
  expect((refused as Refused).refusals[0]).toMatchObject({ code: 'sheetTooLong' });
  expect(existsSync(join(folder, 'long.xlsx'))).toBe(false);
});
