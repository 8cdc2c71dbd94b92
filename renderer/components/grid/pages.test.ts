// Pages are asked for once, ahead of the scroll, and forgotten when far away; rows come from where they belong.
import { expect, test } from 'vitest';
import type { GridRow } from './column.ts';
import { PageStore, pageRows } from './pages.ts';

function pageOf(page: number): GridRow[] {
  return Array.from({ length: pageRows }, (_, place) => ({ id: String(page * pageRows + place) }));
}

test('a page is asked for once, and again after it failed', () => {
  const store = new PageStore();
  expect(store.take({ from: 0, to: 30 }, 1000)).toEqual([0]);
  expect(store.take({ from: 0, to: 30 }, 1000)).toEqual([]);
  store.drop(0);
  expect(store.take({ from: 0, to: 30 }, 1000)).toEqual([0]);
});

test('the next page is asked for before it is seen, and never one that does not exist', () => {
  const store = new PageStore();
  expect(store.take({ from: 120, to: 150 }, 1000)).toEqual([0, 1]);
  expect(store.take({ from: 390, to: 410 }, 410)).toEqual([2]);
  expect(new PageStore().take({ from: 0, to: 0 }, 0)).toEqual([0]);
});

test('rows are found at their place until their page is forgotten', () => {
  const store = new PageStore();
  expect(store.rowAt(450)).toBeUndefined();
  for (let page = 0; page < 100; page++) store.put(page, pageOf(page));
  expect(store.rowAt(99 * pageRows + 3)?.id).toBe(String(99 * pageRows + 3));
  expect(store.rowAt(0)).toBeUndefined();
});
