// Switching the payment mode ends the links that stand in the way and starts the new one (S4).
import { expect, test } from 'vitest';
import { BookStory } from '../../tests/book-story.ts';
import { key } from '../../tests/rule-facts.ts';
import { formatDay } from '../calendar/day.ts';
import type { CommandInput } from '../contract/commands.ts';

const link = {
  provider: 'tencent',
  account: '2',
  permissions: ['view-bills', 'view-balance'],
  from: '2026-01-01',
} as const;

function told(...links: Partial<CommandInput<'startLink'>>[]): BookStory {
  const story = new BookStory('Harbour', 'CNY');
  story.do('addEntity', { code: 'HQ', name: 'Harbour', currency: 'CNY' });
  const account = { provider: 'tencent', currency: 'CNY', entity: 'HQ' } as const;
  for (const id of ['1', '9']) story.do('addAccount', { ...account, id, role: 'group-admin' });
  story.do('addAccount', { ...account, id: '2', role: 'member' });
  for (const one of links)
    story.do('startLink', { ...link, permissions: [...link.permissions], admin: '1', mode: 'self-pay', ...one });
  return story;
}

/** Links of the member as `admin mode from–to permissions`. */
function linksOf(story: BookStory): readonly string[] {
  return (story.book.structure.links.get(key('2')) ?? []).map(({ admin, mode, from, to, permissions }) => {
    const time = [from, to].map((one) => (one === null ? '' : formatDay(one))).join('–');
    return `${admin.slice(8)} ${mode} ${time} ${[...permissions].join(' ')}`;
  });
}

const change = { provider: 'tencent', account: '2', admin: '1', mode: 'pay-on-behalf', from: '2026-10-01' } as const;

test('the link between the two ends, the new one keeps its permissions and its mark', () => {
  const story = told({ permissions: ['view-bills', 'view-balance', 'invoice'], crossEntityFunds: true });
  story.do('switchPaymentMode', change);
  expect(linksOf(story)).toEqual([
    '1 self-pay 2026-01-01–2026-10-01 view-bills view-balance invoice',
    '1 pay-on-behalf 2026-10-01– view-bills view-balance invoice',
  ]);
  expect(story.book.structure.links.get(key('2'))!.map((one) => one.crossEntityFunds)).toEqual([true, true]);
});

test('another payer’s link ends too; links that do not stand in the way stay', () => {
  const story = told({ mode: 'pay-on-behalf' }, { admin: '9' });
  story.do('switchPaymentMode', { ...change, admin: '9' });
  expect(linksOf(story)).toEqual([
    '1 pay-on-behalf 2026-01-01–2026-10-01 view-bills view-balance',
    '9 self-pay 2026-01-01–2026-10-01 view-bills view-balance',
    '9 pay-on-behalf 2026-10-01– view-bills view-balance',
  ]);
  const paid = told({ mode: 'pay-on-behalf' });
  paid.do('switchPaymentMode', { ...change, mode: 'self-pay' });
  expect(linksOf(paid).at(-1)).toBe('1 self-pay 2026-10-01– view-bills view-balance');
});

test('without a link between the two the new one carries the views, or what is asked', () => {
  expect(linksOf(told().do('switchPaymentMode', change))).toEqual([
    '1 pay-on-behalf 2026-10-01– view-bills view-balance',
  ]);
  const permissions = ['view-bills' as const, 'view-balance' as const, 'consolidate' as const];
  expect(linksOf(told().do('switchPaymentMode', { ...change, permissions }))).toEqual([
    '1 pay-on-behalf 2026-10-01– view-bills view-balance consolidate',
  ]);
});

test('links of other times are left alone', () => {
  const story = told({ to: '2026-03-01' }, { mode: 'self-pay', from: '2026-12-01' });
  story.do('switchPaymentMode', { ...change, mode: 'self-pay' });
  expect(linksOf(story)).toEqual([
    '1 self-pay 2026-01-01–2026-03-01 view-bills view-balance',
    '1 self-pay 2026-12-01– view-bills view-balance',
    '1 self-pay 2026-10-01– view-bills view-balance',
  ]);
});
