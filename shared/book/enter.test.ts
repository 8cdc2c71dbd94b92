// Facts entered into a book: all or nothing, each refusal with its place (F10, F13, F14, R1).
import { describe, expect, test } from 'vitest';
import { BookStory } from '../../tests/book-story.ts';
import { amountText, codesOf, key, month, refusalsOf } from '../../tests/rule-facts.ts';
import { cashOf, emptyPurse } from '../rules/purse.ts';
import { prepareEntry, rowName } from './enter.ts';
import { tieDifferences } from './tie.ts';

const tencent = { provider: 'tencent', currency: 'CNY' } as const;
const top = { ...tencent, account: '1', date: '2026-10-01', amount: '100', key: 't1' } as const;

function told(): BookStory {
  const story = new BookStory('Harbour', 'CNY').do('addEntity', { code: 'HQ', name: 'Harbour', currency: 'CNY' });
  story.do('addEntity', { code: 'SZ', name: 'Shenzhen', currency: 'CNY', parent: 'HQ' });
  for (const id of ['1', '2']) story.do('addAccount', { ...tencent, id, entity: 'HQ', role: 'member' });
  return story;
}

const cash = (story: BookStory, id: string) =>
  amountText(cashOf(story.book.timeline.purses.get(key(id)) ?? emptyPurse));

describe('F10: keys', () => {
  test('a movement without a key has that of its command; further rows have it with their number', () => {
    const rows = [1, 2].map((amount) => ({
      ...tencent,
      account: '1',
      to: '2',
      date: '2026-10-02',
      amount: `${amount}`,
    }));
    const story = told().do('topUp', top).do('allocateFunds', { rows });
    expect([...story.book.movements.keys()].slice(1)).toEqual(['command-7', 'command-7.2']);
  });

  test('a key that is taken is refused, in the book and in the input', () => {
    const story = told().do('topUp', top);
    expect(codesOf(() => story.do('topUp', top))).toEqual(['keyExists']);
    const twice = { rows: ['k', 'k'].map((name) => ({ ...top, key: name, kind: 'gift' as const })) };
    expect(codesOf(() => story.do('enterFunds', twice))).toEqual(['keyExists']);
    const due = { key: 'r1', debtor: 'SZ', creditor: 'HQ', date: '2026-10-01', amount: '1', currency: 'CNY' };
    story.do('recordReimbursement', due);
    expect(codesOf(() => story.do('recordReimbursement', due))).toEqual(['keyExists']);
  });
});

test('F3: of many rows one too many refuses all, and names its place', () => {
  const story = told().do('topUp', top);
  const row = { ...tencent, account: '1', to: '2', date: '2026-10-02' };
  const facts = {
    movements: ['60', '40', '0.01'].map((amount, at) => ({ ...row, key: `a${at}`, kind: 'allocation', amount })),
  };
  const placeOf = (one: object) => ({ row: 2 + facts.movements.findIndex((each) => each === one) });
  const refusals = refusalsOf(() => prepareEntry(story.book, facts, { seq: 9, placeOf }));
  expect(refusals).toMatchObject([{ code: 'wouldOverdraw', where: { row: 4, column: 'amount', value: '0.01' } }]);
  expect([cash(story, '1'), cash(story, '2')]).toEqual(['100.00', '0.00']);
});

describe('F14: reversal', () => {
  test('takes a movement back, once; its key stays taken', () => {
    const story = told().do('topUp', top).do('reverseMovement', { movement: 't1', reason: 'entered twice' });
    expect(cash(story, '1')).toBe('0.00');
    expect(story.book.movements.get('t1' as never)).toMatchObject({ reversedBy: 'command-7', entry: null });
    expect(codesOf(() => story.do('reverseMovement', { movement: 't1', reason: 'again' }))).toEqual([
      'reversedAlready',
    ]);
    expect(codesOf(() => story.do('reverseMovement', { movement: 'x', reason: 'none' }))).toEqual(['noSuchMovement']);
    expect(codesOf(() => story.do('topUp', top))).toEqual(['keyExists']);
    expect(story.records.at(-1)!.post.map(({ position, amount }) => `${position} ${amountText(amount)}`)).toEqual([
      'bank:HQ 100.00',
      'cash:tencent:1:HQ -100.00',
    ]);
  });

  test('of what a month spent puts the charge on credit; of what a later movement needs is refused, naming it', () => {
    const story = told().do('topUp', top);
    const lines = [{ owner: '1', billed: '30' }];
    story.bill({ ...tencent, file: 'b', period: '2026-10', payer: '1', lines }).run('2026-10');
    story.do('withdraw', { ...top, key: 'w1', date: '2026-11-01', amount: '70' });
    const [refusal] = refusalsOf(() => story.do('reverseMovement', { movement: 't1', reason: 'a slip' }));
    expect(refusal).toMatchObject({ code: 'laterEntryImpossible', rule: 'F11' });
    expect(refusal!.what).toContain('withdrawal w1');
    story.do('reverseMovement', { movement: 'w1', reason: 'bank refused' });
    story.do('reverseMovement', { movement: 't1', reason: 'a slip' });
    expect(story.book.positions.get('CNY owed:tencent:1')?.amount).toBe(-3000n);
    expect(tieDifferences(story.book)).toEqual([]);
  });

  test('of several at once is one record: what one of them needs of another is no hindrance', () => {
    const story = told().do('topUp', top);
    story.do('withdraw', { ...top, key: 'w1', date: '2026-11-01', amount: '70' });
    const seq = story.book.seq;
    story.do('reverseMovement', { movements: ['t1', 'w1', 't1'], reason: 'another book' });
    expect([story.book.seq, story.book.positions.get('CNY cash:tencent:1:HQ')?.amount]).toEqual([seq + 1, 0n]);
    expect(['t1', 'w1'].map((key) => story.book.movements.get(key as never)!.reversedBy)).toEqual(
      expect.arrayContaining([expect.stringContaining('command-')]),
    );
    const missing = { movements: ['t1', 'x'], reason: 'again' };
    expect(codesOf(() => story.do('reverseMovement', missing))).toEqual(['reversedAlready', 'noSuchMovement']);
  });
});

