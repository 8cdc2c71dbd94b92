// Facts about the structure laid over a structure: what they change, what is refused, and from when funds may settle
// otherwise.
import { expect, test } from 'vitest';
import { type ToldGroup, day, group, key, link, money, offer, voucher } from '../../tests/rule-facts.ts';
import { valueOn } from '../calendar/dated.ts';
import type { Facts } from './facts.ts';
import { layStructure } from './lay-structure.ts';

const accounts = { 1: { role: 'group-admin' }, 2: {}, 3: { entity: 'SZ' } } as const;

function laid(facts: Facts, told: ToldGroup = {}) {
  const before = group({ accounts, ...told });
  const kept = structuredClone(before);
  const result = layStructure(before, facts, () => ({}));
  expect(before).toEqual(kept);
  return { ...result, codes: result.refusals.map((refusal) => refusal.code) };
}

const row = { provider: 'tencent', account: '2' };
const paid = { ...row, admin: '1', mode: 'pay-on-behalf', permissions: 'view-bills view-balance' };

test('S2: entities are added and changed cell by cell; a code stands once, a parent is there', () => {
  const added = { code: 'UK', name: 'London', currency: 'GBP', parent: 'HQ' };
  expect(laid({ entities: [added] }).structure.entities.get('UK' as never)).toMatchObject(added);
  expect(laid({ entities: [{ ...added, code: 'HQ' }] }).codes).toEqual(['entityExists']);
  expect(laid({ entities: [{ ...added, parent: 'XX' }] }).codes).toEqual(['unknownEntity']);
  const changed = laid({ entityChanges: [{ code: 'SZ', taxId: '91' }] }).structure.entities.get('SZ' as never);
  expect(changed).toMatchObject({ name: 'SZ', taxId: '91', parent: 'HQ' });
  expect(laid({ entityChanges: [{ code: 'XX', taxId: '91' }] }).codes).toEqual(['unknownEntity']);
});

test('S2: an entity may name a parent that stands below it', () => {
  const rows = [
    { code: 'B', name: 'B', currency: 'CNY', parent: 'A' },
    { code: 'A', name: 'A', currency: 'CNY', parent: 'HQ' },
  ];
  expect(laid({ entities: rows }).codes).toEqual([]);
});

test('S3: accounts are added once, to an entity that is there; edits keep what they do not name', () => {
  const added = { provider: 'tencent', id: '9', entity: 'SZ', role: 'member', currency: 'CNY' };
  expect(laid({ accounts: [added] }).structure.accounts.get(key('9'))).toMatchObject({ id: '9', role: 'member' });
  expect(laid({ accounts: [{ ...added, id: '1' }] }).codes).toEqual(['accountExists']);
  expect(laid({ accounts: [{ ...added, entity: 'XX' }] }).codes).toEqual(['unknownEntity']);
  const closed = { provider: 'tencent', id: '1', closed: '2026-12-01' };
  expect(laid({ accountEdits: [closed] }).structure.accounts.get(key('1'))).toMatchObject({
    role: 'group-admin',
    name: '1',
    closed: day('2026-12-01'),
  });
  const promoted = { provider: 'tencent', id: '2', role: 'entity-admin' };
  expect(laid({ accountEdits: [promoted] }).structure.accounts.get(key('2'))!.role).toBe('entity-admin');
  expect(laid({ accountEdits: [{ provider: 'tencent', id: '7' }] }).codes).toEqual(['unknownAccount']);
});

test('S3: entity and credit limit are dated; a change to another entity is a move', () => {
  const change = { ...row, from: '2026-10-05', entity: 'SZ', creditLimit: '7' };
  const { structure, moves, changedFrom } = laid({ accountChanges: [change] });
  const account = structure.accounts.get(key('2'))!;
  expect([valueOn(account.entity, day('2026-10-04')), valueOn(account.entity, day('2026-10-05'))]).toEqual([
    'HQ',
    'SZ',
  ]);
  expect([valueOn(account.creditLimit, day('2026-10-04')), valueOn(account.creditLimit, day('2026-10-05'))]).toEqual([
    null,
    money('7'),
  ]);
  expect(moves.map(({ event }) => event)).toMatchObject([{ kind: 'move', entity: 'SZ', date: day('2026-10-05') }]);
  expect(changedFrom).toBe(day('2026-10-05'));
  expect(laid({ accountChanges: [{ ...row, from: '2026-10-05', entity: 'HQ' }] }).moves).toEqual([]);
  expect(laid({ accountChanges: [{ ...row, from: '2026-10-05', creditLimit: '1' }] }).moves).toEqual([]);
});

test('changes known ahead hold from their day and are asked to be clean when it has come', () => {
  const change = { ...row, from: '2026-12-05', entity: 'SZ' };
  const ahead = laid({ changesAhead: [change] });
  expect(ahead.moves).toEqual([]);
  expect(valueOn(ahead.structure.accounts.get(key('2'))!.entity, day('2026-12-05'))).toBe('SZ');
  const due = layStructure(ahead.structure, { movesDue: [change] }, () => ({}));
  expect(due.moves.map(({ event }) => event.entity)).toEqual(['SZ']);
});

