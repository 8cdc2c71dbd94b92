// A payer's month settled step by step (F5–F9, R1; formats.md §2.1).
import { expect, test } from 'vitest';
import {
  type ToldGroup,
  amountText,
  charge,
  group,
  key,
  lot,
  lotTexts,
  money,
  month,
  purse,
  voucher,
} from '../../tests/rule-facts.ts';
import type { FundsEffect } from './effect.ts';
import type { Charge } from './movement.ts';
import { type Purse, draftOver, owedOf } from './purse.ts';
import { settleRun } from './settle.ts';

interface Settled {
  readonly effects: readonly FundsEffect[];
  /** `how amount of charge`, with the debtor and creditor where a due arises. */
  readonly steps: readonly string[];
  readonly after: Purse;
}

/** Settles charges of payer 1, which belongs to HQ, out of a purse. */
function settle(start: Partial<Purse>, charges: readonly Charge[], told: ToldGroup = {}): Settled {
  const structure = group({ accounts: { 1: {}, 2: { entity: 'SZ' }, 3: { entity: 'HK' } }, ...told });
  const { draft } = draftOver(new Map([[key('1'), purse(start)]]));
  const effects = settleRun(draft, structure, { period: month('2026-10'), charges });
  return { effects, steps: effects.map((effect) => stepText(effect, charges)), after: draft.read(key('1')) };
}

function stepText(effect: FundsEffect, charges: readonly Charge[]): string {
  const name = 'charge' in effect ? ` for ${charges[effect.charge]!.product}` : '';
  const due = effect.due ? `, ${effect.due.debtor} owes ${effect.due.creditor}` : '';
  return `${effect.kind} ${amountText(effect.amount)}${name}${due}`;
}

const rich = { lots: [lot('100 of HQ')], gift: money('10') };

test('F5: vouchers, then gift, then cash, then credit', () => {
  const { steps, after } = settle({ lots: [lot('5 of HQ')], gift: money('3') }, [charge('12')], {
    vouchers: [voucher('v', '2')],
  });
  expect(steps).toEqual([
    'by-voucher 2.00 for cvm',
    'by-gift 3.00 for cvm',
    'by-cash 5.00 for cvm',
    'by-credit 2.00 for cvm',
  ]);
  expect(after).toEqual(
    purse({
      voucherSpent: new Map([['v', 200n]]),
      owed: [{ period: month('2026-10'), charge: 0, remaining: money('2') }],
    }),
  );
});

test('F5: another deduction order of the provider; credit takes all the rest', () => {
  const order = (...deductionOrder: ('voucher' | 'gift' | 'cash' | 'credit')[]) => ({
    policies: { tencent: { deductionOrder } },
    vouchers: [voucher('v', '2')],
  });
  expect(settle(rich, [charge('105')], order('cash', 'voucher', 'gift', 'credit')).steps).toEqual([
    'by-cash 100.00 for cvm',
    'by-voucher 2.00 for cvm',
    'by-gift 3.00 for cvm',
  ]);
  expect(settle(rich, [charge('15')], order('gift', 'credit', 'cash', 'voucher')).steps).toEqual([
    'by-gift 10.00 for cvm',
    'by-credit 5.00 for cvm',
  ]);
});

test('F5: what somebody else is paid for spends the payer’s money, never the member’s', () => {
  const structure = group({
    accounts: { 1: {}, 2: { entity: 'SZ' } },
    vouchers: [voucher('v', '9', { account: '2' })],
  });
  const purses = new Map([
    [key('1'), purse({ lots: [lot('4 of HQ')] })],
    [key('2'), purse(rich)],
  ]);
  const { draft, written } = draftOver(purses);
  const charges = [charge('5', { owner: '2', entity: 'SZ' })];
  const effects = settleRun(draft, structure, { period: month('2026-10'), charges });
  expect(effects.map((effect) => stepText(effect, charges))).toEqual([
    'by-cash 4.00 for cvm, SZ owes HQ',
    'by-credit 1.00 for cvm, SZ owes HQ',
  ]);
  expect([...written.keys()]).toEqual([key('1')]);
});

test('F8: frozen cash is not spent', () => {
  const { steps, after } = settle({ lots: [lot('10 of HQ')], frozen: money('8') }, [charge('5')]);
  expect(steps).toEqual(['by-cash 2.00 for cvm', 'by-credit 3.00 for cvm']);
  expect([lotTexts(after), after.frozen]).toEqual([['8.00 of HQ'], money('8')]);
});

