// Adopting unknown owners as the vendor's bill shows them (B5).
import { expect, test } from 'vitest';
import { type ToldGroup, day, group, month, refusalsOf } from '../../tests/rule-facts.ts';
import { formatDay } from '../calendar/day.ts';
import { type Party, adoptionOf } from './adopt.ts';

function party(owner: string, vendorPayer: string, told: Partial<Party> & { first?: string } = {}): Party {
  const { first = '2026-10-10', ...rest } = told;
  return {
    provider: 'tencent',
    month: month('2026-10'),
    owner,
    vendorPayer,
    currency: 'CNY',
    lines: 1,
    earliestStart: first,
    firstStartDay: day(first),
    ...rest,
  };
}

function adopted(parties: readonly Party[], told: ToldGroup = {}) {
  const adoption = adoptionOf(group({ accounts: { 1: {}, 20: { entity: 'SZ' } }, ...told }), parties);
  return {
    accounts: adoption.accounts.map((one) => `${one.id} ${one.role} of ${one.entity.initial} in ${one.currency}`),
    links: adoption.links.map((one) => `${one.account.slice(8)} → ${one.admin.slice(8)} from ${formatDay(one.from!)}`),
    adoption,
  };
}

test('B5: nothing is adopted where all owners are known, whoever pays', () => {
  expect(adopted([party('1', '9')]).adoption).toEqual({ accounts: [], links: [] });
});

test('B5: an unknown owner becomes a member of the vendor payer’s entity, paid for by it', () => {
  const { accounts, links, adoption } = adopted([party('7', '20')]);
  expect(accounts).toEqual(['7 member of SZ in CNY']);
  expect(links).toEqual(['7 → 20 from 2026-10-01']);
  expect(adoption.links[0]).toMatchObject({ mode: 'pay-on-behalf', crossEntityFunds: false, to: null });
  expect(adoption.links[0]!.permissions).toEqual(new Set(['view-bills', 'view-balance', 'invoice', 'consolidate']));
  expect(adoption.accounts[0]).toMatchObject({ creditLimit: { initial: null, changes: [] } });
});

test('B5: its link starts with its earliest month or its earliest start day, whichever comes first', () => {
  expect(adopted([party('7', '1', { first: '2026-09-28' })]).links).toEqual(['7 → 1 from 2026-09-28']);
  const earlier = [party('7', '1'), party('7', '1', { month: month('2026-08'), first: '2026-08-15' })];
  expect(adopted(earlier).links).toEqual(['7 → 1 from 2026-08-01']);
});

test('B5: the payer is that of its earliest line by start as written, then the lowest id', () => {
  const payers = (...told: [string, string][]) =>
    adopted(told.map(([payer, earliestStart]) => party('7', payer, { earliestStart }))).links;
  expect(payers(['1', '2026-10-10 09:00'], ['20', '2026-10-10 08:00'])).toEqual(['7 → 20 from 2026-10-01']);
  expect(payers(['20', '2026-10-10'], ['1', '2026-10-10'])).toEqual(['7 → 1 from 2026-10-01']);
});

test('B5: an unknown payer is adopted as group admin under the parent company, without a link', () => {
  const { accounts, links } = adopted([party('7', '8')]);
  expect(accounts).toEqual(['8 group-admin of HQ in CNY', '7 member of HQ in CNY']);
  expect(links).toEqual(['7 → 8 from 2026-10-01']);
});

test('B5: so is a payer that is an unknown owner itself', () => {
  const { accounts, links } = adopted([party('8', '8'), party('7', '8')]);
  expect(accounts).toEqual(['8 group-admin of HQ in CNY', '7 member of HQ in CNY']);
  expect(links).toEqual(['7 → 8 from 2026-10-01']);
});

test('B5: only the payer of an owner’s earliest line is adopted', () => {
  const parties = [party('7', '1', { earliestStart: '2026-10-01' }), party('7', '9', { earliestStart: '2026-10-02' })];
  expect(adopted(parties).accounts).toEqual(['7 member of HQ in CNY']);
});

test('B5: lines without a currency take the known payer’s; with neither known they stay an exception', () => {
  const told = { accounts: { 1: { currency: 'USD' } } };
  expect(adopted([party('7', '1', { currency: '' })], told).accounts).toEqual(['7 member of HQ in USD']);
  expect(adopted([party('7', '9', { currency: '' })], told).accounts).toEqual([]);
});

test('B5: without a parent company an unknown payer is refused, with the way out; a known one’s members are adopted', () => {
  const orphans = { ...group({ accounts: { 20: { entity: 'SZ' } } }), entities: new Map() };
  expect(refusalsOf(() => adoptionOf(orphans, [party('7', '8')]))).toMatchObject([
    { code: 'noParentCompany', rule: 'B5', next: expect.stringContaining('parent company') },
  ]);
  expect(adoptionOf(orphans, [party('7', '20')]).accounts).toHaveLength(1);
});

test('C5: the order of lines tells nothing', () => {
  const parties = [
    party('8', '8'),
    party('7', '8'),
    party('7', '1', { first: '2026-10-02' }),
    party('6', '9'),
    party('5', '9', { first: '2026-09-30', currency: 'USD' }),
    party('5', '9', { first: '2026-09-30' }),
  ];
  expect(adopted(parties.toReversed())).toEqual(adopted(parties));
});
