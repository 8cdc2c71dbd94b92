// What must hold of the model's tables whatever the group: parts add up, money is conserved, dues and float tie.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBills } from './bills.ts';
import { adoptOwners } from './adopt.ts';
import { runMonths } from './month.ts';
import { lastDay } from './order.ts';
import { decimalsOf } from './profile.ts';
import { Rational, sum } from './rational.ts';
import { entityOn, payerOn } from './facts.ts';
import { readSetup } from './setup.ts';
import { shake } from './shake/group.ts';
import type { Line } from './bills.ts';
import type { Tables } from './month.ts';
import type { FundsRow, Setup } from './setup.ts';
import type { Row } from './table.ts';

const seeds = 100;
const work = mkdtempSync(join(tmpdir(), 'invariants-'));
afterAll(() => rmSync(work, { recursive: true }));

interface Month {
  month: string;
  setup: Setup;
  lines: Line[];
  tables: Tables;
  before: Tables | undefined;
  funds: FundsRow[];
}

const checks: ((month: Month) => void)[] = [
  checkCharges,
  checkVendorTotals,
  checkBalances,
  checkFloat,
  checkDues,
  checkAccounts,
  checkEntities,
];

describe('the model keeps its own rules on shaken groups', () => {
  test.each(Array.from({ length: seeds }, (_, at) => at + 1))('seed %i', (seed) => {
    for (const month of monthsOf(seed)) for (const check of checks) check(month);
  });
});

test('a seed gives the same group every time', () => {
  const [first, second] = [join(work, 'first'), join(work, 'second')];
  const [run, again] = [shake(7, first), shake(7, second)];
  expect(again).toEqual(run);
  expect([...runMonths({ setupFolder: second, ...again })]).toEqual([...runMonths({ setupFolder: first, ...run })]);
});

function monthsOf(seed: number): Month[] {
  const setupFolder = join(work, String(seed));
  const { from, to, adopt } = shake(seed, setupFolder);
  const setup = readSetup(setupFolder);
  const lines = readBills(setup);
  if (adopt) adoptOwners(setup, lines);
  const results = [...runMonths({ setupFolder, from, to, adopt })];
  rmSync(setupFolder, { recursive: true });
  return results.map(([month, tables], at) => {
    const since = at === 0 ? '' : lastDay(results[at - 1]![0]);
    const funds = setup.funds.filter((row) => row.date > since && row.date <= lastDay(month));
    return { month, setup, lines, tables, before: results[at - 1]?.[1], funds };
  });
}

function checkCharges({ tables }: Month): void {
  const charges = table(tables, 'charges.csv');
  for (const row of charges) {
    expectEqual(
      amount(row, 'amount'),
      sum(['set_off', 'voucher', 'gift', 'cash', 'credit'].map((name) => amount(row, name))),
    );
  }
  for (const own of grouped(charges, ['provider', 'payer', 'currency'])) {
    expectEqual(column(own, 'set_off'), Rational.zero);
  }
}

function checkVendorTotals({ month, setup, lines, tables }: Month): void {
  for (const own of grouped(table(tables, 'charges.csv'), ['provider', 'payer', 'currency'])) {
    const { provider, payer, currency } = own[0]!;
    const billed = lines
      .filter((line) => line.period === month && line.provider === provider && line.currency === currency)
      .filter((line) => payerOn(setup, line.provider, line.owner, line.endDay) === payer)
      .map((line) => line.billed);
    expectEqual(column(own, 'amount'), sum(billed).rounded(decimalsOf(currency!)));
  }
}

function checkBalances({ tables }: Month): void {
  const lots = table(tables, 'lots.csv');
  for (const row of table(tables, 'balances.csv')) {
    const [cash, frozen, owed] = [amount(row, 'cash'), amount(row, 'frozen'), amount(row, 'owed')];
    const funds = sum([cash, amount(row, 'gift'), amount(row, 'voucher'), amount(row, 'credit_limit')]);
    expectEqual(amount(row, 'available'), funds.minus(frozen).minus(owed));
    const own = lots.filter((lot) => lot.provider === row.provider && lot.account === row.account);
    expectEqual(column(own, 'remaining'), cash);
    expect(frozen.compare(cash)).toBeLessThanOrEqual(0);
    for (const part of [cash, frozen, owed, amount(row, 'gift')]) expect(part.sign()).toBeGreaterThanOrEqual(0);
  }
}

function checkFloat({ month, setup, tables, before }: Month): void {
  const rows = table(tables, 'float.csv');
  const away = (origin: string, holder: string, currency: string): Rational =>
    column(
      table(tables, 'lots.csv').filter(
        (lot) =>
          lot.origin === origin &&
          lot.currency === currency &&
          entityOn(setup, lot.provider!, lot.account!, lastDay(month)) === holder,
      ),
      'remaining',
    );
  for (const row of rows) {
    const moved = amount(row, 'received').minus(amount(row, 'returned')).minus(amount(row, 'spent'));
    expectEqual(amount(row, 'closing'), amount(row, 'opening').plus(moved));
    expectEqual(amount(row, 'closing'), away(row.origin!, row.holder!, row.currency!));
  }
  expectCarried(before, tables, 'float.csv', ['origin', 'holder', 'currency']);
}