test('§2.1, 4: the payer’s own charges first, then the largest remaining, then owner, product, category, entity', () => {
  const charges = [
    charge('9', { owner: '2', product: 'a' }),
    charge('1', { product: 'b' }),
    charge('5', { owner: '3', product: 'd' }),
    charge('5', { owner: '2', product: 'd' }),
    charge('5', { owner: '2', product: 'c', category: 'Usage' }),
    charge('5', { owner: '2', product: 'c', category: 'Tax', entity: 'SZ' }),
    charge('5', { owner: '2', product: 'c', category: 'Tax', entity: 'HK' }),
  ];
  const { effects } = settle({}, charges);
  const places = effects.map((effect) => 'charge' in effect && effect.charge);
  expect(places).toEqual([1, 0, 6, 5, 4, 3, 2]);
});

test('§2.1, 4: what set-off took from a charge counts before the order is made', () => {
  const charges = [
    charge('-6', { owner: '2', product: 'refund' }),
    charge('9', { owner: '2', product: 'a' }),
    charge('5', { owner: '3', product: 'b' }),
  ];
  expect(settle({}, charges).steps).toEqual([
    'set-off 6.00 for refund',
    'by-credit 5.00 for b',
    'by-credit 3.00 for a',
  ]);
});

test('F6: soonest expiry first, then fewest products, then earliest from, then key', () => {
  const vouchers = [
    voucher('all', '1', { to: '2026-12-01' }),
    voucher('never', '1', { products: ['cvm'] }),
    voucher('two', '1', { to: '2026-12-01', products: ['cvm', 'cos'] }),
    voucher('later', '1', { to: '2026-12-01', products: ['cvm'], from: '2026-10-02' }),
    voucher('b', '1', { to: '2026-12-01', products: ['cvm'], from: '2026-10-01' }),
    voucher('a', '1', { to: '2026-12-01', products: ['cvm'], from: '2026-10-01' }),
    voucher('old', '1', { to: '2026-12-01', products: ['cvm'] }),
    voucher('soon', '1', { to: '2026-11-01' }),
  ];
  const { effects } = settle({}, [charge('8')], { vouchers });
  const order = effects.map((effect) => effect.kind === 'by-voucher' && effect.voucher?.key);
  expect(order).toEqual(['soon', 'old', 'a', 'b', 'later', 'two', 'all', 'never']);
});

test.each([
  ['2026-10-02', undefined, true],
  [undefined, '2026-10-02', true],
  [undefined, '2026-10-01', false],
  ['2026-10-31', undefined, true],
  ['2026-11-01', undefined, false],
])('F6: a voucher from %s to %s is usable in October: %s', (from, to, usable) => {
  const dates = { ...(from && { from }), ...(to && { to }) };
  const { steps } = settle({}, [charge('1')], { vouchers: [voucher('v', '1', dates)] });
  expect(steps).toEqual([`${usable ? 'by-voucher' : 'by-credit'} 1.00 for cvm`]);
});

test('F6: vouchers for all products also pay rounding and variance; those of other products, currencies or accounts do not pay', () => {
  const vouchers = [
    voucher('other', '9', { products: ['cos'] }),
    voucher('member', '9', { account: '2' }),
    voucher('dollars', '9', { currency: 'USD' }),
    voucher('named', '9', { products: ['cvm'], to: '2026-11-01' }),
    voucher('all', '9'),
  ];
  const closing = [
    charge('1', { product: 'rounding', category: 'Rounding' }),
    charge('2', { product: 'variance', category: 'Variance' }),
    charge('3'),
  ];
  const { effects } = settle({}, closing, { vouchers });
  const spent = effects.map((effect) => effect.kind === 'by-voucher' && [effect.charge, effect.voucher?.key]);
  expect(spent).toEqual([
    [2, 'named'],
    [1, 'all'],
    [0, 'all'],
  ]);
});

test('F6: a voucher spent in an earlier month has only its rest left', () => {
  const { steps, after } = settle({ voucherSpent: new Map([['v', money('8')]]) }, [charge('5')], {
    vouchers: [voucher('v', '10')],
  });
  expect(steps).toEqual(['by-voucher 2.00 for cvm', 'by-credit 3.00 for cvm']);
  expect(after.voucherSpent).toEqual(new Map([['v', money('10')]]));
});

const mixed = [lot('3 of SZ'), lot('4 of HQ'), lot('5 of SZ')];

test('F2: charges spend lots oldest first; R1: whose money it was is owed by the owner’s entity', () => {
  expect(settle({ lots: mixed }, [charge('8')]).steps).toEqual([
    'by-cash 3.00 for cvm, HQ owes SZ',
    'by-cash 4.00 for cvm',
    'by-cash 1.00 for cvm, HQ owes SZ',
  ]);
});

