// Another program, hledger, adds up the exported journal of whole groups and finds Purser's balances, lots, vouchers and
// dues, position by position. Where hledger is not installed the comparison is SKIPPED and says so.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { purser } from '../command-line/purser.ts';
import { readTable } from '../model/table.ts';
import { holdsOn, lastDay } from '../model/order.ts';
import { copied, copies } from '../oracle/groups.ts';

const isInstalled = spawnSync('hledger', ['--version']).status === 0;
if (!isInstalled) console.warn('SKIPPED: hledger is not installed; the exported journals are not added up by it.');

/** Amounts that are not zero, in minor units of currencies with two decimals, by `position currency`. */
type Balances = ReadonlyMap<string, bigint>;

function minorOf(text: string): bigint {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)!;
  const size = BigInt(`${whole}${decimals.padEnd(2, '0')}`);
  return sign === '-' ? -size : size;
}

function balancesOf(rows: readonly (readonly [position: string, currency: string, amount: string])[]): Balances {
  const sums = new Map<string, bigint>();
  for (const [position, currency, amount] of rows) {
    const key = `${position} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + minorOf(amount));
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort());
}

function hledgerBalances(journal: string): Balances {
  const options = ['balance', '--flat', '--empty', '--no-total', '--layout=bare', '--output-format=csv'];
  const { status, stdout, stderr } = spawnSync('hledger', ['--file', journal, ...options], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return balancesOf(readTable(stdout).map(({ account, commodity, balance }) => [account!, commodity!, balance!]));
}

function only(balances: Balances, ...kinds: readonly string[]): Balances {
  return new Map([...balances].filter(([key]) => kinds.some((kind) => key.startsWith(`${kind}:`))));
}

interface Posted {
  readonly post: readonly (readonly [position: string, amount: number, currency: string])[];
}

describe.each(copied)('$name', ({ name, from, to }) => {
  const work = mkdtempSync(join(tmpdir(), 'purser-hledger-'));
  const [book, out, journal] = [join(work, 'book'), join(work, 'out'), join(work, 'book.journal')];
  const table = (file: string) => readTable(readFileSync(join(out, to, `${file}.csv`), 'utf8'));
  let found: Balances = new Map();

  beforeAll(async () => {
    const month = await purser('month', join(copies, name), '--period', `${from}..${to}`, '--out', out, '--book', book);
    expect(month.status, month.error).toBe(0);
    const exported = await purser('export', book, 'hledger', '--out', journal);
    expect(exported.status, exported.error).toBe(0);
    if (isInstalled) found = hledgerBalances(journal);
  });
  afterAll(() => rmSync(work, { recursive: true }));

  test('the postings of each record sum to zero per currency', () => {
    const segments = readdirSync(join(book, 'journal')).filter((segment) => segment.endsWith('.jsonl'));
    const lines = segments.flatMap((segment) =>
      readFileSync(join(book, 'journal', segment), 'utf8')
        .trim()
        .split('\n'),
    );
    const records = lines.map((line) => JSON.parse(line) as Posted);
    expect(records.filter(({ post }) => post.length > 0).length).toBeGreaterThan(2);
    for (const { post } of records)
      for (const currency of new Set(post.map((posting) => posting[2]))) {
        const amounts = post.filter((posting) => posting[2] === currency).map((posting) => BigInt(posting[1]));
        expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
      }
  });

  test.skipIf(!isInstalled)('hledger finds the lots', () => {
    const lots = table('lots').map((row) => {
      const { provider, account, origin, currency, remaining } = row as Record<string, string>;
      return [`cash:${provider}:${account}:${origin}`, currency!, remaining!] as const;
    });
    expect(lots.length).toBeGreaterThan(3);
    expect(only(found, 'cash')).toEqual(balancesOf(lots));
  });

  test.skipIf(!isInstalled)('hledger finds what accounts owe, and their gifts', () => {
    const rows = table('balances').flatMap((row) => {
      const { provider, account, currency, owed, gift } = row as Record<string, string>;
      const [owes, gifts] = [`owed:${provider}:${account}`, `gift:${provider}:${account}`];
      return [[owes, currency!, owed === '0.00' ? owed : `-${owed}`] as const, [gifts, currency!, gift!] as const];
    });
    expect(only(found, 'owed', 'gift')).toEqual(balancesOf(rows));
  });

  test.skipIf(!isInstalled)('hledger finds what is left of the vouchers that are valid', () => {
    const vouchers = readTable(readFileSync(join(copies, name, 'vouchers.csv'), 'utf8'));
    const valid = vouchers.filter((row) => holdsOn({ from: row['from'] ?? '', to: row['to'] ?? '' }, lastDay(to)));
    const left = new Map<string, bigint>();
    for (const { provider, account, key, currency } of valid) {
      const amount = found.get(`voucher:${provider}:${account}:${key} ${currency}`) ?? 0n;
      left.set(`${provider}:${account}`, (left.get(`${provider}:${account}`) ?? 0n) + amount);
    }
    for (const { provider, account, voucher } of table('balances'))
      expect(left.get(`${provider}:${account}`) ?? 0n, `${provider}:${account}`).toBe(minorOf(voucher!));
  });

  test.skipIf(!isInstalled)('hledger finds both sides of the dues', () => {
    const rows = table('dues').flatMap((row) => {
      const { creditor, debtor, currency, closing } = row as Record<string, string>;
      const turned = closing!.startsWith('-') ? closing!.slice(1) : `-${closing}`;
      const [claim, debt] = [`due-from:${creditor}:${debtor}`, `due-to:${debtor}:${creditor}`];
      return [[claim, currency!, closing!] as const, [debt, currency!, turned] as const];
    });
    expect(rows.length).toBeGreaterThan(3);
    expect(only(found, 'due-from', 'due-to')).toEqual(balancesOf(rows));
  });

  test.skipIf(!isInstalled)('hledger finds nothing left over in any currency', () => {
    const sums = new Map<string, bigint>();
    for (const [key, amount] of found) {
      const currency = key.slice(key.lastIndexOf(' '));
      sums.set(currency, (sums.get(currency) ?? 0n) + amount);
    }
    expect(sums.size).toBeGreaterThan(0);
    for (const sum of sums.values()) expect(sum).toBe(0n);
  });
});
