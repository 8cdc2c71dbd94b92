// The tie of state and postings bites: a cent more or less on either side is said (L4).
import { expect, test } from 'vitest';
import { harbourStory } from '../../tests/book-story.ts';
import { key } from '../../tests/rule-facts.ts';
import type { Book } from './book.ts';
import { tieDifferences } from './tie.ts';

test('a sound book ties', () => {
  expect(tieDifferences(harbourStory().book)).toEqual([]);
});

function spoiled(spoil: (book: Book) => void): readonly string[] {
  const { book } = harbourStory();
  spoil(book);
  return tieDifferences(book);
}

const root = key('1000');

/** Moves a cent between two positions, so that all still sum to zero. */
function shifted(from: string, to: string) {
  return spoiled(({ positions }) => {
    for (const [name, change] of [
      [from, -1n],
      [to, 1n],
    ] as const)
      positions.get(`CNY ${name}`)!.amount += change;
  });
}

test.each([
  ['cash', 'cash:tencent:1000:HQ', 'bank:HQ'],
  ['gift', 'gift:tencent:1000', 'granted:tencent'],
  ['vouchers', 'voucher:tencent:1000:v1', 'granted:tencent'],
  ['owed', 'owed:tencent:2000', 'cost:SZ'],
])('L4: a cent of %s that was posted and is not held', (_, position, other) => {
  expect(shifted(position, other).join()).toContain(`${position} holds`);
});

test('L4: money in a purse that was never posted', () => {
  const said = spoiled(({ timeline }) => timeline.purses.set(root, { ...timeline.purses.get(root)!, gift: 7n }));
  expect(said).toEqual(['gift:tencent:1000 holds 0.07, its postings sum to 0.00']);
});

test('L4: cash under another origin', () => {
  const said = spoiled(({ timeline }) => {
    const purse = timeline.purses.get(root)!;
    timeline.purses.set(root, {
      ...purse,
      lots: purse.lots.map((lot) => ({ ...lot, origin: 'XX' as typeof lot.origin })),
    });
  });
  expect(said.join()).toContain('cash:tencent:1000:XX holds');
});

test('formats.md §4: a due whose two sides differ, and positions that do not sum to zero', () => {
  expect(shifted('due-from:HQ:SZ', 'bank:HQ')).toEqual(['due-from:HQ:SZ and its other side differ by -0.01']);
  const said = spoiled(({ positions }) => void (positions.get('CNY bank:HQ')!.amount += 1n));
  expect(said).toEqual(['the positions in CNY sum to 0.01, not to zero']);
});
