// One command, acknowledged once it is on stable storage, against writing and syncing the same bytes and nothing more.
// Both sides take turns, command by command: what else the disk does hits both.
import { createHash, type Hash } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LedgerRecord, recordText } from '../../../shared/book/record.ts';
import type { OpenedBook } from '../../../electron/book/book-folder.ts';
import type { Command } from '../../../electron/book/open-book.ts';
import { readRange, withFile } from '../../../electron/ledger/disk.ts';
import { parseRecord } from '../../../electron/ledger/line.ts';
import { nodeDisk } from '../../../electron/ledger/node-disk.ts';
import { segmentPath } from '../../../electron/ledger/segment.ts';
import { sha256 } from '../../../electron/ledger/sha256.ts';
import { builtModule } from '../built-module.ts';
import type { Contest, Sample } from '../contest.ts';
import { pairedRuns, quantile } from '../paired.ts';

type BookFolder = typeof import('../../../electron/book/book-folder.ts');

const commands = 500;
const accounts = 20;
const now = '2026-10-02T08:00:00.000Z';
const by = { by: 'Ana', desk: '', now } as const;

/** Seconds that a command took one way, in order, and the digest of all that was written. */
interface Way {
  readonly seconds: number[];
  readonly digest: Hash;
}
type Pass = Readonly<Record<'acknowledged' | 'chained' | 'raw', Way>>;

/** All commands, each way, in a folder of their own. */
async function pass(): Promise<Pass> {
  const { makeBookFolder, openBookFolder } = (await builtModule('book/book-folder.ts')) as BookFolder;
  const work = mkdtempSync(join(tmpdir(), 'purser-bench-durable-'));
  const folder = join(work, 'book');
  makeBookFolder(folder, { id: 'b', name: 'Harbour' });
  const opened = openBookFolder(folder, { holder: { holder: 'the bench', since: now } });
  try {
    await layBook(opened);
    return await takeTurns(opened, work);
  } finally {
    opened.close();
    rmSync(work, { recursive: true });
  }
}

async function layBook({ open }: OpenedBook): Promise<void> {
  const execute = async (id: string, command: Pick<Command, 'name' | 'input'>): Promise<void> => {
    const answer = await open.execute({ ...command, id, ...by });
    if (!answer.done) throw new Error(answer.refusals[0]?.what);
  };
  await execute('book', { name: 'createBook', input: { name: 'Harbour', baseCurrency: 'CNY' } });
  await execute('HB', { name: 'addEntity', input: { code: 'HB', name: 'Harbour Group Ltd', currency: 'CNY' } });
  for (let at = 0; at < accounts; at += 1) {
    const input = { provider: 'tencent', id: `${at}`, entity: 'HB', role: 'group-admin', currency: 'CNY' } as const;
    await execute(`account-${at}`, { name: 'addAccount', input });
  }
}

async function takeTurns({ open }: OpenedBook, work: string): Promise<Pass> {
  const way = (): Way => ({ seconds: [], digest: createHash('sha256') });
  const ways = { acknowledged: way(), chained: way(), raw: way() };
  const [chained, raw] = [openSync(join(work, 'chained'), 'wx'), openSync(join(work, 'raw'), 'wx')];
  for (let at = 0; at < commands; at += 1) {
    const account = String(at % accounts);
    const input = { date: '2026-10-02', provider: 'tencent', account, amount: '1234.56', currency: 'CNY' } as const;
    const before = open.journal.position.end;
    const began = performance.now();
    await open.execute({ name: 'topUp', input, id: `top-up-${at}`, ...by });
    ways.acknowledged.seconds.push((performance.now() - began) / 1000);
    const { segment, end } = open.journal.position;
    const bytes = withFile(nodeDisk, segmentPath(open.folder, segment), 'read', (file) =>
      readRange(nodeDisk, file, before, end - before),
    );
    ways.acknowledged.digest.update(bytes);
    timed(ways.raw, () => writeSynced(raw, bytes));
    const record = parseRecord(bytes.toString('utf8'));
    timed(ways.chained, () => writeSynced(chained, lineOf(record)));
  }
  closeSync(raw);
  closeSync(chained);
  return ways;
}

function lineOf(record: LedgerRecord): Buffer {
  const text = recordText(record, record.prev);
  return Buffer.from(`${text},"hash":"${sha256(text)}"}\n`);
}

function writeSynced(file: number, bytes: Buffer): Buffer {
  writeSync(file, bytes);
  fdatasyncSync(file);
  return bytes;
}

function timed({ seconds, digest }: Way, work: () => Buffer): void {
  const began = performance.now();
  const written = work();
  seconds.push((performance.now() - began) / 1000);
  digest.update(written);
}

/** A contest over what one command in so many takes at most. */
function durable(row: Pick<Contest, 'name' | 'mark'>, subject: keyof Pass, share: number): Contest {
  return {
    ...row,
    peer: 'the same bytes appended and synced',
    prepare() {
      const sampleOf = ({ seconds, digest }: Way): Sample => ({
        seconds: quantile(seconds, share),
        answer: digest.copy().digest('hex'),
      });
      const runs = pairedRuns(async () => {
        const ways = await pass();
        return { subject: sampleOf(ways[subject]), peer: sampleOf(ways.raw) };
      });
      return Promise.resolve(runs);
    },
    objection: (written, peer) => (written === peer ? undefined : 'other bytes were written'),
  };
}

export const durableUsually = durable(
  { name: 'one durable command, acknowledged: p50 of 500', mark: 1.3 },
  'acknowledged',
  0.5,
);
export const durableAtWorst = durable(
  { name: 'one durable command, acknowledged: p99 of 500', mark: 2 },
  'acknowledged',
  0.99,
);
export const durableFloor = durable(
  { name: 'one durable record without a book, chained: p50 of 500', mark: null },
  'chained',
  0.5,
);
