// A window shows first what it was opened for, and the usual view where that cannot be read.
import { expect, test } from 'vitest';
import { askedView } from './asked-view.ts';
import type { View } from './view.ts';

test('a view comes back from the hash it was written into', () => {
  const view: View = {
    screen: 'balances',
    tab: 'difference',
    period: '2026-10',
    scope: { entity: '深圳', account: '' },
    filter: 'name:"50% & more#"',
  };
  expect(askedView(`#${encodeURIComponent(JSON.stringify(view))}`)).toEqual(view);
});

test.each(['', '#', '#%', '#{', '#%7B%22screen%22%3A%22elsewhere%22%7D'])('%s holds none', (hash) => {
  expect(askedView(hash)).toBeUndefined();
});
