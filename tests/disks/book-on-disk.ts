// A book on a real disk, reached as people reach it: by calls of the command line, and by the thread that the window has.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { BookThread } from '../../electron/book/book-thread.ts';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import { purser } from '../command-line/purser.ts';

const holder = { holder: 'Li Na', since: '2026-11-22T09:00:00.000Z' };

/** What is said where the disk did not do something. */
export type Said = Refusal | 'done';

export interface Reached {
  /** Carries a command out, or says why not. */
  give<N extends CommandName>(id: string, name: N, input: CommandInput<N>): Promise<Said>;
  /** What the book says of its accounts: the rest that stays readable. */
  balances(): Promise<string>;
  /** Opens the book again, as people do who were told to. */
  openAgain(): Promise<void>;
  end(): Promise<void>;
}

/** The two ways to a book. */
export const ways: readonly (readonly [string, (book: string) => Promise<Reached>])[] = [
  ['by the command line', async (book) => byCommandLine(book)],
  ['by the thread of the window', byThread],
];

function byCommandLine(book: string): Reached {
  return {
    async give(id, name, input) {
      const { status, refusals } = await purser('do', book, name, '--key', id, '--input', JSON.stringify(input));
      if (status === 0) return 'done';
      expect([status, refusals.length]).toEqual([3, 1]);
      return refusals[0]!;
    },
    async balances() {
      const { status, out } = await purser('ask', book, 'balances');
      expect(status).toBe(0);
      return (JSON.parse(out) as { readonly rows: unknown }).rows === undefined ? '' : out.trim();
    },
    openAgain: async () => undefined,
    end: async () => undefined,
  };
}

async function byThread(book: string): Promise<Reached> {
  const thread = new BookThread();
  await thread.open(book, holder);
  return {
    async give(id, name, input) {
      const { holder: by, since: now } = holder;
      try {
        const answer = await thread.execute({ name, input, id, by, desk: '', now });
        if (!answer.done) throw new Refused(...answer.refusals);
        return 'done';
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return error.refusals[0]!;
      }
    },
    balances: async () => JSON.stringify(await thread.call('ask', { name: 'balances', input: {}, desk: '' })),
    async openAgain() {
      await thread.call('close', undefined);
      await thread.open(book, holder);
    },
    end: () => thread.end(),
  };
}

const entities = 'code,name,country,currency,parent\nHB,Harbour,CN,CNY,\n';
const accounts = 'provider,id,name,entity,role,currency\ntencent,100,admin,HB,group-admin,CNY\n';

/** Makes a small book in a folder that does not exist yet. */
export async function makeBook(book: string): Promise<void> {
  const reached = byCommandLine(book);
  expect(await reached.give('made', 'createBook', { name: 'Harbour', baseCurrency: 'CNY' })).toBe('done');
  const files = {
    'book.json': '{"name":"Harbour","base_currency":"CNY"}',
    'entities.csv': entities,
    'accounts.csv': accounts,
  };
  expect(await reached.give('set up', 'importDirectory', { files })).toBe('done');
}

/** A top-up of the one account. */
export function topUp(amount: string): CommandInput<'topUp'> {
  return { date: '2026-11-02', provider: 'tencent', account: '100', amount, currency: 'CNY' };
}

/** Movements of funds that fill more than the room that a disk leaves in a file's last block. */
export function manyTopUps(): CommandInput<'enterFunds'> {
  const rows = Array.from({ length: 400 }, (_, at) => ({
    ...topUp('1.00'),
    key: `many-${at}`,
    kind: 'top-up' as const,
  }));
  return { rows };
}

/** A bill of so many lines in a folder. */
export function writeBill(folder: string, lines: number): string {
  const head =
    'Payer Account ID,Owner Account ID,Product Code,Transaction Type,Usage Start Time,Usage End Time,Original Cost,Total Cost,Currency,Bill Month';
  const line = (at: number) =>
    `100,100,cvm-${at},Hourly settlement,2026-10-05 10:00:00,2026-10-05 11:00:00,1,1,CNY,2026-10`;
  const path = join(folder, 'bill.csv');
  writeFileSync(path, [head, ...Array.from({ length: lines }, (_, at) => line(at)), ''].join('\n'));
  return path;
}

/** A refusal that says what is the matter, what was not changed and what to do. */
export function expectClear(said: Said, code: RegExp, words: RegExp): void {
  expect(said).toMatchObject({
    code: expect.stringMatching(code),
    what: expect.stringMatching(words),
    unchanged: expect.stringMatching(/kept|Nothing|left/),
  });
  expect((said as Refusal).next).toMatch(/^(Free|Allow|Put|Name|Correct|Close)/);
}
