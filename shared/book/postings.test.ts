// Effects as double entry (L2; formats.md §4): which positions each kind moves, and that it sums to zero.
import { describe, expect, test } from 'vitest';
import {
  amountText,
  charge,
  entity,
  group,
  key,
  lot,
  money,
  month,
  movement,
  voucher,
} from '../../tests/rule-facts.ts';
import type { FundsEffect } from '../rules/effect.ts';
import { entryOf } from '../rules/timeline.ts';
import { PostingSum, postEntry, postReimbursement, postVoucher } from './postings.ts';
import type { Posting } from './record.ts';

const structure = group({ accounts: { 1: {}, 2: { entity: 'SZ' } } });
const charges = [charge('5'), charge('-3', { owner: '2', entity: 'SZ' }), charge('1', { category: 'Variance' })];
const run = entryOf({ kind: 'run', run: { period: month('2026-10'), charges } }, 0);
const hq = { account: key('1'), holder: entity('HQ'), origin: entity('HK'), amount: money('4') };
const settled = { account: key('1'), holder: entity('HQ'), amount: money('4'), charge: 0 };
const due = { creditor: entity('HK'), debtor: entity('HQ') };

function texts(postings: readonly Posting[]): readonly string[] {
  return postings.map(({ position, amount }) => `${position} ${amountText(amount)}`);
}

function posted(...effects: FundsEffect[]): readonly string[] {
  const sum = new PostingSum();
  postEntry(sum, structure, run, effects, 1n);
  const postings = sum.postings();
  expect(postings.reduce((total, { amount }) => total + amount, 0n)).toBe(0n);
  return texts(postings);
}

describe('formats.md §4', () => {
  test.each<[string, FundsEffect, readonly string[]]>([
    ['top-up', { ...hq, kind: 'topped-up' }, ['bank:HK -4.00', 'cash:tencent:1:HK 4.00']],
    ['opening cash', { ...hq, kind: 'cash-opened' }, ['opening -4.00', 'cash:tencent:1:HK 4.00']],
    ['opening owed', { ...hq, kind: 'owed-opened' }, ['owed:tencent:1 -4.00', 'opening 4.00']],
    [
      'allocation',
      { ...hq, kind: 'allocated', to: key('2'), toHolder: entity('SZ') },
      ['cash:tencent:1:HK -4.00', 'cash:tencent:2:HK 4.00'],
    ],
    [
      'recovery',
      { ...hq, kind: 'recovered', to: key('2'), toHolder: entity('SZ') },
      ['cash:tencent:1:HK -4.00', 'cash:tencent:2:HK 4.00'],
    ],
    ['another holder of the same account', { ...hq, kind: 'holder-changed', to: key('1'), toHolder: entity('SZ') }, []],
    [
      'withdrawal',
      { ...hq, kind: 'withdrawn', due },
      ['cash:tencent:1:HK -4.00', 'bank:HQ 4.00', 'due-from:HK:HQ 4.00', 'due-to:HQ:HK -4.00'],
    ],
    [
      'repayment',
      { ...hq, kind: 'repaid', due },
      ['cash:tencent:1:HK -4.00', 'owed:tencent:1 4.00', 'due-from:HK:HQ 4.00', 'due-to:HQ:HK -4.00'],
    ],
    ['gift', { ...hq, kind: 'gift-given' }, ['granted:tencent -4.00', 'gift:tencent:1 4.00']],
    ['gift that expires', { ...hq, kind: 'gift-expired' }, ['gift:tencent:1 -4.00', 'granted:tencent 4.00']],
    [
      'charge by voucher',
      { ...settled, kind: 'by-voucher', voucher: { key: 'v', priced: false } },
      ['voucher:tencent:1:v -4.00', 'cost:HQ 4.00'],
    ],
    ['charge by gift', { ...settled, kind: 'by-gift' }, ['gift:tencent:1 -4.00', 'cost:HQ 4.00']],
    [
      'charge by cash',
      { ...settled, kind: 'by-cash', origin: entity('HK'), lot: lot('1 of HK'), due },
      ['cash:tencent:1:HK -4.00', 'cost:HQ 4.00', 'due-from:HK:HQ 4.00', 'due-to:HQ:HK -4.00'],
    ],
    ['charge by credit', { ...settled, kind: 'by-credit' }, ['owed:tencent:1 -4.00', 'cost:HQ 4.00']],
    ['variance', { ...settled, charge: 2, kind: 'by-credit' }, ['owed:tencent:1 -4.00', 'claim:tencent 4.00']],
    ['set-off', { ...settled, kind: 'set-off', charge: 1, against: 0 }, ['cost:SZ -4.00', 'cost:HQ 4.00']],
    [
      'what set-off leaves',
      { ...settled, kind: 'returned-as-cash', charge: 1 },
      ['cost:SZ -4.00', 'cash:tencent:1:HQ 4.00'],
    ],
  ])('%s', (_, effect, positions) => expect(posted(effect)).toEqual(positions));

  test('set-off within one entity moves no cost', () => {
    expect(posted({ ...settled, kind: 'set-off', charge: 0, against: 0 })).toEqual([]);
  });

  test('a voucher is granted at its face', () => {
    const sum = new PostingSum();
    postVoucher(sum, voucher('v', '9'));
    expect(texts(sum.postings())).toEqual(['granted:tencent -9.00', 'voucher:tencent:1:v 9.00']);
  });

  test('a reimbursement pays from bank to bank and takes the due back; an opening makes the due', () => {
    const of = (kind: 'reimbursed' | 'due-opened') => {
      const sum = new PostingSum();
      postReimbursement(sum, { kind, ...due, amount: money('4'), currency: 'CNY' });
      return texts(sum.postings());
    };
    expect(of('reimbursed')).toEqual(['bank:HQ -4.00', 'bank:HK 4.00', 'due-from:HK:HQ -4.00', 'due-to:HQ:HK 4.00']);
    expect(of('due-opened')).toEqual(['due-from:HK:HQ 4.00', 'due-to:HQ:HK -4.00']);
  });
});

test('an entry taken back leaves no posting', () => {
  const sum = new PostingSum();
  const entry = entryOf({ kind: 'movement', movement: movement('top-up', '4') }, 0);
  for (const sign of [1n, -1n] as const) postEntry(sum, structure, entry, [{ ...hq, kind: 'topped-up' }], sign);
  expect(sum.postings()).toEqual([]);
});

test('amounts of one position are summed, those of other currencies kept apart', () => {
  const sum = new PostingSum();
  for (const [amount, currency] of [
    [1n, 'CNY'],
    [2n, 'CNY'],
    [4n, 'USD'],
  ] as const)
    sum.add('opening', amount, currency);
  expect(sum.postings()).toEqual([
    { position: 'opening', amount: 3n, currency: 'CNY' },
    { position: 'opening', amount: 4n, currency: 'USD' },
  ]);
});

test('an effect that names no charge of its run breaks an invariant', () => {
  expect(() => posted({ ...settled, charge: 9, kind: 'by-gift' })).toThrow('does not have');
});
