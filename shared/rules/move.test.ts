// One funds movement applied to the purses: what it does, and when it is refused (F2–F8, F13, P4).
import { describe, expect, test } from 'vitest';
import {
  type ToldGroup,
  amountText,
  codesOf,
  group,
  key,
  link,
  lot,
  lotTexts,
  money,
  month,
  movement,
  purse,
  refusalsOf,
} from '../../tests/rule-facts.ts';
import { applyMovement } from './move.ts';
import type { Movement } from './movement.ts';
import { type Purse, type PurseDraft, cashOf, draftOver } from './purse.ts';
import type { Structure } from './structure.ts';

const accounts = { 1: {}, 2: {}, 3: { entity: 'SZ' }, 4: { currency: 'USD' } };

/** Purses of a plain group to which movements are applied one after the other. */
class Funds {
  readonly #structure: Structure;
  readonly #draft: PurseDraft;
  readonly #allocations = new Map<string, Movement>();

  constructor(purses: Readonly<Record<string, Purse>> = {}, told: ToldGroup = {}) {
    this.#structure = group({ accounts, ...told });
    this.#draft = draftOver(new Map(Object.entries(purses).map(([id, held]) => [key(id), held]))).draft;
  }

  apply(one: Movement): readonly string[] {
    if (one.kind === 'allocation') this.#allocations.set(one.key, one);
    const context = { structure: this.#structure, allocation: (name: string) => this.#allocations.get(name) };
    return applyMovement(this.#draft, context, one).map((effect) => {
      const origin = 'origin' in effect ? ` of ${effect.origin}` : '';
      const due = effect.due ? `, ${effect.due.debtor} owes ${effect.due.creditor}` : '';
      return `${effect.kind} ${amountText(effect.amount)}${origin}${due}`;
    });
  }

  codes(one: Movement): readonly string[] {
    return codesOf(() => this.apply(one));
  }

  of(id: string): Purse {
    return this.#draft.read(key(id));
  }

  cash(id: string): string {
    return amountText(cashOf(this.of(id)));
  }
}

const owing = purse({ owed: [{ period: month('2026-09'), charge: 0, remaining: money('5') }] });

describe('F2: top-ups and opening cash', () => {
  test('make one lot with an empty trail, of the account’s own entity unless another paid', () => {
    const funds = new Funds();
    expect(funds.apply(movement('top-up', '3', { account: '3' }))).toEqual(['topped-up 3.00 of SZ']);
    expect(funds.apply(movement('opening-cash', '4', { account: '3', origin: 'HQ' }))).toEqual([
      'cash-opened 4.00 of HQ',
    ]);
    const date = '2026-10-10';
    expect(funds.of('3').lots).toEqual([lot('3 of SZ', { date }), lot('4 of HQ', { date })]);
  });

  test('F7: both repay what is owed', () => {
    for (const kind of ['top-up', 'opening-cash'] as const)
      expect(new Funds({ 1: owing }).apply(movement(kind, '7', { origin: 'SZ' })).at(-1)).toBe(
        'repaid 5.00 of SZ, HQ owes SZ',
      );
  });
});

