// A book that a newer Purser wrote, by its cover or by one of its records: every call says so and leaves it as it is.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealJson } from '../../electron/ledger/sealed-json.ts';
import { sha256 } from '../../electron/ledger/sha256.ts';
import { purser } from '../command-line/purser.ts';
import { layOut, monthCall, orThrow } from './case.ts';

let work: string;
let book: string;

beforeEach(async () => {
  work = layOut();
  book = join(work, 'book');
  orThrow(await purser(...monthCall(work, {})), 'month');
});

afterEach(() => rmSync(work, { recursive: true }));

/** What stands in the book: path → content. */
function contents(): ReadonlyMap<string, string> {
  const entries = readdirSync(book, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.includes('.holder'));
  return new Map(paths.map((path) => [path, readFileSync(path, 'latin1')]));
}

async function expectRefused(words: string): Promise<void> {
  const before = contents();
  const topUp = '{"date":"2026-11-02","provider":"tencent","account":"100","amount":"10.00","currency":"CNY"}';
  for (const call of [
    ['ask', book, 'balances'],
    ['do', book, 'topUp', '--input', topUp],
    ['verify', book],
  ]) {
    const { status, refusals, out } = await purser(...call);
    expect([call[0], status, out, refusals.length]).toEqual([call[0], 3, '', 1]);
    expect(refusals[0]).toMatchObject({
      code: 'newerFormat',
      what: `${words}, which only a newer Purser can read.`,
      unchanged: 'The book was left as it is.',
      next: 'Install the newest Purser, then open the book again.',
    });
  }
  expect(contents()).toEqual(before);
}

test('a cover of a newer format', async () => {
  const cover = readdirSync(book).find((name) => name.endsWith('.purser'))!;
  writeFileSync(join(book, cover), sealJson({ format: 2, id: 'b', name: 'Harbour', colour: 'blue' }));
  await expectRefused('The cover of the book is of format 2');
});

test('a record of a newer format, behind others', async () => {
  const segment = readdirSync(join(book, 'journal')).findLast((name) => name.endsWith('.jsonl'))!;
  const path = join(book, 'journal', segment);
  const last = readFileSync(path, 'utf8').trimEnd().split('\n').at(-1)!;
  const { seq, hash } = JSON.parse(last) as { seq: number; hash: string };
  const text = `{"v":2,"seq":${seq + 1},"at":"2026-12-01T00:00:00.000Z","sealed":true,"prev":"${hash}"`;
  writeFileSync(path, `${text},"hash":"${sha256(text)}"}\n`, { flag: 'a' });
  await expectRefused(`Record ${seq + 1} is of format 2`);
  const { status, refusals } = await purser('salvage', book, join(work, 'salvaged'));
  expect([status, refusals[0]?.code]).toEqual([3, 'newerFormat']);
  expect(readdirSync(work)).not.toContain('salvaged');
});
