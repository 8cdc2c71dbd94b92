// What an account holds and owes (F1, F2, F8), and taking lots out of it.
import { expect, test } from 'vitest';
import { entity, key, lot, money, purse } from '../../tests/rule-facts.ts';
import { cashOf, draftOver, emptyPurse, freeCashOf, owedOf, takeLots } from './purse.ts';

const lots = [lot('3 of HQ'), lot('2 of SZ'), lot('5 of HQ')];

test('F1, F8: cash is the sum of lots, free cash what is not frozen, owed the sum of owed items', () => {
  const owed = [1n, 2n].map((remaining) => ({ period: null, charge: null, remaining }));
  const told = purse({ lots, frozen: money('4'), owed });
  expect([cashOf(told), freeCashOf(told), owedOf(told)]).toEqual([money('10'), money('6'), 3n]);
  expect([cashOf(emptyPurse), freeCashOf(emptyPurse), owedOf(emptyPurse)]).toEqual([0n, 0n, 0n]);
});

test('F2: lots are taken oldest first; the last one in part', () => {
  const { taken, rest } = takeLots(lots, money('4'));
  expect(taken.map(({ lot: { origin }, amount }) => [origin, amount])).toEqual([
    ['HQ', money('3')],
    ['SZ', money('1')],
  ]);
  expect(rest).toEqual([lot('1 of SZ'), lot('5 of HQ')]);
});

test('F2: lots that are not allowed are passed over and stay as they are', () => {
  const { taken, rest } = takeLots(lots, money('4'), (one) => one.origin === entity('HQ'));
  expect(taken.map(({ amount }) => amount)).toEqual([money('3'), money('1')]);
  expect(rest).toEqual([lot('2 of SZ'), lot('4 of HQ')]);
});

test('taking exactly what is there leaves nothing; taking more breaks an invariant', () => {
  expect(takeLots(lots, money('10')).rest).toEqual([]);
  expect(takeLots(lots, 0n)).toEqual({ taken: [], rest: lots });
  expect(() => takeLots(lots, money('10.01'))).toThrow('lots are 1 short');
});

test('a draft reads through to the purses below it and leaves them as they are', () => {
  const below = new Map([[key('1'), purse({ gift: 5n })]]);
  const { draft, written } = draftOver(below);
  expect([draft.read(key('1')).gift, draft.read(key('2'))]).toEqual([5n, emptyPurse]);
  draft.write(key('1'), purse({ gift: 6n }));
  expect([draft.read(key('1')).gift, below.get(key('1'))!.gift, [...written.keys()]]).toEqual([6n, 5n, ['tencent:1']]);
});
