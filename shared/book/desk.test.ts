// Whose desk may do and see what (P3), and which commands it may give.
import { expect, test } from 'vitest';
import { codesOf, day, group, key, link, refusalsOf } from '../../tests/rule-facts.ts';
import type { CommandName } from '../contract/commands.ts';
import { authorise } from './authorise.ts';
import { emptyBook } from './book.ts';
import { mayAct, maySee } from './desk.ts';

const links = [
  link('2', '1', { from: '2026-10-05' }),
  link('3', '1', { mode: 'self-pay', grants: ['allocate-funds'], to: '2026-10-05' }),
  { ...link('4', '1', { from: '2026-10-05' }), permissions: new Set([]) },
];
const structure = group({ accounts: { 1: {}, 2: {}, 3: {}, 4: {} }, links });
const desk = key('1');
const [before, from] = [day('2026-10-04'), day('2026-10-05')];

test('P3: a desk acts on its own account always, on another with the permission in force on the day', () => {
  const may = (account: string, on: typeof from) => mayAct(structure, desk, key(account), 'allocate-funds', on);
  expect([may('1', before), may('3', before), may('3', from), may('2', from)]).toEqual([true, true, false, false]);
});

test('P3: the book desk does and sees everything', () => {
  expect(mayAct(structure, '', key('4'), 'invoice', from)).toBe(true);
  expect(maySee(structure, '', key('4'), 'view-balance', from)).toBe(true);
});

test('P3: a desk sees by permission, and always what its own account pays for', () => {
  const see = (account: string, what: 'view-bills' | 'view-balance', on = from) =>
    maySee(structure, desk, key(account), what, on);
  expect([see('2', 'view-bills'), see('2', 'view-balance'), see('2', 'view-bills', before)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([see('4', 'view-bills'), see('4', 'view-balance'), see('4', 'view-bills', before)]).toEqual([
    true,
    false,
    false,
  ]);
});

const book = { ...emptyBook(), structure };
const row = { provider: 'tencent', account: '1', date: '2026-10-04', amount: '1', currency: 'CNY' };

function codes(name: CommandName, input: object, at = desk): readonly string[] {
  return codesOf(() => authorise(book, name, input, at));
}

test('P3: structure, imports and runs are for the book desk', () => {
  for (const name of ['addAccount', 'startLink', 'runCharges', 'importBills', 'reverseMovement', 'setPolicy'] as const)
    expect([codes(name, {}), codesOf(() => authorise(book, name, {}, ''))]).toEqual([['bookDeskOnly'], []]);
});

test('P3: funds are moved by who owns the account or was granted allocate-funds on the day', () => {
  expect(codes('topUp', row)).toEqual([]);
  expect(codes('topUp', { ...row, account: '2' })).toEqual(['notPermitted']);
  expect(codes('allocateFunds', { ...row, to: '3' })).toEqual([]);
  expect(codes('allocateFunds', { ...row, to: '3', date: '2026-10-05' })).toEqual(['notPermitted']);
  expect(codes('recoverFunds', { ...row, account: '3', to: '2' })).toEqual(['notPermitted']);
});

test('P3: every row is asked, and the refusal names permission, account and date', () => {
  const rows = {
    rows: [
      { ...row, to: '3' },
      { ...row, to: '2' },
      { ...row, to: '4' },
    ],
  };
  const refusals = refusalsOf(() => authorise(book, 'allocateFunds', rows, desk));
  expect(refusals.map((refusal) => refusal.where)).toEqual([
    { column: 'to', value: key('2'), row: 2 },
    { column: 'to', value: key('4'), row: 3 },
  ]);
  for (const part of ['allocate-funds', 'tencent:2', '2026-10-04']) expect(refusals[0]!.what).toContain(part);
});

test('P3: a vendor balance is recorded by who may view the balance', () => {
  const rows = (account: string, date: string) => ({ rows: [{ ...row, account, date }] });
  expect(codes('recordVendorBalance', rows('2', '2026-10-05'))).toEqual([]);
  expect(codes('recordVendorBalance', rows('2', '2026-10-04'))).toEqual(['notPermitted']);
});