describe('F3: allocation', () => {
  const mixed = purse({ lots: [lot('3 of HQ'), lot('4 of SZ', { trail: ['a0'] })] });

  test('moves lots oldest first; they keep origins, are dated anew and grow their trail', () => {
    const funds = new Funds({ 1: mixed });
    const date = '2026-10-12';
    expect(funds.apply(movement('allocation', '5', { key: 'a1', to: '2', date }))).toEqual([
      'allocated 3.00 of HQ',
      'allocated 2.00 of SZ',
    ]);
    expect(funds.of('1').lots).toEqual([lot('2 of SZ', { trail: ['a0'] })]);
    expect(funds.of('2').lots).toEqual([
      lot('3 of HQ', { date, trail: ['a1'] }),
      lot('2 of SZ', { date, trail: ['a0', 'a1'] }),
    ]);
  });

  test('never overdraws, not by a cent, and never touches what is frozen', () => {
    expect(new Funds({ 1: mixed }).codes(movement('allocation', '7.01', { to: '2' }))).toEqual(['wouldOverdraw']);
    expect(new Funds({ 1: mixed }).codes(movement('allocation', '7', { to: '2' }))).toEqual([]);
    const frozen = { ...mixed, frozen: money('1') };
    expect(new Funds({ 1: frozen }).codes(movement('allocation', '6.01', { to: '2' }))).toEqual(['wouldOverdraw']);
    expect(new Funds({ 1: frozen }).codes(movement('allocation', '6', { to: '2' }))).toEqual([]);
  });

  test('never moves gift or credit', () => {
    const funds = new Funds({ 1: purse({ gift: money('9') }) }, { accounts: { 1: { limit: '9' }, 2: {} } });
    expect(funds.codes(movement('allocation', '1', { to: '2' }))).toEqual(['wouldOverdraw']);
  });

  test('needs another account, of the same currency, and a positive amount', () => {
    const funds = new Funds({ 1: mixed });
    expect(funds.codes(movement('allocation', '1'))).toEqual(['noOtherAccount']);
    expect(funds.codes(movement('allocation', '1', { to: '1' }))).toEqual(['noOtherAccount']);
    expect(funds.codes(movement('allocation', '1', { to: '4' }))).toEqual(['currencyDiffers']);
    expect(funds.codes(movement('allocation', '1', { to: '9' }))).toEqual(['unknownAccount']);
    expect(funds.codes(movement('allocation', '0', { to: '2' }))).toEqual(['amountNotPositive']);
    expect(funds.codes(movement('allocation', '-1', { to: '2' }))).toEqual(['amountNotPositive']);
  });

  test('F7: what arrives repays what the other account owes, lot by lot', () => {
    const funds = new Funds({ 1: mixed, 2: owing });
    expect(funds.apply(movement('allocation', '7', { to: '2' }))).toEqual([
      'allocated 3.00 of HQ',
      'repaid 3.00 of HQ',
      'allocated 4.00 of SZ',
      'repaid 2.00 of SZ, HQ owes SZ',
    ]);
    expect(lotTexts(funds.of('2'))).toEqual(['2.00 of SZ']);
  });

  test('P4 self-pay-funds: an account that is paid for receives no more than it owes', () => {
    const links = [link('2', '1', { from: '2026-10-05' })];
    const received = (amount: string, told: ToldGroup = {}, date = '2026-10-10') =>
      new Funds({ 1: mixed, 2: owing }, { links, ...told }).codes(movement('allocation', amount, { to: '2', date }));
    expect([received('5'), received('5.01')]).toEqual([[], ['targetIsPaidFor']]);
    expect(received('5.01', {}, '2026-10-04')).toEqual([]);
    expect(received('5.01', { policies: { tencent: { guardrails: { 'self-pay-funds': false } } } })).toEqual([]);
  });

  test('P4 cross-entity-funds: between entities a link between the two carries the vendor’s mark', () => {
    const crossed = (told: ToldGroup) => new Funds({ 1: mixed }, told).codes(movement('allocation', '1', { to: '3' }));
    const marked = (crossEntityFunds: boolean) => [link('3', '1', { mode: 'self-pay', crossEntityFunds })];
    expect(crossed({})).toEqual(['crossEntityFundsNotEnabled']);
    expect(crossed({ links: marked(false) })).toEqual(['crossEntityFundsNotEnabled']);
    expect(crossed({ links: marked(true) })).toEqual([]);
    expect(crossed({ policies: { tencent: { guardrails: { 'cross-entity-funds': false } } } })).toEqual([]);
  });

  test('P4 cross-entity-funds: the entities are those of the day', () => {
    const told = { accounts: { 1: {}, 2: { moves: { '2026-10-10': 'SZ' } } } };
    const on = (date: string) => new Funds({ 1: mixed }, told).codes(movement('allocation', '1', { to: '2', date }));
    expect([on('2026-10-09'), on('2026-10-10')]).toEqual([[], ['crossEntityFundsNotEnabled']]);
  });
});

