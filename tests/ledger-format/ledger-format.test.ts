// The format on disk does not change under a book: the book in v1/ is read by today's ledger and by the second reader,
// and today's ledger writes the same book to the byte.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCover } from '../../electron/ledger/cover.ts';
import { openJournal } from '../../electron/ledger/journal.ts';
import { nodeDisk } from '../../electron/ledger/node-disk.ts';
import { verifyJournal } from '../../electron/ledger/verify-journal.ts';
import { readBook } from '../second-reader/read-book.mjs';
import { exampleRecords, writeExampleBook } from './example-book.ts';

const kept = fileURLToPath(new URL('v1', import.meta.url));
const head = 'c07caf144d2e39db17f1006e8142d695fd8b7a56a94f6be58619e1a6b158b275';
let book: string;

beforeEach(() => {
  book = mkdtempSync(join(tmpdir(), 'purser-format-'));
});

afterEach(() => rmSync(book, { recursive: true }));

const balances = {
  'bank:HG CNY': -100000n,
  'cash:tencent:100000000001:HG CNY': 98766n,
  'granted:tencent CNY': -9007199254740991n,
  'gift:tencent:100000000001 CNY': 9007199254740991n,
  'cost:HG CNY': 1234n,
  'owed:aws:000000000002 JPY': -5n,
  'cost:HG JPY': 5n,
};

test('the book of the first release verifies, and says the same records and balances', () => {
  const check = verifyJournal(nodeDisk, kept);
  expect(check).toMatchObject({ records: 5, head });
  expect(check.failure).toBeUndefined();
  const sums = check.sums.map(({ position, currency, amount }) => [`${position} ${currency}`, amount]);
  expect(Object.fromEntries(sums)).toEqual(balances);
  const records: unknown[] = [];
  openJournal(nodeDisk, kept, { onLine: (line) => void records.push(line.parse()) });
  expect(records).toMatchObject(exampleRecords);
  expect(readCover(nodeDisk, kept)).toEqual({ format: 1, id: 'b-0001', name: 'Harbour Group' });
});

test('the second reader says the same of it', () => {
  const read = readBook(kept);
  expect(read).toMatchObject({ records: 5, head, failure: undefined });
  expect(Object.fromEntries(read.sums)).toEqual(balances);
});

test('the ledger still writes that book to the byte', () => {
  writeExampleBook(book);
  for (const path of ['Harbour Group.purser', ...readdirSync(join(kept, 'journal')).map((name) => `journal/${name}`)]) {
    expect(readFileSync(join(book, path), 'utf8')).toBe(readFileSync(join(kept, path), 'utf8'));
  }
});

test('both readers find the same first thing wrong, whichever byte of a book is changed', () => {
  writeExampleBook(book);
  const folder = join(book, 'journal');
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (let position = 0; position < bytes.length; position += 3) {
      const changed = Buffer.from(bytes);
      changed[position]! ^= 4;
      writeFileSync(join(folder, name), changed);
      const { failure, records } = verifyJournal(nodeDisk, book);
      const second = readBook(book);
      expect(second.records, `${name}, byte ${position}`).toBe(records);
      expect([second.failure?.line, failure?.what !== undefined]).toEqual([failure?.line, true]);
      expect(second.failure?.file).toBe(name);
    }
    writeFileSync(join(folder, name), bytes);
  }
});