test('F2 own-first: lots of the charge’s entity go first, all else oldest first', () => {
  const policies = { tencent: { lotOrder: 'own-first' } } as const;
  const { steps, after } = settle({ lots: mixed }, [charge('5')], { policies });
  expect(steps).toEqual(['by-cash 4.00 for cvm', 'by-cash 1.00 for cvm, HQ owes SZ']);
  expect(lotTexts(after)).toEqual(['2.00 of SZ', '5.00 of SZ']);
  const own = settle({ lots: mixed }, [charge('7', { owner: '2', entity: 'SZ' })], { policies });
  expect([own.steps, lotTexts(own.after)]).toEqual([
    ['by-cash 3.00 for cvm', 'by-cash 4.00 for cvm'],
    ['4.00 of HQ', '1.00 of SZ'],
  ]);
});

test('R1: priced vouchers and credit are owed to the payer’s entity, unpriced ones and gift are not', () => {
  const vouchers = [voucher('plain', '1', { to: '2026-11-01' }), voucher('priced', '2', { priced: true })];
  expect(settle({ gift: money('3') }, [charge('10', { owner: '2', entity: 'SZ' })], { vouchers }).steps).toEqual([
    'by-voucher 1.00 for cvm',
    'by-voucher 2.00 for cvm, SZ owes HQ',
    'by-gift 3.00 for cvm',
    'by-credit 4.00 for cvm, SZ owes HQ',
  ]);
});

test('§2.1: the payer’s entity is that of the last day of the month', () => {
  const accounts = { 1: { moves: { '2026-10-31': 'HK', '2026-11-01': 'SZ' } } };
  expect(settle({}, [charge('1')], { accounts }).steps).toEqual(['by-credit 1.00 for cvm, HQ owes HK']);
});

test('F9: set-off between entities makes the positive charge’s entity owe the negative one’s', () => {
  const charges = [
    charge('-3', { owner: '2', entity: 'SZ', product: 'refund' }),
    charge('2', { owner: '2', entity: 'SZ' }),
    charge('5', { owner: '3', entity: 'HK' }),
  ];
  expect(settle({}, charges).steps).toEqual([
    'set-off 2.00 for refund',
    'set-off 1.00 for refund, HK owes SZ',
    'by-credit 4.00 for cvm, HK owes HQ',
  ]);
});

test('F9: what set-off leaves becomes cash of the payer’s entity on the last day, and repays what is owed', () => {
  const owed = [{ period: month('2026-09'), charge: 0, remaining: money('4') }];
  const charges = [charge('-7', { owner: '2', entity: 'SZ', product: 'refund' })];
  const { steps, after } = settle({ owed, lots: [] }, charges);
  expect(steps).toEqual(['returned-as-cash 7.00 for refund, HQ owes SZ', 'repaid 4.00']);
  expect(after.lots).toEqual([lot('3 of HQ', { date: '2026-10-31' })]);
  expect(owedOf(after)).toBe(0n);
});

test('F9: of several that are left the most negative comes first', () => {
  const charges = [charge('-1', { product: 'a' }), charge('-2', { product: 'c' }), charge('-2', { product: 'b' })];
  expect(settle({}, charges).steps).toEqual([
    'returned-as-cash 2.00 for b',
    'returned-as-cash 2.00 for c',
    'returned-as-cash 1.00 for a',
  ]);
});

test('F7: a run of an earlier month puts its owed items before those of later months, behind openings', () => {
  const item = (period: string | null, remaining: bigint) => ({
    period: period === null ? null : month(period),
    charge: period === null ? null : 0,
    remaining,
  });
  const owed = [item(null, 1n), item('2026-09', 2n), item('2026-11', 3n)];
  const { after } = settle({ owed }, [charge('1'), charge('2', { product: 'cos' })]);
  expect(after.owed.map(({ remaining }) => remaining)).toEqual([1n, 2n, money('2'), money('1'), 3n]);
});

test('F5: each payer settles out of its own purse', () => {
  const structure = group({ accounts: { 1: {}, 2: {} } });
  const { draft } = draftOver(new Map([[key('2'), purse({ lots: [lot('5 of HQ')] })]]));
  const charges = [charge('5', { payer: '2' }), charge('-5', { payer: '1' })];
  const effects = settleRun(draft, structure, { period: month('2026-10'), charges });
  expect(effects.map((effect) => stepText(effect, charges))).toEqual([
    'returned-as-cash 5.00 for cvm',
    'by-cash 5.00 for cvm',
  ]);
});
