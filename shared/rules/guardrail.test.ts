// What a link may not be (S4, P1, P4), each refusal with its place and way out, and when an account moves clean.
import { describe, expect, test } from 'vitest';
import { type ToldAccount, codesOf, day, entity, group, key, link, lot, purse } from '../../tests/rule-facts.ts';
import { isGuarded, linkRefusals, refuseUncleanMove } from './guardrail.ts';
import type { Guardrail } from './profile.ts';
import type { Link } from './structure.ts';

const admin: ToldAccount = { role: 'entity-admin' };
const accounts = {
  1: { role: 'group-admin' },
  2: admin,
  3: {},
  4: {},
  5: admin,
  20: { ...admin, entity: 'SZ' },
  21: { entity: 'SZ' },
  'aws:1': { role: 'group-admin' },
  'aws:2': {},
  'aws:20': { entity: 'SZ' },
} as const satisfies Record<string, ToldAccount>;

type Off = Partial<Record<Guardrail, boolean>>;

/** The codes of the refusals of the last of these links, with the others there before. */
function refused(links: readonly Link[], guardrails: Off = {}, told: Record<string, ToldAccount> = accounts) {
  const structure = group({ accounts: told, links, policies: { tencent: { guardrails } } });
  return linkRefusals(structure, links.at(-1)!).map((refusal) => refusal.code);
}

const inherits = { grants: ['inherit-discounts'] } as const;
const selfPay = { mode: 'self-pay' } as const;
const heir = { ...selfPay, ...inherits } as const;

describe('S4: the admin of a link', () => {
  test('is a group admin, or an admin account of the account’s own entity', () => {
    expect(refused([link('3', '1', selfPay)])).toEqual([]);
    expect(refused([link('3', '2')])).toEqual([]);
    expect(refused([link('3', '4')])).toEqual(['notAnAdmin']);
    expect(refused([link('3', '20', selfPay)])).toEqual(['notAnAdmin']);
  });

  test('stays in the account’s entity as long as the link is in force', () => {
    const leaving = { ...accounts, 3: { moves: { '2026-10-10': 'SZ' } } };
    const until = (to?: string) => refused([link('3', '2', { ...selfPay, ...(to && { to }) })], {}, leaving);
    expect([until('2026-10-10'), until('2026-10-11'), until()]).toEqual([[], ['notAnAdmin'], ['notAnAdmin']]);
    expect(refused([link('3', '2', { ...selfPay, from: '2026-10-10' })], {}, leaving)).toEqual(['notAnAdmin']);
    expect(refused([link('21', '2', { ...selfPay, to: '2026-10-10' })], {}, accounts)).toEqual(['notAnAdmin']);
  });

  test('is there, of the same provider, and another account', () => {
    expect(refused([link('3', '99')])).toEqual(['unknownAccount']);
    expect(refused([link('99', '1')])).toEqual(['unknownAccount']);
    const elsewhere = group({ accounts: { 3: {}, 'aws:7': {} }, links: [] });
    expect(linkRefusals(elsewhere, link('3', '7')).map((one) => one.code)).toEqual(['otherProvider']);
    expect(refused([link('1', '1')])).toEqual(['linkToItself']);
  });
});

describe('P1: one pay-on-behalf link at a time', () => {
  test('two that overlap are refused at every provider', () => {
    const off = { 'no-chains': false } as const;
    expect(refused([link('3', '2'), link('3', '1')], off)).toEqual(['twoPayers']);
    const atAws = [link('aws:2', 'aws:1'), link('aws:2', 'aws:1', { from: '2026-10-01' })];
    expect(linkRefusals(group({ accounts, links: atAws }), atAws[1]!).map((one) => one.code)).toEqual(['twoPayers']);
  });

  test('one may start on the day on which the other ends; self-pay links do not count', () => {
    expect(refused([link('3', '2', { to: '2026-10-10' }), link('3', '1', { from: '2026-10-10' })])).toEqual([]);
    expect(refused([link('3', '2', { to: '2026-10-11' }), link('3', '1', { from: '2026-10-10' })])).toEqual([
      'twoPayers',
    ]);
    expect(refused([link('3', '2'), link('3', '1', selfPay)])).toEqual([]);
    expect(refused([link('3', '2', selfPay), link('3', '1')])).toEqual([]);
  });
});

describe('P4 mandatory-views', () => {
  const blind = { ...link('3', '1', selfPay), permissions: new Set(['view-bills'] as const) };

  test('every link carries both views', () => {
    expect(refused([blind])).toEqual(['viewsMissing']);
    expect(refused([{ ...blind, permissions: new Set(['view-balance'] as const) }])).toEqual(['viewsMissing']);
    expect(refused([blind], { 'mandatory-views': false })).toEqual([]);
  });

  test('says what is lacking, and how to go on', () => {
    const [refusal] = linkRefusals(group({ accounts, links: [blind] }), blind);
    expect(refusal).toMatchObject({ rule: 'P4', where: { column: 'permissions', value: 'view-bills' } });
    expect(refusal!.what).toContain('view-balance');
  });
});

