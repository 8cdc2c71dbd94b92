// A figure's key is read back as it was written, whatever names and texts stand in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureKey, readFigureKey, rowId } from './figure.ts';

const words = fc.string({ minLength: 1, unit: 'grapheme' });
const input = fc.dictionary(
  fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/),
  fc.oneof(words, fc.integer(), fc.constant(true), fc.array(words, { minLength: 1 })),
);
const of = fc.oneof(fc.record({ row: words }), fc.record({ sumIn: fc.string({ unit: 'grapheme' }) }));

test('a key says its figure', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][A-Za-z]*$/), input, of, words, (query, given, place, column) => {
      const { offset: _offset, limit: _limit, sort: _sort, filter: _filter, ...kept } = given;
      const read = readFigureKey(figureKey({ query, input: given, of: place, column }));
      expect(read?.query).toBe(query);
      expect(read?.of).toEqual(place);
      expect(read?.column).toBe(column);
      expect({ ...kept, ...('row' in place ? {} : { filter: given['filter'] }) }).toMatchObject(
        Object.fromEntries(Object.entries(read!.input).filter(([name]) => name !== 'filter')),
      );
    }),
  );
});

test('the keys that stand in the contract keep their form', () => {
  const row = { row: 'tencent:1000' };
  const paged = { period: '2026-10', offset: 200, sort: [{ column: 'cash' }], filter: [] };
  expect(figureKey({ query: 'balances', input: { asOf: '2026-10-31' }, of: row, column: 'cash' })).toBe(
    'balances?asOf=2026-10-31#tencent%3A1000/cash',
  );
  expect(figureKey({ query: 'charges', input: paged, of: { sumIn: 'CNY' }, column: 'amount' })).toBe(
    'charges?period=2026-10#+CNY/amount',
  );
});

test('different cells give different row ids', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), fc.array(words, { minLength: 1 }), (left, right) => {
      expect(rowId(...left) === rowId(...right)).toBe(JSON.stringify(left) === JSON.stringify(right));
    }),
  );
});
