// A damaged book salvaged: every fact that can stand without the lost one stands, settled anew, and the rest is named.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { emptyBook } from '../../shared/book/book.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { salvageBook } from '../ledger/salvage.ts';
import { enterAnew, makeBookFolder, openBookFolder } from './book-folder.ts';
import { verifyBook } from './verify-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-salvage-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = '2026-11-01T00:00:00.000Z';
const account = (id: string, entity: string) => ({
  provider: 'tencent' as const,
  id,
  name: id,
  entity,
  role: 'group-admin' as const,
  currency: 'CNY',
});
const topUp = (key: string, date: string, amount: string, origin: string) =>
  ({ key, date, provider: 'tencent', account: '1', amount, currency: 'CNY', origin }) as const;

/** Two top-ups of other money, a withdrawal that spends the older one first, and one that needs both. */
async function madeBook(): Promise<string> {
  const book = join(folder, 'book');
  makeBookFolder(book, { id: 'b', name: 'Harbour' });
  const { open, close } = openBookFolder(book, { holder: { holder: 'test', since: now } });
  const entity = (code: string, parent: string) => ({ code, name: code, country: 'CN', currency: 'CNY', parent });
  const withdrawal = { provider: 'tencent', account: '1', currency: 'CNY' } as const;
  const commands = [
    ['createBook', { name: 'Harbour', baseCurrency: 'CNY' }],
    ['addEntity', entity('A', '')],
    ['addEntity', entity('B', 'A')],
    ['addAccount', account('1', 'A')],
    ['topUp', topUp('t1', '2026-10-01', '10.00', 'A')],
    ['topUp', topUp('t2', '2026-10-02', '25.00', 'B')],
    ['withdraw', { ...withdrawal, key: 'w1', date: '2026-10-03', amount: '10.00' }],
    ['withdraw', { ...withdrawal, key: 'w2', date: '2026-10-04', amount: '20.00' }],
  ] as const;
  for (const [name, input] of commands) {
    const command = { name, input, id: JSON.stringify(input), by: 'test', desk: '', now } as never;
    expect(await open.execute(command)).toMatchObject({ done: true });
  }
  close();
  return book;
}

test('what followed from a lost record is settled anew, what cannot be without it is left with the reason', async () => {
  const book = await madeBook();
  const segment = join(book, 'journal/2026-11.jsonl');
  writeFileSync(segment, readFileSync(segment, 'utf8').replace('"10.00"', '"90.00"'));
  const into = join(folder, 'salvaged');
  const state = emptyBook();
  const report = salvageBook(nodeDisk, book, into, (record) => enterAnew(state, record));
  expect(report.left.map(({ line, what }) => [line, what])).toEqual([
    [5, 'its bytes were changed'],
    [8, expect.stringMatching(/^record 7 breaks a rule: .*w2 of 2026-10-04/)],
  ]);
  expect(report).toMatchObject({ records: 6, settledAnew: [{ before: 7, now: 6 }] });
  const { journal, differences } = verifyBook(into, {});
  expect([journal.records, journal.failure, differences]).toEqual([6, undefined, []]);
  const cash = journal.sums.filter(({ position }) => position.startsWith('cash:') || position.startsWith('due-'));
  expect(cash.map(({ position, amount }) => `${position} ${amount}`).sort()).toEqual([
    'cash:tencent:1:B 1500',
    'due-from:B:A 1000',
    'due-to:A:B -1000',
  ]);
});
