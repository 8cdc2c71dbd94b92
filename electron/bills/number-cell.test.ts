// The fast reading of numbers against the strict one of shared/money.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBillDecimal } from '../../shared/money/bill-decimal.ts';
import { formatDecimal } from '../../shared/money/decimal.ts';
import type { Cell } from './cell.ts';
import { emptyNumber, readNumber } from './number-cell.ts';

function cellOf(text: string): Cell {
  const bytes = new TextEncoder().encode(`,${text},`);
  return { bytes, start: 1, end: bytes.length - 1 };
}

function read(text: string): string | undefined {
  const value = emptyNumber();
  if (!readNumber(cellOf(text), value)) return undefined;
  const coefficient = Number.isNaN(value.mantissa) ? value.large : BigInt(value.mantissa);
  return formatDecimal({ coefficient, scale: value.scale });
}

const characters = fc.array(fc.constantFrom('-', '+', '.', ',', 'E', 'e', ' ', '0', '0', '1', '5', '9'), {
  maxLength: 12,
});
const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 24 }).map((list) => list.join(''));
const plain = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.constantFrom('', '.'), digits)
  .map((parts) => parts.join(''));

test('reads exactly what parseBillDecimal reads, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        characters.map((parts) => parts.join('')),
        plain,
      ),
      (text) => {
        const expected = parseBillDecimal(text);
        expect(read(text)).toBe(expected && formatDecimal(expected));
      },
    ),
    { numRuns: 3000 },
  );
});

test('one value has one form, however it is written', () => {
  const forms = ['1.5', '1.50', '01.500', '15E-1', '+1.5'].map((text) => {
    const value = emptyNumber();
    readNumber(cellOf(text), value);
    return [value.mantissa, value.scale];
  });
  expect(new Set(forms.map(String)).size).toBe(1);
});
