// Posting the charges of a month: refused while something is open (C6), once however often it is asked (C5).
import { expect, test } from 'vitest';
import { BookStory, type ToldLines } from '../../tests/book-story.ts';
import { amountText, codesOf, month, refusalsOf } from '../../tests/rule-facts.ts';
import { settledCharges } from '../reports/charges.ts';

const tencent = { provider: 'tencent', currency: 'CNY' } as const;

function told(): BookStory {
  const story = new BookStory('Harbour', 'CNY').do('addEntity', { code: 'HQ', name: 'Harbour', currency: 'CNY' });
  for (const id of ['1', '2']) story.do('addAccount', { ...tencent, id, entity: 'HQ', role: 'member' });
  return story;
}

const bill = (story: BookStory, period: string, ...lines: ToldLines[]) =>
  story.bill({ ...tencent, file: `${period}.csv`, period, payer: '1', lines });

const october = month('2026-10');
const amounts = (story: BookStory) => settledCharges(story.book, october).map((one) => amountText(one.amount));

test('C5: the same run again records nothing', () => {
  const story = bill(told(), '2026-10', { owner: '1', billed: '5' }).run('2026-10');
  const { seq } = story.book;
  expect(story.run('2026-10').book.seq).toBe(seq);
});

test('C5: running again with more lines replaces the former run entirely', () => {
  const story = bill(told(), '2026-10', { owner: '1', billed: '5' }).run('2026-10');
  bill(story, '2026-10', { owner: '1', billed: '2' }, { owner: '2', billed: '3' }).run('2026-10');
  expect(amounts(story)).toEqual(['7.00', '3.00']);
  expect([...story.book.positions.values()].find(({ position }) => position === 'cost:HQ')?.amount).toBe(1000n);
});

test('C4, C5: running again says what the discount check finds now, also where no charge differs', () => {
  const story = bill(told(), '2026-10', { owner: '1', list: '100', billed: '90' }).run('2026-10');
  expect(story.book.runs.get(october)!.variances).toEqual([]);
  story.do('addOffer', { provider: 'tencent', holder: '1', kind: 'multiplier', value: '0.7' }).run('2026-10');
  expect(story.book.runs.get(october)!.variances).toMatchObject([{ product: 'cvm', amount: 2000n }]);
  const { seq } = story.book;
  expect(story.run('2026-10').book.seq).toBe(seq);
});

test('C6: open exceptions are said all at once and nothing is posted', () => {
  const story = bill(told(), '2026-10', { owner: '8', billed: '5' }, { owner: '9', billed: '5' });
  expect(codesOf(() => story.run('2026-10'))).toEqual(['unknownOwner', 'unknownOwner']);
  expect(story.book.runs.size).toBe(0);
});

test('B5: lines set aside with a reason are not charged and hold nothing up', () => {
  const story = bill(told(), '2026-10', { owner: '8', billed: '5' }, { owner: '1', billed: '3' });
  const aside = { cause: 'unknown-owner', resolution: 'set-aside' } as const;
  expect(codesOf(() => story.resolve(aside))).toEqual(['reasonMissing']);
  story.resolve({ ...aside, reason: 'not ours' }).run('2026-10');
  expect(amounts(story)).toEqual(['3.00']);
});

test('C6: a bill of every vendor payer of the month before is expected, unless it is known that there is none', () => {
  const story = bill(told(), '2026-09', { owner: '1', billed: '5' }).run('2026-09');
  const run = (complete?: boolean) =>
    story.do('runCharges', { period: '2026-10', ...(complete && { complete }) }, { buckets: [], importsUsed: [] });
  expect(refusalsOf(() => run())).toMatchObject([{ code: 'billsMissing', rule: 'C6' }]);
  expect(refusalsOf(() => run())[0]!.what).toContain('tencent:1');
  story.resolve({ cause: 'missing-bill', period: '2026-10', resolution: 'no-bill-this-month' });
  expect(codesOf(() => run())).toEqual([]);
});

test('interface.md §1: a month whose files are said to be all asks for no other bills', () => {
  const story = bill(told(), '2026-09', { owner: '1', billed: '5' });
  const complete = { period: '2026-10', complete: true };
  expect(codesOf(() => story.do('runCharges', complete, { buckets: [], importsUsed: [] }))).toEqual([]);
});

test('a period that is no month is refused', () => {
  expect(codesOf(() => told().do('runCharges', { period: '2026-13' }))).toEqual(['badPeriod']);
});
