// What happened to an object says what it was before and is after, and nothing of others; journal lines are those of the
// figure, and add up to what the record did to its position.
import { expect, test } from 'vitest';
import { BookStory, harbourStory } from '../../tests/book-story.ts';
import { figureKey } from './figure.ts';

test('an account: what was changed stands beside what it was', () => {
  const story = harbourStory();
  const account = { provider: 'tencent' as const, id: '2000' };
  story.do('changeAccount', { ...account, name: 'first name' });
  story.do('changeAccount', { ...account, name: 'second name' });
  const { rows } = story.ask('history', { object: 'tencent:2000' });
  const changes = rows.at(-1)!.changes.filter(({ field }) => field === 'name');
  expect([rows.at(-1)!.kind, changes]).toEqual([
    'accountChanged',
    [{ field: 'name', before: 'first name', after: 'second name' }],
  ]);
});

test('a movement and an import tell what they are, an entity what it became', () => {
  const story = harbourStory();
  expect(story.ask('history', { object: 'a1' }).rows[0]!.events).toEqual([
    expect.objectContaining({ kind: 'allocation', currency: 'CNY', account: '1000', to: '2000' }),
  ]);
  const [imported] = story.ask('imports', {}).rows;
  expect(story.ask('history', { object: imported!['import']! }).rows[0]!.events).toContainEqual(
    expect.objectContaining({ name: imported!['file'], sha256: imported!['sha256'] }),
  );
  story.do('changeEntity', { code: 'SZ', name: 'Another name' });
  const last = story.ask('history', { object: 'SZ' }).rows.at(-1)!;
  expect(last.changes.find(({ field }) => field === 'name')).toMatchObject({ after: 'Another name' });
});

test('the same number at another provider is another account', () => {
  const story = new BookStory('Two clouds', 'CNY');
  story.do('addEntity', { code: 'HQ', name: 'HQ', currency: 'CNY', country: 'CN' });
  const account = { id: '1', entity: 'HQ', role: 'group-admin' as const, currency: 'CNY' };
  story.do('addAccount', { ...account, provider: 'tencent', name: 'one' });
  story.do('addAccount', { ...account, provider: 'aws', name: 'other' });
  const names = story
    .ask('history', { object: 'aws:1' })
    .rows.flatMap(({ changes }) => changes.filter(({ field }) => field === 'name').map(({ after }) => after));
  expect(names).toEqual(['other']);
});

test('a figure names the postings behind it, debit where a position grows; a desk sees none', () => {
  const story = harbourStory();
  const cash = { query: 'balances', input: { asOf: '2026-09-30' }, of: { row: 'tencent:2000' }, column: 'cash' };
  const { records } = story.ask('explain', { figure: figureKey(cash) });
  const lines = records.flatMap((record) => record.lines);
  expect(lines).toContainEqual({
    position: expect.stringMatching(/^cash:tencent:2000:/),
    debit: '800.00',
    credit: '',
    currency: 'CNY',
  });
  expect(lines.every(({ position }) => position.includes('tencent:2000'))).toBe(true);
  const seen = story.ask('explain', { figure: figureKey(cash) }, 'tencent:2000' as never);
  expect(seen.records.flatMap((record) => record.lines)).toEqual([]);
});
