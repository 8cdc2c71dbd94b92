// On the sample groups, run through the program and read back from disk: figures of every list resolve, and the parts of
// each sum to it, down to the rows of the bill files; the journal lines of every balance sum to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDay, lastDay, parseMonth } from '../../shared/calendar/day.ts';
import { type QueryName, isQueryName } from '../../shared/contract/queries.ts';
import { readQueryInput } from '../../shared/contract/read-input.ts';
import type { FigureInput } from '../../shared/reports/figure.ts';
import type { List, ListRow } from '../../shared/reports/listing.ts';
import { ask } from '../../electron/book/ask.ts';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import type { OpenBook } from '../../electron/book/open-book.ts';
import { runMonths } from '../../electron/command-line/month.ts';
import { figuresIn, inputsOf, newWalk, walkFigure } from '../explain-figures.ts';
import { journalDifferences } from '../journal-sums.ts';
import { copied, copies } from './groups.ts';

const silent = { out: () => undefined, error: () => undefined, isTerminal: false };
const now = '2026-11-03T09:00:00Z';

async function bookOf(group: (typeof copied)[number], work: string): Promise<string> {
  const [from, to] = [parseMonth(group.from)!, parseMonth(group.to)!];
  const book = join(work, 'book');
  const options = { setup: join(copies, group.name), from, to, isRange: true, out: join(work, 'out'), book };
  await runMonths({ ...options, adopt: group.adopt, duplicates: 'keep', now: () => now }, silent);
  return book;
}

/** All pages of what a query answers as one list; its amounts are the columns that it sums. */
async function wholeList(open: OpenBook, query: QueryName, input: FigureInput): Promise<List> {
  const rows: ListRow[] = [];
  const columns: Record<string, 'amount'> = {};
  for (let offset = 0; ; offset += 200) {
    const read = readQueryInput(query, { ...input, offset });
    if (!read.ok) return { rows: [], columns: {} };
    const page = (await ask(open, query, read.input, '')) as { rows: ListRow[]; total: number; sums: object };
    rows.push(...page.rows);
    for (const sums of Object.values(page.sums)) for (const column of Object.keys(sums)) columns[column] = 'amount';
    if (rows.length >= page.total) return { rows, columns };
  }
}

describe.each(copied)('$name', (group) => {
  test('figures resolve and are the sums of their parts', async () => {
    const work = mkdtempSync(join(tmpdir(), 'purser-explain-'));
    const opened = openBookFolder(await bookOf(group, work));
    try {
      const { open } = opened;
      const [due] = (await ask(open, 'dues', { period: group.to }, '')).rows;
      const pair = { debtor: due?.['debtor'] ?? '', creditor: due?.['creditor'] ?? '' };
      const admin = [...open.book.structure.accounts.values()].find(({ role }) => role === 'group-admin')!;
      const walk = newWalk((figure) => ask(open, 'explain', { figure }, ''), 2);
      for (const [query, inputs] of inputsOf([group.to], admin.key, pair)) {
        if (!isQueryName(query)) throw new Error(`${query} is no query`);
        for (const input of inputs)
          for (const key of figuresIn(query, input, await wholeList(open, query, input), 2))
            await walkFigure(walk, key);
      }
      expect(walk.wrong).toEqual([]);
      for (const asOf of [undefined, formatDay(lastDay(parseMonth(group.from)!))]) {
        const { wrong, count } = await journalDifferences((name, input) => ask(open, name, input, ''), asOf);
        expect(wrong).toEqual([]);
        expect(count).toBeGreaterThan(12);
      }
      expect(walk.seen.size).toBeGreaterThan(300);
    } finally {
      opened.close();
      rmSync(work, { recursive: true });
    }
  });
});