describe('F4: recovery', () => {
  const start = () => {
    const funds = new Funds({ 1: purse({ lots: [lot('3 of HQ'), lot('4 of SZ', { trail: ['a0'] })] }) });
    funds.apply(movement('allocation', '6', { key: 'a1', to: '2' }));
    funds.apply(movement('top-up', '10', { key: 't2', account: '2' }));
    return funds;
  };
  const recovery = (amount: string, told: { reference?: string; account?: string; to?: string } = {}) =>
    movement('recovery', amount, { account: '2', to: '1', reference: 'a1', date: '2026-10-20', ...told });

  test('returns the lots of the allocation, oldest first, with origins and the trail they had before', () => {
    const funds = start();
    expect(funds.apply(recovery('5'))).toEqual(['recovered 3.00 of HQ', 'recovered 2.00 of SZ']);
    const date = '2026-10-20';
    expect(funds.of('1').lots).toEqual([
      lot('1 of SZ', { trail: ['a0'] }),
      lot('3 of HQ', { date }),
      lot('2 of SZ', { date, trail: ['a0'] }),
    ]);
    expect(lotTexts(funds.of('2'))).toEqual(['1.00 of SZ', '10.00 of HQ']);
  });

  test('takes no more than is unspent, though other cash is there', () => {
    expect(start().codes(recovery('6'))).toEqual([]);
    expect(start().codes(recovery('6.01'))).toEqual(['moreThanUnspent']);
  });

  test('F8: takes no more than is unfrozen', () => {
    const funds = start();
    funds.apply(movement('freeze', '11', { account: '2' }));
    expect(funds.codes(recovery('5.01'))).toEqual(['moreThanUnspent']);
    expect(funds.codes(recovery('5'))).toEqual([]);
  });

  test('goes back the way it came, by the name of its allocation', () => {
    const funds = start();
    expect(funds.codes(recovery('1', { reference: 'a9' }))).toEqual(['noSuchAllocation']);
    expect(funds.codes(recovery('1', { reference: '' }))).toEqual(['noSuchAllocation']);
    expect(funds.codes(recovery('1', { to: '3' }))).toEqual(['noSuchAllocation']);
    expect(funds.codes(recovery('1', { account: '1', to: '2' }))).toEqual(['noSuchAllocation']);
  });

  test('leaves lots that were allocated onwards where they are', () => {
    const funds = start();
    funds.apply(movement('allocation', '2', { key: 'a2', account: '2', to: '1' }));
    expect(funds.codes(recovery('4.01'))).toEqual(['moreThanUnspent']);
    funds.apply(recovery('2', { account: '1', to: '2', reference: 'a2' }));
    expect(funds.codes(recovery('6'))).toEqual([]);
  });

  test('leaves lots that went on and came again by another allocation', () => {
    const funds = start();
    funds.apply(movement('allocation', '6', { key: 'a2', account: '2', to: '1' }));
    funds.apply(movement('allocation', '6', { key: 'a3', to: '2' }));
    expect(funds.codes(recovery('0.01'))).toEqual(['moreThanUnspent']);
    expect(funds.codes(recovery('5', { reference: 'a3' }))).toEqual([]);
  });

  test('needs no mark between entities: money goes back the way it came', () => {
    const told = { links: [link('3', '1', { mode: 'self-pay', crossEntityFunds: true, to: '2026-10-15' })] };
    const funds = new Funds({ 1: purse({ lots: [lot('5 of HQ')] }) }, told);
    funds.apply(movement('allocation', '5', { key: 'a1', to: '3' }));
    expect(funds.apply(recovery('5', { account: '3' }))).toEqual(['recovered 5.00 of HQ']);
  });
});

