// Generated groups obey formats.md §1 and the guardrails of rule P4, come out the same from the same seed, and run
// through the independent model of the rules without a refusal.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMonth, parseDay } from '../../shared/calendar/day.ts';
import { parseMinor } from '../../shared/money/minor.ts';
import { runMonths } from '../../tests/model/month.ts';
import { writeGroup } from './group.ts';
import { type TextRow, digestOf, headerOf, readRows } from './read-back.ts';
import { type Size, budget, demo } from './sizes.ts';

const columns: Readonly<Record<string, string>> = {
  'entities.csv': 'code,name,name_zh,country,currency,tax_id,address,phone,bank,bank_account,parent',
  'accounts.csv': 'provider,id,name,entity,role,currency,opened,closed,credit_limit',
  'account_changes.csv': 'provider,account,from,entity,credit_limit',
  'links.csv': 'provider,account,admin,mode,permissions,cross_entity_funds,from,to',
  'offers.csv': 'provider,holder,product,kind,value,from,to',
  'blocklist.csv': 'provider,holder,product',
  'vouchers.csv': 'key,provider,account,amount,currency,from,to,products,priced',
  'funds.csv': 'key,date,kind,provider,account,to,amount,currency,origin,reference,note',
  'reimbursements.csv': 'key,date,kind,debtor,creditor,amount,currency,reference',
};
const dateColumns = ['date', 'from', 'to', 'opened', 'closed'];
const smallBudget: Size = { ...budget, months: budget.months.slice(-4), lines: 1600 };

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'purser-sample-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each<[string, Size]>([
  ['demo', demo],
  ['small budget', smallBudget],
])('%s', (name, size) => {
  const table = (file: string) => readRows(join(folder, file));
  const keyed = (row: TextRow, column: string) => `${row['provider']}:${row[column]}`;
  let folder: string;
  beforeAll(() => {
    folder = join(scratch, name);
    writeGroup(size, 1, folder);
  });

  test('the same seed gives the same bytes, another seed others', () => {
    writeGroup(size, 1, join(scratch, `${name} again`));
    writeGroup(size, 2, join(scratch, `${name} otherwise`));
    expect(digestOf(join(scratch, `${name} again`))).toBe(digestOf(folder));
    expect(digestOf(join(scratch, `${name} otherwise`))).not.toBe(digestOf(folder));
  });

  test('tables have the columns of the format, unique keys, real dates and exact amounts', () => {
    for (const [file, header] of Object.entries(columns)) {
      expect(headerOf(join(folder, file)), file).toBe(header);
      const rows = table(file);
      const keys = rows.map((row) => row['key'] ?? row['code'] ?? (row['id'] === undefined ? '' : keyed(row, 'id')));
      if (keys.some((key) => key !== '')) expect(new Set(keys).size, file).toBe(rows.length);
      for (const row of rows) {
        for (const column of dateColumns)
          if (row[column] && !(file === 'funds.csv' && column === 'to'))
            expect(parseDay(row[column]), `${file} ${column} ${row[column]}`).toBeDefined();
        if (row['from'] && row['to']) expect(row['from'] < row['to'], `${file} ${row['from']}`).toBe(true);
        if (row['amount'] !== undefined)
          expect(parseMinor(row['amount'], row['currency']!), `${file} ${row['amount']}`).toBeGreaterThan(0n);
      }
    }
  });

  test('every entity and account that is named exists', () => {
    const entities = new Set(table('entities.csv').map((row) => row['code']));
    const accounts = new Set(table('accounts.csv').map((row) => keyed(row, 'id')));
    expect(table('accounts.csv').filter((row) => !entities.has(row['entity']))).toEqual([]);
    for (const file of ['links.csv', 'vouchers.csv', 'funds.csv', 'account_changes.csv'])
      expect(
        table(file).filter((row) => !accounts.has(keyed(row, 'account'))),
        file,
      ).toEqual([]);
    expect(table('links.csv').filter((row) => !accounts.has(keyed(row, 'admin')))).toEqual([]);
    expect(table('funds.csv').filter((row) => row['to'] && !accounts.has(keyed(row, 'to')))).toEqual([]);
    const firm = (row: TextRow) => entities.has(row['debtor']) && entities.has(row['creditor']);
    expect(table('reimbursements.csv').filter((row) => !firm(row))).toEqual([]);
  });

  test('links obey the guardrails of their provider', () => {
    const links = table('links.csv').filter((row) => row['provider'] === 'tencent');
    const [accounts, changes] = [table('accounts.csv'), table('account_changes.csv')];
    const entityOn = (account: string, day: string) =>
      changes.filter((row) => row['account'] === account && row['entity'] && row['from']! <= day).at(-1)?.['entity'] ??
      accounts.find((row) => row['id'] === account)!['entity'];
    const payers = new Set(links.filter((row) => row['mode'] === 'pay-on-behalf').map((row) => row['admin']));
    for (const link of links) {
      expect(link['permissions']).toMatch(/^view-bills view-balance/);
      const together = links.filter(
        (other) => other !== link && other['account'] === link['account'] && meet(link, other),
      );
      const both = (sign: (row: TextRow) => boolean) => sign(link) && together.some(sign);
      expect(
        both((row) => row['mode'] === 'pay-on-behalf'),
        link['account'],
      ).toBe(false);
      expect(
        both((row) => row['permissions']!.includes('inherit-discounts')),
        link['account'],
      ).toBe(false);
      if (link['mode'] !== 'pay-on-behalf') continue;
      expect(payers.has(link['account'])).toBe(false);
      expect(entityOn(link['account']!, link['from']!)).toBe(entityOn(link['admin']!, link['from']!));
    }
  });

  test('the rules refuse nothing, and only who is left short on purpose is overdue', { timeout: 120_000 }, () => {
    const months = size.months.map(formatMonth);
    const results = runMonths({ setupFolder: folder, from: months[0]!, to: months.at(-1)!, adopt: true });
    for (const [month, tables] of results) {
      const balances = tables.get('balances.csv')!.filter((row) => row['provider'] === 'tencent');
      const short = balances.filter((row) => row['status'] === 'overdue' || row['status'] === 'owing');
      expect(short.length, month).toBe(month === months.at(-1) ? 1 : 0);
      expect(tables.get('dues.csv')!.filter((row) => row['closing']!.startsWith('-'))).toEqual([]);
    }
    const kinds = new Set(
      results
        .get(months.at(-1)!)!
        .get('findings.csv')!
        .map((row) => row['kind']),
    );
    expect(kinds).toContain('discount-variance');
    if (size.eventful) expect(kinds).toContain('blast-radius');
  });
});

function meet(left: TextRow, right: TextRow): boolean {
  const starts = (one: TextRow, other: TextRow) => other['to'] === '' || one['from']! < other['to']!;
  return starts(left, right) && starts(right, left);
}
