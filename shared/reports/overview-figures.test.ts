// Headline figures that no result table has: what is left of allocations, and what of it could come back.
import { expect, test } from 'vitest';
import { BookStory } from '../../tests/book-story.ts';
import type { Month } from '../calendar/day.ts';
import { balancesAt, overviewFigures } from './overview-figures.ts';

const november = (2026 * 12 + 10) as Month;

/** In October 800 are allocated; in November 300 of them are frozen and 100 come back. */
function frozenStory(): BookStory {
  const story = new BookStory('Frozen', 'CNY');
  const tencent = { provider: 'tencent', currency: 'CNY' } as const;
  story.do('addEntity', { code: 'HQ', name: 'HQ', country: 'CN', currency: 'CNY' });
  story.do('addAccount', { ...tencent, id: '1000', name: 'root', entity: 'HQ', role: 'group-admin' });
  story.do('addAccount', { ...tencent, id: '2000', name: 'shop', entity: 'HQ', role: 'entity-admin' });
  const permissions = ['view-bills', 'view-balance', 'allocate-funds'] as const;
  const link = { provider: 'tencent', account: '2000', admin: '1000', from: '2026-01-01' } as const;
  story.do('startLink', { ...link, mode: 'self-pay', permissions: [...permissions] });
  const funds = { ...tencent, account: '1000' };
  story.do('topUp', { ...funds, key: 't1', date: '2026-10-02', amount: '3000' });
  story.do('allocateFunds', { ...funds, key: 'a1', to: '2000', date: '2026-10-03', amount: '800' });
  story.do('freezeFunds', { ...funds, key: 'f1', account: '2000', date: '2026-11-04', amount: '300' });
  const back = { ...funds, key: 'b1', account: '2000', to: '1000', reference: 'a1' };
  story.do('recoverFunds', { ...back, date: '2026-11-05', amount: '100' });
  return story;
}

test('what is frozen is unspent and cannot come back', () => {
  const asking = frozenStory().asking();
  expect(overviewFigures(asking, november, balancesAt(asking, november))).toMatchObject([
    {
      id: 'CNY',
      balance: '3000.00',
      balanceDelta: '0.00',
      allocatedUnspent: '700.00',
      allocatedUnspentPrevious: '800.00',
      allocatedUnspentDelta: '-100.00',
      recoverable: '400.00',
      recoverablePrevious: '800.00',
      recoverableDelta: '-400.00',
    },
  ]);
});