describe('P4 same-entity-payer', () => {
  test('a group admin of another entity does not pay, but may be linked', () => {
    expect(refused([link('21', '1')])).toEqual(['payerOfOtherEntity']);
    expect(refused([link('21', '1', selfPay)])).toEqual([]);
    expect(refused([link('21', '1')], { 'same-entity-payer': false })).toEqual([]);
    expect(refused([link('aws:20', 'aws:1')])).toEqual([]);
  });

  test('is asked over the whole time of the link, also where the payer moves', () => {
    const moving = { ...accounts, 1: { ...accounts[1], moves: { '2026-10-10': 'SZ' } } };
    const during = (from: string, to: string) => refused([link('3', '1', { from, to })], {}, moving);
    expect(during('2026-10-01', '2026-10-10')).toEqual([]);
    expect(during('2026-10-01', '2026-10-11')).toEqual(['payerOfOtherEntity']);
    expect(during('2026-10-10', '2026-10-11')).toEqual(['payerOfOtherEntity']);
  });
});

describe('P4 no-chains', () => {
  test.each([
    ['a payer is not itself paid for (upwards)', [link('2', '1'), link('3', '2')], ['chain']],
    ['a payer is not itself paid for (downwards)', [link('3', '2'), link('2', '1')], ['chain']],
    ['a payer does not inherit (upwards)', [link('2', '1', heir), link('3', '2')], ['chain']],
    ['a payer does not inherit (downwards)', [link('3', '2'), link('2', '1', heir)], ['chain']],
    [
      'an account others inherit from does not inherit (upwards)',
      [link('2', '1', heir), link('3', '2', heir)],
      ['chain'],
    ],
    [
      'an account others inherit from does not inherit (downwards)',
      [link('3', '2', heir), link('2', '1', heir)],
      ['chain'],
    ],
    ['an account others inherit from may be paid for (upwards)', [link('2', '1'), link('3', '2', heir)], []],
    ['an account others inherit from may be paid for (downwards)', [link('3', '2', heir), link('2', '1')], []],
    ['links without payment and inheritance make no chain', [link('2', '1'), link('3', '2', selfPay)], []],
    [
      'chains at different times are none',
      [link('2', '1', { to: '2026-10-10' }), link('3', '2', { from: '2026-10-10' })],
      [],
    ],
  ])('%s', (_, links, codes) => {
    expect(refused(links)).toEqual(codes);
    expect(refused(links, { 'no-chains': false })).toEqual([]);
  });
});

describe('P4 one-heritage', () => {
  test('at most one grant of inherit-discounts at a time', () => {
    expect(refused([link('3', '2', heir), link('3', '1', heir)])).toEqual(['twoHeritages']);
    expect(refused([link('3', '2', heir), link('3', '1', selfPay)])).toEqual([]);
    expect(refused([link('3', '2', selfPay), link('3', '1', heir)])).toEqual([]);
    expect(refused([link('3', '2', heir), link('3', '1', heir)], { 'one-heritage': false })).toEqual([]);
    const after = [link('3', '2', { ...heir, to: '2026-10-10' }), link('3', '1', { ...heir, from: '2026-10-10' })];
    expect(refused(after)).toEqual([]);
  });
});

test('every reason is said at once', () => {
  const wrong = { ...link('3', '20', inherits), permissions: new Set(['inherit-discounts'] as const) };
  expect(refused([link('3', '2', inherits), wrong])).toEqual([
    'notAnAdmin',
    'viewsMissing',
    'twoPayers',
    'payerOfOtherEntity',
    'twoHeritages',
  ]);
});

describe('P4 clean-move', () => {
  const move = { account: key('3'), entity: entity('SZ'), date: day('2026-10-10') };
  const structure = group({ accounts });

  test.each([
    ['cash', purse({ lots: [lot('0.01 of HQ')] })],
    ['gift', purse({ gift: 1n })],
    ['owed', purse({ owed: [{ period: null, charge: null, remaining: 1n }] })],
  ])('an account with %s does not move', (_, held) => {
    expect(codesOf(() => refuseUncleanMove(structure, move, held))).toEqual(['moveNotClean']);
  });

  test('an empty one moves, spent vouchers or not; so does any where the guardrail is off', () => {
    expect(codesOf(() => refuseUncleanMove(structure, move, purse({ voucherSpent: new Map([['v', 1n]]) })))).toEqual(
      [],
    );
    const off = group({ accounts, policies: { tencent: { guardrails: { 'clean-move': false } } } });
    expect(codesOf(() => refuseUncleanMove(off, move, purse({ gift: 1n })))).toEqual([]);
  });

  test('is on for every provider', () => {
    expect(isGuarded(structure, key('aws:1'), 'clean-move')).toBe(true);
    expect(isGuarded(structure, key('aws:1'), 'no-chains')).toBe(false);
  });
});
