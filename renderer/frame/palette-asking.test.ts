// Prefixes of the palette: what is asked of the book, and what of its answer is shown.
import { expect, test } from 'vitest';
import type { Found } from '../../shared/reports/search.ts';
import { isAskedFor, readAsking } from './palette-asking.ts';

test('without a prefix everything is looked for', () => {
  expect(readAsking('  gwjt ')).toEqual({ prefix: '', words: 'gwjt', text: 'gwjt' });
});

test('commands and help ask nothing of the book', () => {
  expect(readAsking('>run')).toEqual({ prefix: '>', words: 'run', text: '' });
  expect(readAsking('?')).toEqual({ prefix: '?', words: '', text: '' });
});

test('amounts keep their sign, which tells the book what they are', () => {
  expect(readAsking('= 1000..2000')).toEqual({ prefix: '=', words: '1000..2000', text: '=1000..2000' });
  expect(readAsking('=').text).toBe('');
});

test.each([
  ['@', ['entity', 'account']],
  ['#', ['movement', 'import']],
  ['', ['entity', 'account', 'movement', 'import', 'charge']],
] as const)('%j shows %j', (prefix, shown) => {
  const all = ['entity', 'account', 'movement', 'import', 'charge'] as const;
  expect(all.filter((type) => isAskedFor(prefix, { type } as Found))).toEqual(shown);
});
