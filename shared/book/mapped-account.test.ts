// Lines charged to another account than the one that the bill names (B5, ux/flows.md X01 and X03), and accounts that are open
// again (F05).
import { expect, test } from 'vitest';
import { BookStory, type ToldLines } from '../../tests/book-story.ts';
import { codesOf, lines } from '../../tests/rule-facts.ts';
import type { Resolution } from './book.ts';
import { asCharged } from './exceptions.ts';

const tencent = { provider: 'tencent', currency: 'CNY' } as const;
const period = '2026-10';

function told(): BookStory {
  const story = new BookStory('Harbour', 'CNY').do('addEntity', { code: 'HQ', name: 'Harbour', currency: 'CNY' });
  story.do('addAccount', { ...tencent, id: '1', entity: 'HQ', role: 'group-admin' });
  story.do('addAccount', { ...tencent, id: '2', entity: 'HQ', role: 'entity-admin' });
  story.do('addAccount', { ...tencent, id: '3', entity: 'HQ', role: 'entity-admin', currency: 'USD' });
  return story.do('addAccount', { provider: 'aws', id: '4', entity: 'HQ', role: 'group-admin', currency: 'CNY' });
}

const bill = (story: BookStory, month: string, ...lines: ToldLines[]) =>
  story.bill({ ...tencent, file: `${month}.csv`, period: month, payer: '1', lines });
const map = { cause: 'unknown-owner', resolution: 'map', period } as const;
const charges = (story: BookStory, month = period) =>
  story.ask('charges', { period: month }).rows.map(({ owner, amount }) => `${owner} ${amount}`);

test('lines of an account that the book does not know are charged to one that it knows, in that month', () => {
  const story = bill(told(), period, { owner: '9', billed: '5' }, { owner: '2', billed: '3' });
  story.resolve({ ...map, to: 'tencent:2' }).run(period);
  expect(charges(story)).toEqual(['2 8.00']);
  expect(story.ask('exceptions', { period }).rows).toEqual([]);
  bill(story, '2026-11', { owner: '9', billed: '5' });
  expect(story.ask('exceptions', { period: '2026-11' }).rows).toMatchObject([{ subject: 'tencent:9' }]);
});

test('the lines say which account they are charged to and that another stands in the bill, and lead to its rows', () => {
  const story = bill(told(), period, { owner: '9', billed: '5' }, { owner: '2', billed: '3' });
  story.resolve({ ...map, to: 'tencent:2' }).run(period);
  const charged = story.ask('billLines', { period }).rows.filter(({ charge }) => charge !== '');
  expect(charged.map(({ owner, billed, exception }) => [owner, billed, exception])).toEqual([
    ['2', '5', 'mapped'],
    ['2', '3', ''],
  ]);
  const [charge] = story.ask('charges', { period }).rows;
  expect(story.ask('billLines', { period, charge: charge!.id }).total).toBe(2);
});

test('an account that is adopted later bears its own lines again', () => {
  const story = bill(told(), period, { owner: '9', billed: '5' });
  story.resolve({ ...map, to: 'tencent:2' }).run(period);
  story.do('addAccount', { ...tencent, id: '9', entity: 'HQ', role: 'entity-admin' }).run(period);
  expect(charges(story)).toEqual(['9 5.00']);
});

test('lines in another currency are charged to an account that is kept in it', () => {
  const story = bill(told(), period, { owner: '2', billed: '3' });
  const dollars = [{ owner: '2', billed: '5' }];
  story.bill({ ...tencent, file: 'dollars.csv', period, payer: '1', currency: 'USD', lines: dollars });
  story.resolve({ cause: 'currency-differs', resolution: 'map', to: 'tencent:3', period }).run(period);
  expect(charges(story)).toEqual(['2 3.00', '3 5.00']);
});

test('what then stands against the other account is decided about in its turn, and no circle is run round', () => {
  const { book } = told();
  const decided = (...resolutions: readonly Partial<Resolution>[]) => {
    const blank = { cause: 'unknown-owner', month: period, resolution: 'map', to: '', reason: '', seq: 1 };
    const all = resolutions.map((one) => ({ ...blank, subject: '', ...one }));
    return asCharged({ ...book, resolutions: all })(lines('9')).map(({ owner }) => owner);
  };
  const [there, back] = [
    { subject: 'tencent:9', to: 'tencent:8' },
    { subject: 'tencent:8', to: 'tencent:9' },
  ];
  expect(decided(there)).toEqual(['8']);
  expect(decided(there, { subject: 'tencent:8', to: 'tencent:2' })).toEqual(['2']);
  expect(decided(there, { subject: 'tencent:8', resolution: 'set-aside' })).toEqual([]);
  expect(decided(there, back)).toEqual(['9']);
});

test('an account that cannot bear the lines is refused, and nothing is decided', () => {
  const story = bill(told(), period, { owner: '9', billed: '5' });
  const codes = (to?: string) => codesOf(() => story.resolve(to === undefined ? map : { ...map, to }));
  expect(codes()).toEqual(['accountMissing']);
  expect(codes('tencent:7')).toEqual(['unknownAccount']);
  expect(codes('aws:4')).toEqual(['otherProvider']);
  expect(codes('tencent:3')).toEqual(['mappingDoesNotFit']);
  expect(story.book.resolutions).toEqual([]);
});

test('F05: a closed account that goes on being charged is open again', () => {
  const story = told().do('closeAccount', { provider: 'tencent', id: '2', closed: '2026-09-30' });
  bill(story, period, { owner: '2', billed: '5' }).run(period);
  const closed = () => story.ask('findings', { period }).rows.filter(({ kind }) => kind === 'closed-account');
  expect(closed()).toMatchObject([{ amount: '5.00', decided: '' }]);
  story.resolve({ cause: 'closed-account', resolution: 'reopen-account', period });
  expect(closed()).toEqual([]);
  expect(story.book.structure.accounts.get('tencent:2' as never)?.closed).toBeNull();
});
