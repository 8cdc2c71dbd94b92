// The state of funds is the fold of all entries by value date (F11), whatever the order in which they were entered.
import { expect, test } from 'vitest';
import {
  amountText,
  charge,
  codesOf,
  day,
  entity,
  group,
  key,
  lotTexts,
  month,
  movement,
  refusalsOf,
} from '../../tests/rule-facts.ts';
import type { Movement, Run } from './movement.ts';
import { cashOf, emptyPurse, owedOf } from './purse.ts';
import type { Structure } from './structure.ts';
import {
  type TimedEntry,
  type TimedEvent,
  type Timeline,
  commitChange,
  emptyTimeline,
  entryOf,
  indexAfter,
  prepareChange,
  pursesOn,
} from './timeline.ts';

const plain = group({ accounts: { 1: {}, 2: {} } });

/** A timeline that takes events in the order in which they are told. */
class Telling {
  readonly timeline: Timeline = emptyTimeline();
  structure: Structure;
  #order = 0;

  constructor(structure: Structure = plain) {
    this.structure = structure;
  }

  enter(...events: (Movement | Run | TimedEvent)[]): readonly TimedEntry[] {
    const added = events.map((event) => entryOf(eventOf(event), this.#order++));
    commitChange(this.timeline, prepareChange(this.timeline, { structure: this.structure, added }));
    return added;
  }

  remove(...entries: TimedEntry[]): void {
    const change = { structure: this.structure, added: [], removed: new Set(entries) };
    commitChange(this.timeline, prepareChange(this.timeline, change));
  }

  restructure(structure: Structure, from: string): void {
    const change = { structure, added: [], structureChangedFrom: day(from) };
    commitChange(this.timeline, prepareChange(this.timeline, change));
    this.structure = structure;
  }

  cash(account: string, on?: string): string {
    const purses = on === undefined ? this.timeline.purses : pursesOn(this.timeline, this.structure, day(on));
    return amountText(cashOf(purses.get(key(account)) ?? emptyPurse));
  }

  owed(account: string): string {
    return amountText(owedOf(this.timeline.purses.get(key(account)) ?? emptyPurse));
  }
}

function eventOf(event: Movement | Run | TimedEvent): TimedEvent {
  if ('kind' in event) return 'amount' in event ? { kind: 'movement', movement: event } : event;
  return { kind: 'run', run: event };
}

function run(period: string, ...charges: Run['charges']): Run {
  return { period: month(period), charges };
}

test('F11: a top-up entered late but dated early pays the run that was there', () => {
  const told = new Telling();
  told.enter(run('2026-10', charge('80')));
  expect(told.owed('1')).toBe('80.00');
  told.enter(movement('top-up', '100', { date: '2026-10-31' }));
  expect([told.cash('1'), told.owed('1')]).toEqual(['20.00', '0.00']);
  expect(told.timeline.outcomes.flatMap(({ effects }) => effects).map((effect) => effect.kind)).toEqual([
    'topped-up',
    'by-cash',
  ]);
});

test('F11: a run comes after the movements of its last day, and before those of the next', () => {
  const told = new Telling();
  told.enter(movement('top-up', '50', { key: 'next', date: '2026-11-01' }));
  told.enter(run('2026-10', charge('80')));
  told.enter(movement('top-up', '10', { key: 'last', date: '2026-10-31' }));
  expect(told.timeline.outcomes.map(({ effects }) => effects.map((effect) => effect.kind))).toEqual([
    ['topped-up'],
    ['by-cash', 'by-credit'],
    ['topped-up', 'repaid'],
  ]);
  expect(told.owed('1')).toBe('20.00');
});

test('F11: October may be run after November’s top-ups were entered, and nothing changes', () => {
  const inOrder = new Telling();
  inOrder.enter(movement('top-up', '5', { key: 'early', date: '2026-10-05' }));
  inOrder.enter(run('2026-10', charge('80')));
  inOrder.enter(movement('top-up', '100', { date: '2026-11-02' }));
  const late = new Telling();
  late.enter(movement('top-up', '5', { key: 'early', date: '2026-10-05' }));
  late.enter(movement('top-up', '100', { date: '2026-11-02' }));
  late.enter(run('2026-10', charge('80')));
  expect(late.timeline.purses).toEqual(inOrder.timeline.purses);
  expect(late.timeline.outcomes).toEqual(inOrder.timeline.outcomes);
});

test('F11: of movements of one day the earlier entry comes first', () => {
  const told = new Telling();
  expect(codesOf(() => told.enter(movement('withdrawal', '5'), movement('top-up', '5')))).toEqual(['wouldOverdraw']);
  told.enter(movement('top-up', '5'), movement('withdrawal', '5'));
  expect(told.cash('1')).toBe('0.00');
});

test('F11: what would make a later allocation impossible is refused and names it', () => {
  const told = new Telling();
  told.enter(movement('top-up', '100', { date: '2026-10-01' }));
  told.enter(movement('allocation', '90', { key: 'A7', date: '2026-10-20', to: '2' }));
  const [refusal, ...others] = refusalsOf(() => told.enter(movement('withdrawal', '20', { date: '2026-10-05' })));
  expect(others).toEqual([]);
  expect(refusal).toMatchObject({ code: 'laterEntryImpossible', rule: 'F11' });
  expect(refusal!.what).toContain('2026-10-20');
  expect(refusal!.what).toContain('allocation A7');
  expect([told.cash('1'), told.cash('2'), told.timeline.entries.length]).toEqual(['10.00', '90.00', 2]);
});

test('where a new entry is refused, what stands in the way of others is not said', () => {
  const told = new Telling();
  told.enter(movement('top-up', '100', { date: '2026-10-01' }), movement('withdrawal', '90', { date: '2026-10-20' }));
  const before = structuredClone(told.timeline);
  const events = [
    movement('allocation', '20', { key: 'a1', to: '2' }),
    movement('gift-expiry', '5'),
    movement('unfreeze', '1'),
  ];
  expect(codesOf(() => told.enter(...events))).toEqual(['moreGiftThanLeft', 'moreThanFrozen']);
  expect(told.timeline).toEqual(before);
});

test('F14: what is taken off the timeline leaves nothing behind, also in accounts that nothing else touches', () => {
  const told = new Telling();
  told.enter(movement('top-up', '5', { key: 'other', account: '2', date: '2026-10-01' }));
  const entries = told.enter(movement('top-up', '7', { date: '2026-10-02' }));
  told.remove(...entries);
  expect([told.cash('1'), told.cash('2')]).toEqual(['0.00', '5.00']);
});

test('F14: taking an allocation off is refused while its money was given back or spent', () => {
  const told = new Telling();
  told.enter(movement('top-up', '100', { date: '2026-10-01' }));
  const entries = told.enter(movement('allocation', '90', { key: 'a1', to: '2', date: '2026-10-02' }));
  const recovery = movement('recovery', '90', { account: '2', to: '1', reference: 'a1', date: '2026-10-03' });
  const back = told.enter(recovery);
  expect(codesOf(() => told.remove(...entries))).toEqual(['laterEntryImpossible']);
  told.remove(...back);
  told.remove(...entries);
  expect([told.cash('1'), told.cash('2')]).toEqual(['100.00', '0.00']);
  expect(codesOf(() => told.enter(recovery))).toEqual(['noSuchAllocation']);
});

test('F4: a recovery may be entered together with the allocation that it names, but not lie before it', () => {
  const recovery = (date: string) => movement('recovery', '5', { account: '2', to: '1', reference: 'a1', date });
  const events = [movement('top-up', '5'), movement('allocation', '5', { key: 'a1', to: '2', date: '2026-10-12' })];
  expect(codesOf(() => new Telling().enter(...events, recovery('2026-10-11')))).toEqual(['moreThanUnspent']);
  const told = new Telling();
  told.enter(...events, recovery('2026-10-13'));
  expect([told.cash('1'), told.cash('2')]).toEqual(['5.00', '0.00']);
});

test('C5: a run that replaces another leaves nothing of it', () => {
  const told = new Telling();
  told.enter(movement('top-up', '100', { date: '2026-10-01' }));
  const former = told.enter(run('2026-10', charge('30'), charge('200', { payer: '2' })));
  told.remove(...former);
  told.enter(run('2026-10', charge('40')));
  expect([told.cash('1'), told.owed('1'), told.owed('2')]).toEqual(['60.00', '0.00', '0.00']);
});

test('P4 clean-move: judged before the movements of its day', () => {
  const moved = group({ accounts: { 1: { moves: { '2026-10-10': 'SZ' } }, 2: {} } });
  const move = { kind: 'move', account: key('1'), entity: entity('SZ'), date: day('2026-10-10') } as const;
  const emptied = new Telling(moved);
  emptied.enter(movement('top-up', '5', { date: '2026-10-08' }));
  expect(codesOf(() => emptied.enter(move))).toEqual(['moveNotClean']);
  emptied.enter(movement('withdrawal', '5', { date: '2026-10-09' }));
  emptied.enter(move);
  const sameDay = new Telling(moved);
  sameDay.enter(movement('top-up', '5', { date: '2026-10-10' }));
  sameDay.enter(move);
  expect(sameDay.timeline.entries.map((entry) => entry.event.kind)).toEqual(['move', 'movement']);
});

test('R2: with clean-move off the float follows the account to its new entity', () => {
  const accounts = { 1: { moves: { '2026-10-10': 'SZ' } } };
  const told = new Telling(group({ accounts, policies: { tencent: { guardrails: { 'clean-move': false } } } }));
  told.enter(movement('top-up', '5', { date: '2026-10-08' }));
  told.enter({ kind: 'move', account: key('1'), entity: entity('SZ'), date: day('2026-10-10') });
  expect(told.timeline.outcomes.at(-1)?.effects).toEqual([
    {
      kind: 'holder-changed',
      account: key('1'),
      holder: 'HQ',
      to: key('1'),
      toHolder: 'SZ',
      origin: 'HQ',
      amount: 500n,
    },
  ]);
});

test('a changed structure settles anew from the day on which it may tell', () => {
  const told = new Telling();
  told.enter(movement('top-up', '5', { origin: 'HQ' }), run('2026-10', charge('5')), run('2026-11', charge('5')));
  const policies = { tencent: { deductionOrder: ['credit', 'voucher', 'gift', 'cash'] } } as const;
  told.restructure({ ...plain, policies }, '2026-11-01');
  expect(told.timeline.outcomes.flatMap(({ effects }) => effects).map((effect) => effect.kind)).toEqual([
    'topped-up',
    'by-cash',
    'by-credit',
  ]);
  told.restructure({ ...plain, policies }, '2026-10-31');
  expect(told.timeline.outcomes.flatMap(({ effects }) => effects).map((effect) => effect.kind)).toEqual([
    'topped-up',
    'by-credit',
    'by-credit',
  ]);
});

test('purses on a day are those after its last entry, checkpoints or not', () => {
  const told = new Telling();
  const dates = ['2026-08-31', '2026-09-01', '2026-09-15', '2026-10-01', '2026-12-31'];
  for (const date of [...dates].reverse()) told.enter(movement('top-up', '1', { key: date, date }));
  expect(told.cash('1', '2026-08-30')).toBe('0.00');
  dates.forEach((date, at) => expect(told.cash('1', date)).toBe(`${at + 1}.00`));
  expect(told.cash('1', '2026-12-30')).toBe('4.00');
  const places = told.timeline.checkpoints.map((checkpoint) => checkpoint.at);
  expect(places).toEqual([1, 3, 4]);
});

test('the place after a day lies behind all its entries', () => {
  const told = new Telling();
  for (const date of ['2026-10-01', '2026-10-02', '2026-10-02'])
    told.enter(movement('gift', '1', { key: `${date} ${told.timeline.entries.length}`, date }));
  const places = ['2026-09-30', '2026-10-01', '2026-10-02', '2026-10-03'].map(day);
  expect(places.map((one) => indexAfter(told.timeline.entries, one))).toEqual([0, 1, 3, 3]);
});

test('F2: lots arrive in order of date, whatever the order of entry', () => {
  const told = new Telling();
  told.enter(movement('top-up', '2', { key: 'late', date: '2026-10-20', origin: 'SZ' }));
  told.enter(movement('top-up', '1', { key: 'early', date: '2026-10-10' }));
  expect(lotTexts(told.timeline.purses.get(key('1'))!)).toEqual(['1.00 of HQ', '2.00 of SZ']);
});