function checkDues({ tables, before }: Month): void {
  for (const row of table(tables, 'dues.csv')) {
    expectEqual(
      amount(row, 'closing'),
      sum([amount(row, 'opening'), amount(row, 'charges')]).minus(amount(row, 'payments')),
    );
  }
  expectCarried(before, tables, 'dues.csv', ['creditor', 'debtor', 'currency']);
}

// Repaying lowers cash and owed alike, so cash − owed and gift change by movements and charges alone.
function checkAccounts({ tables, before, funds }: Month): void {
  const charges = table(tables, 'charges.csv');
  for (const row of table(tables, 'balances.csv')) {
    const { provider, account } = row;
    const was =
      before && table(before, 'balances.csv').find((old) => old.provider === provider && old.account === account);
    const own = charges.filter((charge) => charge.provider === provider && charge.payer === account);
    const moved = (kinds: string[], side: 'account' | 'to'): Rational =>
      sum(
        funds
          .filter((move) => kinds.includes(move.kind) && move.provider === provider && move[side] === account)
          .map((move) => move.amount),
      );
    const arrived = moved(['top-up', 'opening-cash'], 'account').plus(moved(['allocation', 'recovery'], 'to'));
    const left = moved(['allocation', 'recovery', 'withdrawal', 'opening-owed'], 'account');
    const net = (of: Row): Rational => amount(of, 'cash').minus(amount(of, 'owed'));
    const spent = column(own, 'cash').plus(column(own, 'credit'));
    expectEqual(net(row).minus(was ? net(was) : Rational.zero), arrived.minus(left).minus(spent));
    const gift = moved(['gift'], 'account')
      .minus(moved(['gift-expiry'], 'account'))
      .minus(column(own, 'gift'));
    expectEqual(amount(row, 'gift').minus(was ? amount(was, 'gift') : Rational.zero), gift);
  }
}

// What an entity bears comes from its own money, its bank, its debts to providers, or others whom it then owes.
function checkEntities({ setup, tables, before, funds }: Month): void {
  if (setup.vouchers.some((voucher) => voucher.priced)) return;
  const places = grouped(table(tables, 'charges.csv'), ['entity', 'currency']);
  for (const { entity, currency } of places.map((own) => own[0]!)) {
    const now = stateOf(tables, entity!, currency!);
    const was = before ? stateOf(before, entity!, currency!) : { cash: Rational.zero, owed: Rational.zero };
    const own = funds.filter((row) => row.currency === currency);
    const at = (row: FundsRow): string => entityOn(setup, row.provider, row.account, row.date);
    const of = (kinds: string[], who: (row: FundsRow) => string): Rational =>
      sum(own.filter((row) => kinds.includes(row.kind) && who(row) === entity).map((row) => row.amount));
    const paidIn = of(['top-up', 'opening-cash'], (row) => row.origin || at(row));
    const banked = of(['withdrawal'], at);
    const newDebt = now.owed.minus(was.owed).minus(of(['opening-owed'], at));
    const dues = table(tables, 'dues.csv').filter((row) => row.currency === currency);
    const claims = column(
      dues.filter((row) => row.creditor === entity),
      'charges',
    );
    const debts = column(
      dues.filter((row) => row.debtor === entity),
      'charges',
    );
    const charges = table(tables, 'charges.csv').filter((row) => row.entity === entity && row.currency === currency);
    const borne = sum(['set_off', 'cash', 'credit'].map((name) => column(charges, name)));
    const source = sum([was.cash.minus(now.cash), paidIn, banked.negated(), newDebt, debts, claims.negated()]);
    expectEqual(borne, source);
  }
}

function stateOf(tables: Tables, entity: string, currency: string): { cash: Rational; owed: Rational } {
  const lots = table(tables, 'lots.csv').filter((row) => row.origin === entity && row.currency === currency);
  const balances = table(tables, 'balances.csv').filter((row) => row.entity === entity && row.currency === currency);
  return { cash: column(lots, 'remaining'), owed: column(balances, 'owed') };
}

function expectCarried(before: Tables | undefined, tables: Tables, file: string, identity: string[]): void {
  if (!before) return;
  const keyOfRow = (row: Row): string => identity.map((name) => row[name]).join(' ');
  for (const old of table(before, file)) {
    const next = table(tables, file).find((row) => keyOfRow(row) === keyOfRow(old));
    expectEqual(next ? amount(next, 'opening') : Rational.zero, amount(old, 'closing'));
  }
}

function table(tables: Tables, file: string): Row[] {
  return tables.get(file)!;
}

function grouped(rows: Row[], names: string[]): Row[][] {
  const keyOfRow = (row: Row): string => names.map((name) => row[name]).join(' ');
  return [...new Set(rows.map(keyOfRow))].map((key) => rows.filter((row) => keyOfRow(row) === key));
}

function amount(row: Row, name: string): Rational {
  return row[name] ? Rational.parse(row[name]) : Rational.zero;
}

function column(rows: Row[], name: string): Rational {
  return sum(rows.map((row) => amount(row, name)));
}

function expectEqual(actual: Rational, expected: Rational): void {
  expect(actual.toFixed(8)).toBe(expected.toFixed(8));
}
