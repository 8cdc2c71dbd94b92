// The journal lines behind a balance are all that touched it, in and out, and sum to it: on the last day and on days before
// it, whatever was entered late, run anew or reversed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harbourStory } from '../../../tests/book-story.ts';
import { histories, played } from '../../../tests/histories.ts';
import { journalDifferences } from '../../../tests/journal-sums.ts';
import { figureKey } from '../figure.ts';

function linesOf(story: ReturnType<typeof harbourStory>, column: string, asOf?: string) {
  const input = asOf === undefined ? {} : { asOf };
  const figure = figureKey({ query: 'balances', input, of: { row: 'tencent:2000' }, column });
  return story.ask('journalLines', story.ask('journalOf', { figure }));
}

test('what came in and what was spent stand signed; what was entered late for that day is in the last line', () => {
  const story = harbourStory();
  const told = (asOf?: string) =>
    linesOf(story, 'cash', asOf).rows.map(({ number, kind, change }) => [number, kind, change]);
  expect(told('2026-09-30')).toEqual([
    ['#14', 'fundsMoved', '800.00'],
    ['#16', 'chargesRun', '-222.60'],
    ['', 'laterDays', '-1.00'],
  ]);
});

test('of what is owed the lines say what was drawn as growth', () => {
  const story = harbourStory();
  const { sums } = linesOf(story, 'owed');
  const owed = story.ask('balances', {}).rows.find(({ id }) => id === 'tencent:2000')!['owed'];
  expect(sums['CNY']!['change']).toBe(owed);
  expect(owed).not.toBe('0.00');
});

test('a movement and its reversal both stand', () => {
  const slip = { provider: 'tencent', currency: 'CNY', account: '2000', amount: '7', date: '2026-11-02' } as const;
  const story = harbourStory().do('addGift', { ...slip, key: 'g2' });
  story.do('reverseMovement', { movement: 'g2', reason: 'a slip' });
  const { rows, sums } = linesOf(story, 'gift');
  expect(rows.map(({ kind, change }) => [kind, change])).toEqual([
    ['fundsMoved', '7.00'],
    ['movementReversed', '-7.00'],
  ]);
  expect(sums['CNY']!['change']).toBe('0.00');
  expect(linesOf(story, 'gift', '2026-10-31').rows).toEqual([]);
});

test.each([undefined, '2026-09-02', '2026-09-30', '2026-10-15', '2026-10-31'])(
  'every balance of the story is the sum of its lines on %s',
  async (asOf) => {
    const story = harbourStory();
    const { wrong, count } = await journalDifferences((name, input) => story.ask(name, input), asOf);
    expect(wrong).toEqual([]);
    expect(count).toBe(24);
  },
);

test('L2: so is every balance of every history', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.constantFrom(undefined, '2026-09-10', '2026-10-31'), async (history, asOf) => {
      const story = played(history);
      expect((await journalDifferences((name, input) => story.ask(name, input), asOf)).wrong).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
