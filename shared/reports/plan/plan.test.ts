// Plans of transfers on a small book: what is suggested lies within the cash, what posting enters is what was shown, and
// whatever stands in the way is named.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BookStory, harbourStory } from '../../../tests/book-story.ts';
import { decide } from '../../book/decide.ts';
import { prepareEntry } from '../../book/enter.ts';
import { formatMinor } from '../../money/minor.ts';
import { Refused } from '../../rules/refusal.ts';
import { readPlanAmount } from './plan-amount.ts';

const tencent = 'tencent' as const;
const asOf = '2026-10-31';

/** A group admin that funds an entity's admin, which funds two members that pay for themselves; each spent 310 in October. */
function chainStory(cash: string): BookStory {
  const story = new BookStory('Chain', 'CNY');
  const [account, link] = [
    { provider: tencent, currency: 'CNY' },
    { provider: tencent, from: '2026-01-01', mode: 'self-pay' as const },
  ];
  const permissions = ['view-bills' as const, 'view-balance' as const, 'allocate-funds' as const];
  for (const code of ['HQ', 'SZ']) story.do('addEntity', { code, name: code, currency: 'CNY', country: 'CN' });
  story.do('addAccount', { ...account, id: '1', name: 'group', entity: 'HQ', role: 'group-admin' });
  story.do('addAccount', { ...account, id: '2', name: 'admin', entity: 'SZ', role: 'entity-admin' });
  story.do('startLink', { ...link, account: '2', admin: '1', crossEntityFunds: true, permissions });
  for (const id of ['3', '4']) {
    story.do('addAccount', { ...account, id, name: `member ${id}`, entity: 'SZ', role: 'member' });
    story.do('startLink', { ...link, account: id, admin: '2', permissions });
    story.do('topUp', { ...account, account: id, date: '2026-10-01', amount: '310' });
  }
  story.do('topUp', { ...account, account: '1', date: '2026-10-01', amount: cash });
  const lines = ['3', '4'].map((owner) => ({ owner, billed: '310' }));
  story.bill({ file: 'o.csv', period: '2026-10', provider: tencent, payer: '1', currency: 'CNY', lines });
  return story.run('2026-10');
}

const members = (written: string) => ['3', '4'].map((id) => ({ account: `tencent:${id}`, written }));

test('an admin that lacks the cash is passed it on from above, and posting the plan makes the balances that it showed', () => {
  const story = chainStory('1000');
  const plan = story.ask('allocationPlan', { asOf, rows: members('=30d') });
  expect(
    plan.rows.map(({ id, kind, source, amount, after, afterDays }) => [id, kind, source, amount, after, afterDays]),
  ).toEqual([
    ['tencent:3', 'target', 'tencent:2', '300.00', '300.00', '30'],
    ['tencent:4', 'target', 'tencent:2', '300.00', '300.00', '30'],
    ['feed:tencent:2', 'feed', 'tencent:1', '600.00', '0.00', ''],
  ]);
  expect([plan.shortages, plan.sums['CNY']!['amount']]).toEqual([[], '600.00']);
  story.do('allocateFunds', { rows: [...plan.movements] });
  const balances = new Map(story.ask('balances', { asOf }).rows.map((row) => [row.id, row['available']]));
  for (const { account, after } of plan.rows) expect(balances.get(account!), account).toBe(after);
  for (const { id, left } of plan.sources) expect(balances.get(id), id).toBe(left);
});

test('what lacks is said once, where the money would come from, and the suggestion stays within the cash', () => {
  const plan = chainStory('450').ask('allocationPlan', { asOf, rows: members('=30d') });
  expect(plan.shortages).toEqual([{ account: 'tencent:1', currency: 'CNY', amount: '150.00' }]);
  const targets = plan.rows.filter(({ kind }) => kind === 'target');
  expect(targets.map(({ suggested, suggestedDays }) => [suggested, suggestedDays])).toEqual([
    ['220.00', '22'],
    ['220.00', '22'],
  ]);
});

test('whatever amounts are written, a plan without a shortage can be posted and one with a shortage cannot', () => {
  const story = chainStory('500');
  const amount = fc.integer({ min: 0, max: 60_000 }).map((cents) => formatMinor(BigInt(cents), 'CNY'));
  fc.assert(
    fc.property(amount, amount, amount, (first, second, passed) => {
      const rows = [
        ...members(first).slice(0, 1),
        ...members(second).slice(1),
        { account: 'tencent:2', written: passed },
      ];
      const plan = story.ask('allocationPlan', { asOf, rows });
      if (plan.movements.length === 0) return;
      const facts = decide(story.book, 'allocateFunds', { rows: [...plan.movements] }, { key: 'trial' }).facts;
      let refused = false;
      try {
        prepareEntry(story.book, facts, { seq: story.book.seq + 1 });
      } catch (problem) {
        if (!(problem instanceof Refused)) throw problem;
        refused = true;
      }
      expect(refused).toBe(plan.shortages.length > 0);
    }),
    { numRuns: 60 },
  );
});

