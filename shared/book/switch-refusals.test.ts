// Starting and ending pay-on-behalf is refused while something stands against it (P5), and only by command: a setup folder
// states history.
import { expect, test } from 'vitest';
import { BookStory } from '../../tests/book-story.ts';
import { codesOf, day, key, money, refusalsOf } from '../../tests/rule-facts.ts';
import type { CommandInput } from '../contract/commands.ts';
import { payerOn } from '../rules/link.ts';
import { usableVouchersOf } from './switch-refusals.ts';

const account = { provider: 'tencent', currency: 'CNY', entity: 'HQ' } as const;
const member = { provider: 'tencent', account: '2' } as const;
const paidBy = (admin: string, from = '2026-11-01'): CommandInput<'startLink'> => ({
  ...member,
  admin,
  mode: 'pay-on-behalf',
  permissions: ['view-bills', 'view-balance'],
  from,
});

/** Two group admins and a member that pays for itself; `provider` may be one that is not tencent. */
function told(provider: 'tencent' | 'huawei' = 'tencent'): BookStory {
  const story = new BookStory('Harbour', 'CNY');
  story.do('addEntity', { code: 'HQ', name: 'Harbour', currency: 'CNY' });
  for (const id of ['1', '9'])
    story.do('addAccount', { ...account, provider, id, role: 'group-admin', creditLimit: '10' });
  return story.do('addAccount', { ...account, provider, id: '2', role: 'member' });
}

const owes = (story: BookStory, id: string, amount: string, date = '2026-10-05') =>
  story.do('openBalance', { provider: 'tencent', account: id, kind: 'opening-owed', date, amount, currency: 'CNY' });

test('P5: starting is refused while the member owes money', () => {
  const story = owes(told(), '2', '0.01');
  expect(refusalsOf(() => story.do('startLink', paidBy('1')))).toMatchObject([{ code: 'memberOwes', rule: 'P5' }]);
  expect(codesOf(() => story.do('startLink', paidBy('1', '2026-10-04')))).toEqual([]);
});

test('P5: what the member repays on the day no longer stands against it', () => {
  const story = owes(told(), '2', '5');
  story.do('topUp', { ...member, date: '2026-11-01', amount: '5', currency: 'CNY' });
  expect(codesOf(() => story.do('startLink', paidBy('1')))).toEqual([]);
});

test('P5: starting is refused while the member holds vouchers that are still valid, at tencent', () => {
  const voucher = { key: 'v', account: '2', amount: '5', currency: 'CNY', to: '2026-11-02' } as const;
  const story = told().do('addVoucher', { ...voucher, provider: 'tencent' });
  expect(codesOf(() => story.do('startLink', paidBy('1')))).toEqual(['memberHoldsVouchers']);
  expect(codesOf(() => story.do('startLink', paidBy('1', '2026-11-02')))).toEqual([]);
  const elsewhere = told('huawei').do('addVoucher', { ...voucher, provider: 'huawei' });
  expect(codesOf(() => elsewhere.do('startLink', { ...paidBy('1'), provider: 'huawei' }))).toEqual([]);
});

test('P5: vouchers that are used up do not stand against it', () => {
  const story = told().do('addVoucher', { ...member, key: 'v', amount: '5', currency: 'CNY' });
  const lines = [{ owner: '2', billed: '3' }];
  story.bill({ file: 'a', period: '2026-09', provider: 'tencent', payer: '2', currency: 'CNY', lines }).run('2026-09');
  const left = () => usableVouchersOf(story.book, key('2'), day('2026-11-01')).map((one) => one.left);
  expect(left()).toEqual([money('2')]);
  story.bill({ file: 'b', period: '2026-10', provider: 'tencent', payer: '2', currency: 'CNY', lines }).run('2026-10');
  expect(left()).toEqual([]);
  story.do('topUp', { ...member, date: '2026-10-31', amount: '1', currency: 'CNY' });
  expect(codesOf(() => story.do('startLink', paidBy('1')))).toEqual([]);
});

test('P5: starting is refused while the payer is overdue: owes more than its credit limit', () => {
  const story = owes(told(), '1', '10');
  expect(codesOf(() => story.do('startLink', paidBy('1')))).toEqual([]);
  const overdue = owes(owes(told(), '1', '10'), '1', '0.01');
  expect(codesOf(() => overdue.do('startLink', paidBy('1')))).toEqual(['payerOverdue']);
  expect(codesOf(() => overdue.do('startLink', { ...paidBy('1'), mode: 'self-pay' }))).toEqual([]);
});

test('P5: ending is refused while the member owes money, and not for its vouchers or an overdue payer', () => {
  const end = { ...member, admin: '1', to: '2026-12-01' };
  const story = owes(told().do('startLink', paidBy('1')), '1', '99');
  story.do('addVoucher', { ...member, key: 'v', amount: '5', currency: 'CNY' });
  const owing = owes(told().do('startLink', paidBy('1')), '2', '5');
  expect(codesOf(() => owing.do('endLink', end))).toEqual(['memberOwes']);
  story.do('endLink', end);
  expect(payerOn(story.book.structure, key('2'), day('2026-12-01'))).toBe('tencent:2');
});

test('P5: a switch to another payer ends the one and starts the other, under the same conditions', () => {
  const change = { ...member, admin: '9', mode: 'pay-on-behalf', from: '2026-12-01' } as const;
  const story = told().do('startLink', paidBy('1')).do('switchPaymentMode', change);
  const payers = ['2026-11-30', '2026-12-01'].map((on) => payerOn(story.book.structure, key('2'), day(on)));
  expect(payers).toEqual(['tencent:1', 'tencent:9']);
  const owing = owes(owes(told().do('startLink', paidBy('1')), '2', '1'), '9', '11');
  expect(codesOf(() => owing.do('switchPaymentMode', change))).toEqual(['memberOwes', 'payerOverdue']);
});

test('P5: a link without a first day is judged after the last thing that happened', () => {
  const story = owes(told(), '2', '5', '2027-01-01');
  const { from: _, ...always } = paidBy('1');
  expect(codesOf(() => story.do('startLink', always))).toEqual(['memberOwes']);
});

test('interface.md §1: a setup folder states history and is not asked', () => {
  const links = 'provider,account,admin,mode,permissions\ntencent,2,1,pay-on-behalf,view-bills view-balance\n';
  const story = owes(told(), '2', '5').do('importDirectory', { files: { 'links.csv': links } });
  expect(payerOn(story.book.structure, key('2'), day('2026-12-01'))).toBe('tencent:1');
});
