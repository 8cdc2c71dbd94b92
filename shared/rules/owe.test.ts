// Cash that arrives or is unfrozen repays what is owed, oldest first (F7; formats.md §2.1, 6).
import { expect, test } from 'vitest';
import { entity, key, lot, lotTexts, month, money, purse } from '../../tests/rule-facts.ts';
import { arrive, openOwed, repayFromCash } from './owe.ts';
import { type OwedItem, type Purse, draftOver } from './purse.ts';

const to = { account: key('1'), holder: entity('HQ') };

function owedItem(amount: string, period: string | null = '2026-09', charge: number | null = 0): OwedItem {
  return { period: period === null ? null : month(period), charge, remaining: money(amount) };
}

function draftOf(start: Purse) {
  return draftOver(new Map([[key('1'), start]])).draft;
}

test('F7: cash that arrives repays the oldest owed items first; only what is left becomes a lot', () => {
  const draft = draftOf(purse({ lots: [lot('1 of HQ')], owed: [owedItem('5'), owedItem('7', '2026-10')] }));
  expect(arrive(draft, to, lot('8 of HQ'))).toEqual([{ kind: 'repaid', ...to, origin: 'HQ', amount: money('8') }]);
  expect(draft.read(key('1')).owed).toEqual([owedItem('4', '2026-10')]);
  arrive(draft, to, lot('6 of SZ'));
  expect(draft.read(key('1')).owed).toEqual([]);
  expect(lotTexts(draft.read(key('1')))).toEqual(['1.00 of HQ', '2.00 of SZ']);
});

test('R1: cash of another origin that repays makes the payer’s entity owe the origin', () => {
  const [repaid] = arrive(draftOf(purse({ owed: [owedItem('5')] })), to, lot('5 of SZ'));
  expect(repaid).toMatchObject({ amount: money('5'), due: { creditor: 'SZ', debtor: 'HQ' } });
});

test('F7: where nothing is owed the whole lot stays and nothing is said', () => {
  const draft = draftOf(purse({}));
  expect(arrive(draft, to, lot('5 of SZ'))).toEqual([]);
  expect(lotTexts(draft.read(key('1')))).toEqual(['5.00 of SZ']);
});

test('F7: unfrozen cash repays with at most its amount, oldest lots first', () => {
  const draft = draftOf(purse({ lots: [lot('2 of SZ'), lot('9 of HQ')], owed: [owedItem('5')] }));
  const steps = repayFromCash(draft, to, money('3'));
  expect(steps.map((step) => [step.amount, step.due?.creditor])).toEqual([
    [money('2'), 'SZ'],
    [money('1'), undefined],
  ]);
  expect(draft.read(key('1')).owed).toEqual([owedItem('2')]);
  expect(lotTexts(draft.read(key('1')))).toEqual(['8.00 of HQ']);
  repayFromCash(draft, to, money('8'));
  expect(lotTexts(draft.read(key('1')))).toEqual(['6.00 of HQ']);
});

test('F13: an opening owed item stands before all that arose later, behind openings entered before', () => {
  const former = [owedItem('1', null, null), owedItem('5')];
  const { owed } = openOwed(purse({ owed: former }), money('2'));
  expect(owed).toEqual([former[0], owedItem('2', null, null), former[1]]);
});