test('a rule that is against an amount is named; a wish for days gives way to it', () => {
  const story = harbourStory();
  const check = (account: string, written: string) => {
    const { rows, movements } = story.ask('allocationPlan', { asOf: '2026-09-30', rows: [{ account, written }] });
    return [rows[0]!['check'], rows[0]!['blocks'], movements.length];
  };
  expect(check('tencent:1001', '50')).toEqual(['noSource', 'yes', 0]);
  expect(check('tencent:1001', '=30d')).toEqual(['noSource', '', 0]);
  expect(check('tencent:2000', '=2x')).toEqual(['unreadable', 'yes', 0]);
  expect(check('tencent:2000', '50')).toEqual(['', '', 1]);
  expect(check('tencent:2000', '=2000*3')).toEqual(['short', '', 1]);
});

test('money goes back the way it came, what is frozen stays, and says until when', () => {
  const story = harbourStory();
  const account = { provider: tencent, account: '2000', currency: 'CNY' };
  story.do('freezeFunds', { ...account, date: '2026-09-29', amount: '300' });
  story.do('unfreezeFunds', { ...account, date: '2026-10-05', amount: '300' });
  const plan = story.ask('recoveryPlan', { asOf: '2026-09-30', rows: [{ account: 'tencent:2000', written: '=max' }] });
  const { amount, frozenStays, frozenUntil, after } = plan.rows[0]!;
  expect([amount, frozenStays, frozenUntil, after]).toEqual(['276.40', '300.00', '2026-10-05', '0.00']);
  expect(plan.movements).toMatchObject([{ account: '2000', to: '1000', amount: '276.40', reference: 'a1' }]);
  const over = story.ask('recoveryPlan', { asOf: '2026-09-30', rows: [{ account: 'tencent:2000', written: '277' }] });
  expect([over.rows[0]!['check'], over.movements]).toEqual(['moreThanUnspent', []]);
});

test('amounts are read as they are written, never more exactly than the currency', () => {
  expect(readPlanAmount('', 'CNY')).toEqual({ is: 'none' });
  expect(readPlanAmount('=30d', 'CNY')).toEqual({ is: 'days', days: 30 });
  expect(readPlanAmount('= 2000 * 3', 'CNY')).toEqual({ is: 'amount', amount: 600_000n });
  expect(readPlanAmount('12.34', 'CNY')).toEqual({ is: 'amount', amount: 1234n });
  for (const written of ['12.345', '-5', '=', '=0.001*3', '=999d', '=1+1', 'abc'])
    expect(readPlanAmount(written, 'CNY'), written).toEqual({ is: 'unreadable' });
});

test('what was posted makes a sheet to key in: the transfers alone, with their total', () => {
  const story = chainStory('1000');
  const plan = story.ask('allocationPlan', { asOf, rows: members('=30d') });
  story.do('allocateFunds', { rows: [...plan.movements] });
  const posted = story.ask('movements', {}).rows.map(({ id }) => id);
  const sheet = story.ask('allocationSheet', { movements: posted, language: 'en' });
  const table = sheet.pages[0]!.blocks.find((block) => block.kind === 'table')!;
  const texts = JSON.stringify(table);
  expect(table.rows.filter(({ kind }) => kind === 'row')).toHaveLength(3);
  expect(texts).toContain('1,200.00');
  expect([texts.includes('member 3'), sheet.watermark]).toEqual([true, null]);
  expect(() => story.ask('allocationSheet', { movements: [posted[0]!], language: 'en' })).toThrow(
    expect.objectContaining({ refusals: [expect.objectContaining({ code: 'nothingToKeyIn' })] }),
  );
});

test('an admin that is a target and is passed money on to stands twice, each row with a name of its own', () => {
  const rows = [...members('=30d'), { account: 'tencent:2', written: '=30d' }];
  const plan = chainStory('1000').ask('allocationPlan', { asOf, rows });
  const own = plan.rows.filter(({ account }) => account === 'tencent:2');
  expect(own.map(({ id, kind }) => [id, kind])).toEqual([
    ['tencent:2', 'target'],
    ['feed:tencent:2', 'feed'],
  ]);
});

test('only the lots that were chosen come back', () => {
  const story = harbourStory();
  const account = { provider: tencent, account: '1000', to: '2000', currency: 'CNY' };
  story.do('allocateFunds', { ...account, key: 'a9', date: '2026-09-30', amount: '50' });
  const plan = (allocations: readonly string[] | undefined, written = '=max') =>
    story.ask('recoveryPlan', {
      asOf: '2026-09-30',
      rows: [{ account: 'tencent:2000', written, ...(allocations && { allocations: [...allocations] }) }],
    });
  expect(plan(['a9']).movements.map(({ reference, amount }) => [reference, amount])).toEqual([['a9', '50.00']]);
  expect(plan(undefined).movements.map(({ reference }) => reference)).toEqual(['a1', 'a9']);
  expect([plan(['a9']).rows[0]!['lots'], plan(['a9'], '51').rows[0]!['check']]).toEqual(['1/2', 'moreThanUnspent']);
});
