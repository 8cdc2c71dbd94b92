// Long work as windows see it: running, how far, and how it ended.
import { expect, test } from 'vitest';
import type { Work } from '../../shared/contract/app.ts';
import { Cancelled } from '../book/book-thread.ts';
import { WorkList } from './work-list.ts';

function listening(): { works: WorkList; told: Work[] } {
  const told: Work[] = [];
  return { works: new WorkList((work) => told.push(work)), told };
}

test('work is told from its beginning to its end', async () => {
  const { works, told } = listening();
  const answer = await works.run('import', 'nothing-happened', async ({ onAdvance }) => {
    expect(works.list()).toHaveLength(1);
    onAdvance?.({ done: 5, total: 10, rows: 400 });
    return 'answer';
  });
  expect([answer, works.list()]).toEqual(['answer', []]);
  expect(told.map(({ state, done, total, rows }) => [state, done, total, rows])).toEqual([
    ['running', 0, 0, 0],
    ['running', 5, 10, 400],
    ['done', 5, 10, 400],
  ]);
  expect(told[1]!.rowsPerSecond).toBeGreaterThan(0);
});

test('cancelling reaches the work of its id alone', async () => {
  const { works, told } = listening();
  const untilCancelled = ({ signal }: { readonly signal?: AbortSignal | undefined }) =>
    new Promise<never>((_, reject) => signal!.addEventListener('abort', () => reject(new Cancelled())));
  const first = works.run('charges', 'nothing-happened', untilCancelled);
  void works.run('backup', 'nothing-happened', untilCancelled).catch(() => {});
  works.cancel('unheard of');
  works.cancel(works.list()[0]!.id);
  await expect(first).rejects.toThrow(Cancelled);
  expect(told.at(-1)).toMatchObject({ kind: 'charges', state: 'cancelled' });
  expect(works.list().map(({ kind }) => kind)).toEqual(['backup']);
});

test('work that fails is told as failed', async () => {
  const { works, told } = listening();
  await expect(works.run('open', 'nothing-happened', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(told.at(-1)).toMatchObject({ state: 'failed' });
});
