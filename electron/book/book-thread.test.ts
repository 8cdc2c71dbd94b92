// A book on a thread of its own: it answers as the book does, and cancelled work has not happened even where it never
// looks up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { type Watch, BookThread, Cancelled } from './book-thread.ts';

// Threads load the whole core from its source.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'purser-thread-'));
const holder = { holder: 'Li Na', since: '2026-11-22T09:00:00Z' };
let thread: BookThread;
let made = 0;

beforeEach(async () => {
  thread = new BookThread(0);
  made += 1;
  const book = join(folder, String(made));
  await thread.call('make', { folder: book, title: { id: 'b', name: 'Group', baseCurrency: 'CNY' }, holder });
  await thread.open(book, holder);
});
afterEach(() => thread.end());
afterAll(() => rmSync(folder, { recursive: true }));

function execute<N extends CommandName>(name: N, input: CommandInput<N>, id: string, watch?: Watch) {
  const { holder: by, since: now } = holder;
  return thread.execute({ name, input, id, by, desk: '', now }, watch);
}

const records = async () =>
  ((await thread.call('ask', { name: 'book', input: {}, desk: '' })) as { readonly records: number }).records;
const entity = (code: string) => ({ code, name: code, currency: 'CNY' });

/** A table that is read in one go, which no cancelling can reach. */
function longDirectory(): CommandInput<'importDirectory'> {
  const rows = Array.from({ length: 60_000 }, (_, at) => `E${at},Entity ${at},CNY`);
  return { files: { 'entities.csv': `code,name,currency\n${rows.join('\n')}\n` } };
}

test('commands and queries are answered as by the book itself; refusals are data', async () => {
  expect(await execute('addEntity', entity('A'), 'one')).toMatchObject({ done: true, kind: 'entityAdded' });
  expect(await execute('addEntity', entity('A'), 'two')).toMatchObject({ done: false });
  expect(await records()).toBe(2);
});

test('what the disk refuses comes as a refusal, and a folder that is taken is left alone', async () => {
  const taken = join(folder, 'taken');
  writeFileSync(taken, 'something else');
  const making = thread.call('make', { folder: taken, title: { id: 'c', name: 'C', baseCurrency: 'CNY' }, holder });
  await expect(making).rejects.toThrow(Refused);
});

test('work that does not look up is ended, and has not happened; the book goes on', async () => {
  const aborting = new AbortController();
  const importing = execute('importDirectory', longDirectory(), 'long', { signal: aborting.signal });
  aborting.abort();
  await expect(importing).rejects.toThrow(Cancelled);
  expect(await records()).toBe(1);
  expect(await execute('addEntity', entity('A'), 'after')).toMatchObject({ done: true });
});

test('what was done before it could be cancelled is answered', async () => {
  await execute('addEntity', entity('A'), 'one');
  const aborting = new AbortController();
  const before = execute('importDirectory', longDirectory(), 'long');
  const again = execute('addEntity', entity('A'), 'one', { signal: aborting.signal });
  aborting.abort();
  await expect(before).rejects.toThrow(Cancelled);
  expect(await again).toMatchObject({ done: true, repeated: true });
});
