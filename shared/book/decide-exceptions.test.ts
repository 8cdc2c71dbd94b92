// Deciding about exceptions (B3, B5, C6): by cause, for all that is open or for the subjects named, in a month.
import { expect, test } from 'vitest';
import { BookStory, type ToldLines } from '../../tests/book-story.ts';
import { codesOf, month, refusalsOf } from '../../tests/rule-facts.ts';
import type { ImportFact } from './facts.ts';

const tencent = { provider: 'tencent', currency: 'CNY' } as const;

function told(): BookStory {
  const story = new BookStory('Harbour', 'CNY').do('addEntity', { code: 'HQ', name: 'Harbour', currency: 'CNY' });
  return story.do('addAccount', { ...tencent, id: '1', entity: 'HQ', role: 'group-admin' });
}

const bill = (story: BookStory, period: string, ...lines: ToldLines[]) =>
  story.bill({ ...tencent, file: `${period}.csv`, period, payer: '1', lines });

const aside = { cause: 'unknown-owner', resolution: 'set-aside', reason: 'not ours' } as const;
const subjects = ({ book }: BookStory) => book.resolutions.map(({ subject, month }) => `${subject} ${month}`);

function overlapping(): BookStory {
  const story = bill(told(), '2026-10', { owner: '1', billed: '5' });
  const shared = [{ import: 'import-1', lines: 30, overlap: true }];
  bill(story, '2026-10', { owner: '1', billed: '6' });
  const second = story.book.imports.get('import-2')!;
  story.book.imports.set('import-2', { ...second, fact: { ...second.fact, shared } });
  return story;
}
const counting = ({ book }: BookStory) =>
  [...book.imports.values()].filter(({ gone }) => !gone).map(({ fact }) => fact);

test('one decision is for everything open of the cause', () => {
  const story = bill(told(), '2026-10', { owner: '8', billed: '5' }, { owner: '9', billed: '3' });
  expect(subjects(story.resolve(aside))).toEqual(['tencent:8 2026-10', 'tencent:9 2026-10']);
});

test('it is for the month or the subjects that are named, and no others', () => {
  const story = bill(told(), '2026-10', { owner: '8', billed: '5' }, { owner: '9', billed: '3' });
  bill(story, '2026-11', { owner: '8', billed: '5' });
  story.resolve({ ...aside, ids: ['tencent:9'] });
  expect(subjects(story.resolve({ ...aside, period: '2026-11' }))).toEqual(['tencent:9 2026-10', 'tencent:8 2026-11']);
});

test('what is not open cannot be decided, and nothing open is nothing to record', () => {
  const story = bill(told(), '2026-10', { owner: '1', billed: '5' });
  const { seq } = story.book;
  expect(refusalsOf(() => story.resolve({ ...aside, ids: ['tencent:7'] }))).toMatchObject([
    { code: 'noSuchException', where: { column: 'ids', value: 'tencent:7' } },
  ]);
  expect(story.resolve(aside).book.seq).toBe(seq);
});

test('a decision must fit its cause', () => {
  const odd = { cause: 'overlap', resolution: 'adopt' } as const;
  expect(refusalsOf(() => told().resolve(odd))).toMatchObject([
    { code: 'resolutionDoesNotFit', where: { column: 'resolution', value: 'adopt' } },
  ]);
});

test('B3: files that overlap are both kept', () => {
  const story = overlapping().resolve({ cause: 'overlap', resolution: 'keep' });
  expect(counting(story).map(({ id }) => id)).toEqual(['import-1', 'import-2']);
  expect(subjects(story)).toEqual(['import-2 2026-10']);
});

test('B3: the earlier file is replaced', () => {
  const story = overlapping().resolve({ cause: 'overlap', resolution: 'replace' });
  expect(counting(story).map(({ id }) => id)).toEqual(['import-2']);
  expect(story.book.imports.get('import-1')?.gone).toBe('replaced');
});

test('B3: shared lines are skipped by the file as it was read again', () => {
  const story = overlapping();
  const { fact } = story.book.imports.get('import-2')!;
  const again: ImportFact = { ...fact, id: 'again', decided: 'skip', skips: ['import-1'] };
  const buckets = [{ ...story.asking().sources.buckets(month('2026-10'))[0]!.bucket }];
  story.do('resolveExceptions', { cause: 'overlap', resolution: 'skip' }, { buckets, imports: [again] });
  expect(counting(story)).toEqual([story.book.imports.get('import-1')!.fact, again]);
});

test('C6: that no bill comes is said for a month', () => {
  const story = bill(told(), '2026-09', { owner: '1', billed: '5' });
  const none = { cause: 'missing-bill', resolution: 'no-bill-this-month' } as const;
  expect(codesOf(() => story.resolve(none))).toEqual(['periodMissing']);
  expect(subjects(story.resolve({ ...none, period: '2026-10' }))).toEqual(['tencent:1 2026-10']);
});