describe('F13: withdrawal, gift, openings', () => {
  test('a withdrawal takes unfrozen cash, oldest lots first; lots of others are owed to them', () => {
    const held = purse({ lots: [lot('3 of SZ'), lot('4 of HQ')], frozen: money('1') });
    const funds = new Funds({ 1: held });
    expect(funds.codes(movement('withdrawal', '6.01'))).toEqual(['wouldOverdraw']);
    expect(funds.apply(movement('withdrawal', '5'))).toEqual([
      'withdrawn 3.00 of SZ, HQ owes SZ',
      'withdrawn 2.00 of HQ',
    ]);
    expect(lotTexts(funds.of('1'))).toEqual(['2.00 of HQ']);
  });

  test('gift is given and expires, never more than is left', () => {
    const funds = new Funds();
    expect(funds.apply(movement('gift', '5'))).toEqual(['gift-given 5.00']);
    expect(funds.codes(movement('gift-expiry', '5.01'))).toEqual(['moreGiftThanLeft']);
    expect(funds.apply(movement('gift-expiry', '5'))).toEqual(['gift-expired 5.00']);
    expect(funds.of('1')).toEqual(purse({}));
  });

  test('an opening owed item is not repaid by cash that is there', () => {
    const funds = new Funds({ 1: purse({ lots: [lot('9 of HQ')] }) });
    expect(funds.apply(movement('opening-owed', '5'))).toEqual(['owed-opened 5.00']);
    expect([funds.cash('1'), funds.of('1').owed.length]).toEqual(['9.00', 1]);
    expect(funds.apply(movement('top-up', '5'))).toEqual(['topped-up 5.00 of HQ', 'repaid 5.00 of HQ']);
  });
});

describe('F8: freezing', () => {
  const held = { ...owing, lots: [lot('6 of SZ'), lot('4 of HQ')] };

  test('holds an amount, no more than there is, and moves nothing', () => {
    const funds = new Funds({ 1: purse({ lots: [lot('10 of HQ')] }) });
    expect(funds.apply(movement('freeze', '6'))).toEqual([]);
    expect(funds.codes(movement('freeze', '4.01'))).toEqual(['moreFrozenThanCash']);
    expect(funds.apply(movement('freeze', '4'))).toEqual([]);
    expect([funds.of('1').frozen, funds.cash('1')]).toEqual([money('10'), '10.00']);
  });

  test('F7: what is unfrozen repays what is owed, with at most its amount, oldest lots first', () => {
    const funds = new Funds({ 1: { ...held, frozen: money('10') } });
    expect(funds.apply(movement('unfreeze', '2'))).toEqual(['repaid 2.00 of SZ, HQ owes SZ']);
    expect(funds.apply(movement('unfreeze', '8'))).toEqual(['repaid 3.00 of SZ, HQ owes SZ']);
    expect([funds.of('1').frozen, lotTexts(funds.of('1'))]).toEqual([0n, ['1.00 of SZ', '4.00 of HQ']]);
  });

  test('no more is unfrozen than is frozen', () => {
    const funds = new Funds({ 1: purse({ lots: [lot('9 of HQ')], frozen: money('2') }) });
    expect(funds.codes(movement('unfreeze', '2.01'))).toEqual(['moreThanFrozen']);
    expect(funds.apply(movement('unfreeze', '2'))).toEqual([]);
  });
});

test('a movement names accounts, an origin and a currency that the book has', () => {
  const funds = new Funds();
  expect(funds.codes(movement('top-up', '1', { account: '9' }))).toEqual(['unknownAccount']);
  expect(funds.codes(movement('top-up', '1', { account: '4' }))).toEqual(['currencyDiffers']);
  expect(funds.codes(movement('top-up', '1', { origin: 'XX' }))).toEqual(['unknownEntity']);
  expect(funds.codes(movement('gift', '0'))).toEqual(['amountNotPositive']);
});

test('a refusal says the movement, what was not changed, the way out and the place', () => {
  const [refusal] = refusalsOf(() => new Funds().apply(movement('withdrawal', '1.50', { key: 'W1' })));
  expect(refusal).toMatchObject({ code: 'wouldOverdraw', rule: 'F13', where: { column: 'amount', value: '1.50' } });
  expect(refusal!.what).toMatch(/^withdrawal W1 of 2026-10-10: CNY 1\.50 is more than the 0\.00/);
  expect([refusal!.unchanged, refusal!.next].every((text) => text.length > 10)).toBe(true);
});
