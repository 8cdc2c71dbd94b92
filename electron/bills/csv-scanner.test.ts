// The scanner against csv-parse, on files made to be nasty and on cuts at every byte.
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refused } from '../../shared/rules/refusal.ts';
import { CsvScanner, NotUtf8, fieldText } from './csv-scanner.ts';

function scanned(bytes: Uint8Array, chunkSize = bytes.length || 1): string[][] {
  const rows: string[][] = [];
  const scanner = new CsvScanner('bill.csv', (row) => {
    rows.push(Array.from({ length: row.fields }, (_, field) => fieldText(row, field)));
  });
  for (let start = 0; start < bytes.length; start += chunkSize) scanner.push(bytes.slice(start, start + chunkSize));
  scanner.end();
  return rows;
}

function refusal(work: () => unknown): { code: string; row: number | undefined } {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { code: error.refusals[0]!.code, row: error.refusals[0]!.where?.row };
  }
  throw new Error('nothing was refused');
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const nasty = fc.array(fc.constantFrom('a', '7', ',', '"', '\n', '\r\n', ' ', '云', '"",""', '\u{1f4b0}'), {
  maxLength: 6,
});
const field = fc.record({ text: nasty.map((parts) => parts.join('')), quoted: fc.boolean() });
const table = fc
  .record({
    width: fc.integer({ min: 1, max: 5 }),
    rows: fc.array(fc.array(field, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
    end: fc.constantFrom('\n', '\r\n'),
    closed: fc.boolean(),
  })
  .map(({ width, rows, end, closed }) => {
    const written = rows.map((row) =>
      row
        .slice(0, width)
        .map(({ text, quoted }) =>
          quoted || text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
        )
        .join(','),
    );
    return written.join(end) + (closed ? end : '');
  });

test('reads what csv-parse reads, however the bytes are cut into chunks', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (text, chunkSize) => {
      const expected = parse(text, { record_delimiter: ['\n', '\r\n'] }) as unknown as string[][];
      expect(scanned(bytesOf(text), chunkSize)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('refuses what csv-parse refuses: any text of quotes, commas and line ends is read alike or not at all', () => {
  const letters = fc
    .array(fc.constantFrom('a', ',', '"', '\n', '\r\n'), { maxLength: 14 })
    .map((parts) => parts.join(''));
  const attempt = (work: () => string[][]): string[][] | 'refused' => {
    try {
      return work();
    } catch {
      return 'refused';
    }
  };
  fc.assert(
    fc.property(letters, (text) => {
      const options = { record_delimiter: ['\n', '\r\n'], relax_column_count: true };
      expect(attempt(() => scanned(bytesOf(text), 3))).toEqual(
        attempt(() => parse(text, options) as unknown as string[][]),
      );
    }),
    { numRuns: 500 },
  );
});

test('says where each row begins', () => {
  const text = 'a,b\n"1\n2",云\r\n\nlast,"x"';
  const offsets: number[] = [];
  const scanner = new CsvScanner('bill.csv', (row) => offsets.push(row.offset));
  for (const byte of bytesOf(text)) scanner.push(Uint8Array.of(byte));
  scanner.end();
  expect(offsets).toEqual([0, 4, 15, 16]);
});

test('an unterminated quote is refused with the row where it began', () => {
  expect(refusal(() => scanned(bytesOf('a,b\n1,2\n3,"4\n5,6\n')))).toEqual({ code: 'brokenQuote', row: 3 });
});

test('a quote inside an unquoted field and text after a closing quote are refused', () => {
  expect(refusal(() => scanned(bytesOf('a\nb"c\n')))).toEqual({ code: 'brokenQuote', row: 2 });
  expect(refusal(() => scanned(bytesOf('"a"b\n')))).toEqual({ code: 'brokenQuote', row: 1 });
  expect(refusal(() => scanned(bytesOf('a\n"b"\rc\n')))).toEqual({ code: 'brokenQuote', row: 2 });
});

test('a field over 1 MiB is refused, quoted or not, and one of 1 MiB is not', () => {
  const mebibyte = 'x'.repeat(1024 * 1024);
  expect(scanned(bytesOf(`a\n${mebibyte}\n"${mebibyte}"\n`), 100_000)).toHaveLength(3);
  expect(refusal(() => scanned(bytesOf(`a\n${mebibyte}y\n`), 100_000))).toEqual({ code: 'fieldTooLarge', row: 2 });
  expect(refusal(() => scanned(bytesOf(`a\nb\n"${mebibyte}y"\n`), 100_000))).toEqual({ code: 'fieldTooLarge', row: 3 });
  expect(refusal(() => scanned(bytesOf(`a\n"${mebibyte.repeat(2)}`), 100_000)).code).toBe('fieldTooLarge');
});

test('a row of many large fields is refused before it fills the memory', () => {
  const row = Array.from({ length: 10 }, () => 'x'.repeat(1024 * 1024)).join(',');
  expect(refusal(() => scanned(bytesOf(row), 100_000)).code).toBe('fieldTooLarge');
});

test('NUL bytes are refused', () => {
  expect(refusal(() => scanned(bytesOf('a\nb\0c\n')))).toEqual({ code: 'badEncoding', row: 1 });
});

test('bytes that are not UTF-8 are for another reader', () => {
  expect(() => scanned(Uint8Array.of(0x61, 0x0a, 0xd6, 0xd0, 0x0a))).toThrow(NotUtf8);
});

test('rows wider than any before are read', () => {
  const wide = Array.from({ length: 300 }, (_, index) => String(index));
  expect(scanned(bytesOf(wide.join(',')), 7)).toEqual([wide]);
});
