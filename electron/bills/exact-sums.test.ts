// Exact sums against plain bigint arithmetic, small numbers and large.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, formatDecimal, zero } from '../../shared/money/decimal.ts';
import { ExactSums } from './exact-sums.ts';
import type { NumberCell } from './number-cell.ts';

const number = fc
  .tuple(
    fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([coefficient, scale]): NumberCell => {
    const mantissa = Number(coefficient);
    return { mantissa: Number.isSafeInteger(mantissa) ? mantissa : Number.NaN, large: BigInt(coefficient), scale };
  });
const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), number), { maxLength: 30 });

test('sums numbers of any size and scale exactly, also after being stored', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const sums = new ExactSums();
      for (const [index, value] of list) sums.add(index, value);
      const stored = ExactSums.unpacked(JSON.parse(JSON.stringify(sums.packed(4), typed), untyped));
      for (const index of [0, 1, 2, 3]) {
        const expected = list
          .filter(([place]) => place === index)
          .map(([, { large, scale }]) => ({ coefficient: large, scale }))
          .reduce(add, zero);
        expect(formatDecimal(sums.at(index))).toBe(formatDecimal(expected));
        expect(formatDecimal(stored.at(index))).toBe(formatDecimal(expected));
      }
    }),
    { numRuns: 400 },
  );
});

function typed(_key: string, value: unknown): unknown {
  return value instanceof Float64Array || value instanceof Uint16Array
    ? { [value.constructor.name]: [...value] }
    : value;
}

function untyped(_key: string, value: unknown): unknown {
  if (value instanceof Object && 'Float64Array' in value) return Float64Array.from(value.Float64Array as number[]);
  if (value instanceof Object && 'Uint16Array' in value) return Uint16Array.from(value.Uint16Array as number[]);
  return value;
}
