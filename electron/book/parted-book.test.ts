// A book in parts is the running book: as it is put together, as it goes on, and where parts are gone or damaged.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { BookStory } from '../../tests/book-story.ts';
import { attempt, histories, played } from '../../tests/histories.ts';
import type { Book } from '../../shared/book/book.ts';
import { prepareEntry } from '../../shared/book/enter.ts';
import type { Month } from '../../shared/calendar/day.ts';
import { duesTable } from '../../shared/reports/dues.ts';
import { floatTable } from '../../shared/reports/float.ts';
import { invoiceableTable } from '../../shared/reports/invoiceable.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { KeptParts } from './kept-parts.ts';
import { joinBook, partBook, partsIn, readTable } from './parted-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = (): never => {
  throw new Error('a part was missed');
};

let kept = 0;
function partsFor(): { readonly parts: KeptParts; readonly place: string } {
  kept += 1;
  const place = join(folder, String(kept));
  return { parts: new KeptParts(nodeDisk, place), place };
}

function tablesOf(book: Book): unknown {
  return [...book.runs.keys()].flatMap((month) =>
    [duesTable, floatTable, invoiceableTable].map((table) => table(book, (month + 1) as Month)),
  );
}

test('joined it is the same book, and goes on as the running one does', () => {
  fc.assert(
    fc.property(histories, histories, (history, later) => {
      const story = played(history);
      const { parts } = partsFor();
      const table = partBook(parts, story.book);
      const joined = joinBook(parts, readTable(JSON.parse(JSON.stringify(table)))!, never)!;
      expect(tablesOf(joined)).toEqual(tablesOf(story.book));
      const running = structuredClone(story.book);
      expect(joined).toEqual(running);
      Object.assign(story, { book: joined });
      const other = played(history);
      for (const step of later) {
        expect(attempt(story, step)).toEqual(attempt(other, step));
        tablesOf(joined);
      }
      expect(joined).toEqual(other.book);
      expect(tablesOf(joined)).toEqual(tablesOf(other.book));
      const again = joinBook(parts, partBook(parts, joined), never)!;
      expect(again).toEqual(other.book);
      expect(tablesOf(again)).toEqual(tablesOf(other.book));
    }),
    { numRuns: 25 },
  );
});

/** A book of two months. */
function twoMonths(): BookStory {
  const lines = [{ owner: '1', billed: '8.00' }];
  return played([
    { do: 'enterFunds', input: { rows: [topUp('a', '2026-10-01')] } },
    ...['2026-10', '2026-11'].flatMap((month) => [{ bill: month, lines }, { run: month }]),
  ]);
}

const topUp = (key: string, date: string) => {
  return { key, kind: 'top-up', date, provider: 'tencent', account: '1', amount: '10.00', currency: 'CNY' } as const;
};

test('a part that is gone or damaged is taken from the records again, but for the first', () => {
  const { book } = twoMonths();
  expect(book.runs.size).toBe(2);
  const { parts, place } = partsFor();
  const table = partBook(parts, book);
  readdirSync(place).forEach((file, at) => {
    if (file === table.first) return;
    const path = join(place, file);
    if (at % 2 === 0) rmSync(path);
    else writeFileSync(path, readFileSync(path).subarray(1));
  });
  const joined = joinBook(parts, table, () => book)!;
  expect(joined).toEqual(book);
  expect(tablesOf(joined)).toEqual(tablesOf(book));
  expect(joinBook(parts, partBook(parts, joined), never)).toEqual(book);
  rmSync(join(place, table.first));
  expect(joinBook(parts, table, () => book)).toBeUndefined();
});

test('nothing but the first part is read before it is looked at, and what stayed the same keeps its part', () => {
  const { parts } = partsFor();
  const table = partBook(parts, twoMonths().book);
  const read: string[] = [];
  const watched = Object.assign(new KeptParts(nodeDisk, ''), {
    read: (name: string) => (read.push(name), parts.read(name)),
    has: () => true,
    write: (value: unknown) => parts.write(value),
  });
  const joined = joinBook(watched, table, never)!;
  expect([joined.runs.size, joined.timeline.end !== null, read]).toEqual([2, true, [table.first]]);
  prepareEntry(joined, { movements: [topUp('b', '2026-11-20')] }, { seq: joined.seq + 1 }).commit();
  const [october, november] = Object.keys(table.months);
  const { charged, settled } = table.months[november!]!;
  expect(new Set(read)).toEqual(new Set([table.first, table.entry, table.funds, charged, settled]));
  const later = partBook(watched, joined);
  expect(later.months[october!]).toEqual(table.months[october!]);
  expect(later.months[november!]!.charged).toBe(table.months[november!]!.charged);
  expect(later.months[november!]!.settled).not.toBe(table.months[november!]!.settled);
  parts.keepOnly(partsIn(later));
  expect(joinBook(parts, later, never)).toEqual(joined);
});
