// Who stands in which relation to an account on a day (S3, S4, P1, P2, D2, P4).
import { expect, test } from 'vitest';
import { day, entity, group, key, link, money } from '../../tests/rule-facts.ts';
import {
  accountOf,
  creditLimitOn,
  entityOn,
  grantsOn,
  heritageOn,
  linksOn,
  mayFundAcross,
  payerOn,
  payingLinkOn,
} from './link.ts';

const accounts = { 1: {}, 2: {}, 3: {} };

test('S4: a link holds from its first day until the day before its end', () => {
  const structure = group({ accounts, links: [link('2', '1', { from: '2026-10-05', to: '2026-10-08' })] });
  const payers = ['2026-10-04', '2026-10-05', '2026-10-07', '2026-10-08'].map((on) =>
    payerOn(structure, key('2'), day(on)),
  );
  expect(payers).toEqual(['tencent:2', 'tencent:1', 'tencent:1', 'tencent:2']);
});

test('P1: without a pay-on-behalf link in force an account pays for itself', () => {
  const structure = group({ accounts, links: [link('2', '1', { mode: 'self-pay' })] });
  expect(payerOn(structure, key('2'), day('2026-10-05'))).toBe('tencent:2');
  expect(payingLinkOn(structure, key('2'), day('2026-10-05'))).toBeUndefined();
  expect(linksOn(structure, key('2'), day('2026-10-05'))).toHaveLength(1);
});

test('S3: the entity of an account is a dated fact and leaves the past where it was', () => {
  const structure = group({ accounts: { 1: { moves: { '2026-10-05': 'SZ' } } } });
  const entities = ['2026-10-04', '2026-10-05'].map((on) => entityOn(structure, key('1'), day(on)));
  expect(entities).toEqual([entity('HQ'), entity('SZ')]);
});

test('S5: an empty credit limit is 0 where it is paid in advance, and none where afterwards', () => {
  const structure = group({ accounts: { 1: {}, 'aws:1': {}, 'aws:2': { limit: '7' } } });
  const limits = ['1', 'aws:1', 'aws:2'].map((id) => creditLimitOn(structure, key(id), day('2026-10-05')));
  expect(limits).toEqual([0n, null, money('7')]);
});

test('P2: a permission holds for the admin of the link that carries it, while it is in force', () => {
  const links = [link('2', '1', { grants: ['invoice'], to: '2026-10-05' }), link('2', '3', { mode: 'self-pay' })];
  const structure = group({ accounts, links });
  const granted = (admin: string, on: string) =>
    grantsOn(structure, { account: key('2'), admin: key(admin), permission: 'invoice' }, day(on));
  expect([granted('1', '2026-10-04'), granted('1', '2026-10-05'), granted('3', '2026-10-04')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('D2: offers are inherited from the admin that was granted it, in either payment mode', () => {
  const links = [
    link('2', '1', { grants: ['inherit-discounts'], to: '2026-10-05' }),
    link('2', '3', { mode: 'self-pay', grants: ['inherit-discounts'], from: '2026-10-05' }),
  ];
  const structure = group({ accounts, links });
  const on = ['2026-10-04', '2026-10-05'].map((each) => heritageOn(structure, key('2'), day(each)));
  expect(on).toEqual(['tencent:1', 'tencent:3']);
  expect(heritageOn(structure, key('1'), day('2026-10-04'))).toBeUndefined();
});

test('D2: of several grants the later from counts, then the later entry', () => {
  const grant = (admin: string, from?: string) =>
    link('2', admin, { mode: 'self-pay', grants: ['inherit-discounts'], ...(from ? { from } : {}) });
  const heir = (...links: ReturnType<typeof grant>[]) =>
    heritageOn(group({ accounts, links }), key('2'), day('2026-10-05'));
  expect(heir(grant('1', '2026-10-02'), grant('3', '2026-10-01'))).toBe('tencent:1');
  expect(heir(grant('1'), grant('3', '2026-10-01'))).toBe('tencent:3');
  expect(heir(grant('1', '2026-10-01'), grant('3', '2026-10-01'))).toBe('tencent:3');
});

test('P4: the mark for funds across entities counts in either direction, while its link is in force', () => {
  const links = [link('2', '1', { crossEntityFunds: true, to: '2026-10-05' }), link('3', '1')];
  const structure = group({ accounts, links });
  const may = (one: string, other: string, on: string) => mayFundAcross(structure, key(one), key(other), day(on));
  expect([may('2', '1', '2026-10-04'), may('1', '2', '2026-10-04')]).toEqual([true, true]);
  expect([may('2', '1', '2026-10-05'), may('3', '1', '2026-10-04'), may('2', '3', '2026-10-04')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('an account that is not there is a broken invariant, not a refusal', () => {
  expect(() => accountOf(group({}), key('9'))).toThrow('no account tencent:9');
});