test('S4: a link is started, and ends where it is in force; it is never overwritten', () => {
  const started = laid({ links: [{ ...paid, from: '2026-10-01' }] });
  expect(started.structure.links.get(key('2'))).toEqual([link('2', '1', { from: '2026-10-01' })]);
  expect(started.changedFrom).toBe(day('2026-10-01'));
  const links = [link('2', '1', { from: '2026-10-01' })];
  const end = (to: string) => laid({ linkEnds: [{ ...row, admin: '1', to }] }, { links });
  expect(end('2026-10-09').structure.links.get(key('2'))).toEqual([
    link('2', '1', { from: '2026-10-01', to: '2026-10-09' }),
  ]);
  expect(end('2026-10-01').codes).toEqual(['noSuchLink']);
  expect(laid({ linkEnds: [{ ...row, admin: '3', to: '2026-10-09' }] }, { links }).codes).toEqual(['noSuchLink']);
  const ended = [link('2', '1', { to: '2026-10-05' })];
  expect(laid({ linkEnds: [{ ...row, admin: '1', to: '2026-10-09' }] }, { links: ended }).codes).toEqual([
    'noSuchLink',
  ]);
});

test('P4: links are judged after all facts are laid, with those that end; adopting does not ask', () => {
  const links = [link('2', '1')];
  const twice = { links: [{ ...paid, from: '2026-10-01' }] };
  expect(laid(twice, { links }).codes).toEqual(['twoPayers']);
  const ending = { ...twice, linkEnds: [{ ...row, admin: '1', to: '2026-10-01' }] };
  expect(laid(ending, { links }).codes).toEqual([]);
  const adopting = layStructure(group({ accounts, links }), twice, () => ({}), true);
  expect(adopting.refusals).toEqual([]);
});

test('P4: an account that moves takes its links along to be judged', () => {
  const change = { accountChanges: [{ ...row, from: '2026-10-05', entity: 'SZ' }] };
  expect(laid(change, { links: [link('2', '1')] }).codes).toEqual(['payerOfOtherEntity']);
  expect(laid(change, { links: [link('2', '1', { to: '2026-10-05' })] }).codes).toEqual([]);
});

test('D1: offers are numbered in order of entry over all holders, and end by name and start', () => {
  const told = { offers: [offer('1', '0.5', { from: '2026-10-01' }), offer('3', '0.5', { entry: 1 })] };
  const added = laid(
    { offers: [{ provider: 'tencent', holder: '2', product: '*', kind: 'multiplier', value: '1' }] },
    told,
  );
  expect(added.structure.offers.get(key('2'))![0]!.entry).toBe(2);
  const end = (to: string, from = '2026-10-01') =>
    laid({ offerEnds: [{ provider: 'tencent', holder: '1', from, to }] }, told);
  expect(end('2026-10-09').structure.offers.get(key('1'))![0]!.to).toBe(day('2026-10-09'));
  expect([end('2026-10-01').codes, end('2026-10-09', '2026-09-01').codes]).toEqual([['noSuchOffer'], ['noSuchOffer']]);
});

test('D3: blocked products are added to those of the holder', () => {
  const { structure } = laid(
    { blocks: [{ provider: 'tencent', holder: '1', product: 'cos' }] },
    { blocked: { 1: ['cvm'] } },
  );
  expect(structure.blocked.get(key('1'))).toEqual(new Set(['cvm', 'cos']));
});

test('F6: a voucher of a known account in its currency, with a key of its own', () => {
  const facts = { key: 'v', ...row, amount: '5', currency: 'CNY', from: '2026-10-09' };
  const added = laid({ vouchers: [facts] });
  expect([added.vouchers.length, added.changedFrom]).toEqual([1, day('2026-10-09')]);
  expect(laid({ vouchers: [{ ...facts, currency: 'USD' }] }).codes).toEqual(['currencyDiffers']);
  expect(laid({ vouchers: [{ ...facts, account: '9' }] }).codes).toEqual(['unknownAccount']);
  expect(laid({ vouchers: [facts] }, { vouchers: [voucher('v', '1')] }).codes).toEqual(['keyExists']);
  expect(laid({ vouchers: [facts, facts] }).codes).toEqual(['keyExists']);
});

test('what touches no funds asks for nothing to be settled anew', () => {
  expect(laid({ offers: [], blocks: [], entities: [] }).changedFrom).toBeUndefined();
  expect(laid({ policies: { aws: {} } }).changedFrom).toBeLessThan(day('1970-01-01'));
});

test('S5: policies of a provider are replaced, those of others stay', () => {
  const policies = { tencent: { lotOrder: 'own-first' }, aws: { chargeBasis: 'contract' } } as const;
  const { structure } = laid({ policies: { tencent: { chargeBasis: 'effective' } } }, { policies });
  expect(structure.policies).toEqual({ tencent: { chargeBasis: 'effective' }, aws: { chargeBasis: 'contract' } });
});
