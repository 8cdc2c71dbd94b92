// The verification behind the work: what it has shown is known only at its end, one that is stopped has shown nothing,
// and what was appended meanwhile is no part of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Work } from '../../shared/contract/app.ts';
import type { Verification } from '../../shared/contract/open-book.ts';
import { openBookFolder, type OpenedBook } from '../book/book-folder.ts';
import { makeNewBook } from '../book/make-book.ts';
import { Verifier } from './verifier.ts';
import { WorkList } from './work-list.ts';

// Threads load the whole core from its source.
vi.setConfig({ testTimeout: 60_000 });

const parent = mkdtempSync(join(tmpdir(), 'purser-verifier-'));
const folder = join(parent, 'book');
const holder = { holder: 'Li Na', since: '2026-11-01T00:00:00.000Z' };
const at = '2026-11-22T06:02:00.000Z';
let opened: OpenedBook;

beforeAll(async () => {
  await makeNewBook(folder, { id: 'b', name: 'Group', baseCurrency: 'CNY' }, holder);
  opened = openBookFolder(folder, { holder });
});
afterAll(() => {
  opened.close();
  rmSync(parent, { recursive: true });
});

const add = (code: string) =>
  opened.open.execute({
    name: 'addEntity',
    input: { code, name: code, currency: 'CNY' },
    id: code,
    by: 'Li Na',
    desk: '',
    now: holder.since,
  });
const what = (anchor?: string) => ({ folder, until: opened.open.journal.position, anchor });
const nothing = () => Promise.resolve();

function verifier(onWork: (work: Work, works: WorkList) => void = () => {}) {
  const told: Verification['state'][] = [];
  const works: WorkList = new WorkList((work) => onWork(work, works));
  const made: Verifier = new Verifier({ works, clock: () => at, onChange: () => told.push(made.known.state) });
  return { made, told };
}

test('it holds up to the record that was last when it began, and is told once it has ended', async () => {
  await add('A');
  const { seq, head } = opened.open.journal.position;
  const { made, told } = verifier();
  const running = made.run(what(), nothing);
  await add('B');
  await running;
  expect(made.known).toMatchObject({ state: 'holds', at, records: seq, head, anchor: null });
  expect(opened.open.journal.position.seq).toBe(seq + 1);
  expect(told).toEqual(['running', 'holds']);
});

test('one that is cancelled has shown nothing, and what was shown before stands', async () => {
  const { made, told } = verifier((work, works) => work.state === 'running' && works.cancel(work.id));
  await made.run(what(), nothing);
  expect([made.known, told]).toEqual([{ state: 'unverified', because: null }, ['running', 'unverified']]);
});

test('one that is asked for anew takes the place of the one that is going on', async () => {
  const { made, told } = verifier();
  const first = made.run(what(), nothing);
  const head = opened.open.head;
  await Promise.all([first, made.run(what(head), nothing)]);
  expect(made.known).toMatchObject({ state: 'holds', anchor: { head, record: opened.open.book.seq } });
  expect(told).toEqual(['running', 'running', 'holds']);
});

test('a book that is not there is not verified, and the reason is known', async () => {
  const { made } = verifier();
  await made.run({ ...what(), folder: join(parent, 'gone') }, nothing);
  expect(made.known).toMatchObject({ state: 'unverified', because: { code: 'systemError' } });
});

test('what follows from a failure is done before the failure is told', async () => {
  const { made, told } = verifier();
  const order: string[] = [];
  await made.run({ ...what('0'.repeat(64)) }, async (found) => {
    await Promise.resolve();
    order.push(found.state, String(told.length));
  });
  expect(order).toEqual(['holds', '1']);
  expect(made.known, 'a head that no record has is no damage').toMatchObject({ anchor: { record: null } });
});