describe('F13: opening dues', () => {
  const opening = { kind: 'opening' as const, debtor: 'SZ', creditor: 'HQ', amount: '9', currency: 'CNY' };
  const run = (story: BookStory, period: string) =>
    story.do('runCharges', { period, complete: true }, { buckets: [], importsUsed: [] });

  test('stand on or before the first day of the first month that is run', () => {
    const story = run(told(), '2026-10');
    expect(codesOf(() => story.do('recordReimbursement', { ...opening, date: '2026-10-02' }))).toEqual([
      'openingTooLate',
    ]);
    story.do('recordReimbursement', { ...opening, date: '2026-10-01' });
    expect(story.book.positions.get('CNY due-from:HQ:SZ')?.amount).toBe(900n);
  });

  test('dated later keep an earlier month from being run first, not a later one from following it', () => {
    const story = told().do('recordReimbursement', { ...opening, date: '2026-10-01' });
    expect(codesOf(() => run(story, '2026-09'))).toEqual(['openingTooLate']);
    run(run(story, '2026-10'), '2026-11');
    expect([...story.book.runs.keys()]).toEqual([month('2026-10'), month('2026-11')]);
  });

  test('R1: an entity that is there, and not itself', () => {
    const given = (change: object) => () =>
      told().do('recordReimbursement', { ...opening, date: '2026-10-01', ...change });
    expect(codesOf(given({ debtor: 'XX' }))).toEqual(['unknownEntity']);
    expect(codesOf(given({ debtor: 'HQ' }))).toEqual(['sameEntity']);
  });
});

test('L2: a change of policy settles open months anew in the same record', () => {
  const story = told().do('topUp', top);
  const lines = [{ owner: '1', billed: '30' }];
  story.bill({ ...tencent, file: 'b', period: '2026-10', payer: '1', lines }).run('2026-10');
  story.do('setPolicy', { provider: 'tencent', policy: { deduction_order: ['credit', 'voucher', 'gift', 'cash'] } });
  expect(story.records.at(-1)!.post.map(({ position, amount }) => `${position} ${amountText(amount)}`)).toEqual([
    'cash:tencent:1:HQ 30.00',
    'owed:tencent:1 -30.00',
  ]);
});

test('L2: a voucher entered late pays a month that was run', () => {
  const story = told().do('topUp', top);
  const lines = [{ owner: '1', billed: '30' }];
  story.bill({ ...tencent, file: 'b', period: '2026-10', payer: '1', lines }).run('2026-10');
  story.do('addVoucher', { ...tencent, key: 'v', account: '1', amount: '8', from: '2026-10-31', to: '2026-11-01' });
  expect(cash(story, '1')).toBe('78.00');
  expect(tieDifferences(story.book)).toEqual([]);
});

test('P4: an account moves by command only while it is clean', () => {
  const story = told().do('topUp', top);
  const move = { provider: 'tencent', account: '1', from: '2026-10-05', entity: 'SZ' } as const;
  expect(codesOf(() => story.do('moveAccount', move))).toEqual(['moveNotClean']);
  story.do('withdraw', { ...top, key: 'w1', date: '2026-10-04' }).do('moveAccount', move);
  expect(codesOf(() => story.do('topUp', { ...top, key: 't2', date: '2026-10-03' }))).toEqual(['laterEntryImpossible']);
  story.do('topUp', { ...top, key: 't3', date: '2026-10-05' });
  expect(story.book.positions.get('CNY cash:tencent:1:SZ')?.amount).toBe(10000n);
});

test('a row is recognised when it comes again, whatever the order of its cells', () => {
  expect(rowName('links', { a: '1', b: '', c: '2' })).toBe(rowName('links', { c: '2', a: '1' }));
  expect(rowName('links', { a: '1' })).not.toBe(rowName('offers', { a: '1' }));
});
