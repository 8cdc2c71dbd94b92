// The exceptions of a book that are open (B3, B5), the bills it expects (C6), and how both are said.
import { expect, test } from 'vitest';
import { group, lines, month } from '../../tests/rule-facts.ts';
import { formatDay } from '../calendar/day.ts';
import { type Book, type Resolution, emptyBook } from './book.ts';
import { exceptionRefusals } from './exception-refusals.ts';
import { chargeableBuckets, openExceptions } from './exceptions.ts';
import { expectedBy, missingBills, vendorPayersOf } from './expected-bills.ts';
import type { ImportFact } from './facts.ts';

function imported(id: string, told: Partial<ImportFact> = {}): ImportFact {
  const bare = { sha256: id, size: 1, extension: 'csv', format: 'told', final: true, rows: 1, kept: 1, partsDiffer: 0 };
  const none = { setAside: [], sums: [], shared: [], skips: [], replaces: [], decided: '' as const };
  const months = [{ provider: 'tencent', month: '2026-10', lines: 1 }];
  return { id, name: `${id}.csv`, ...bare, ...none, months, vendorPayers: [], ...told };
}

function bookOf(imports: readonly ImportFact[], resolutions: readonly Partial<Resolution>[] = []): Book {
  const blank = { subject: '', cause: '', month: '2026-10', resolution: '', to: '', reason: '', seq: 1 };
  const decisions = resolutions.map((one) => ({ ...blank, ...one }));
  return {
    ...emptyBook(),
    structure: group({ accounts: { 1: {}, 2: { currency: 'USD' } } }),
    imports: new Map(imports.map((fact, at) => [fact.id, { fact, seq: at }])),
    resolutions: decisions,
  };
}

const shared = (id: string, overlap = true) => [{ import: id, lines: 30, overlap }];
const both = [imported('a'), imported('b', { shared: shared('a') })];

test('B5: what only a person can know has no suggestion, an unknown owner is adopted', () => {
  const open = openExceptions(bookOf([]), [lines('9', { billed: '1.50' }), lines('2')]);
  expect(open.map(({ cause, subject, suggested, billed }) => [cause, subject, suggested, billed])).toEqual([
    ['unknown-owner', 'tencent:9', 'adopt', '1.5'],
    ['currency-differs', 'tencent:2', '', '0'],
  ]);
});

test('B5: lines set aside are neither charged nor open, in the month of the decision', () => {
  const book = bookOf([], [{ subject: 'tencent:9', cause: 'unknown-owner', resolution: 'set-aside' }]);
  const buckets = [lines('9'), lines('1')];
  expect(openExceptions(book, buckets)).toEqual([]);
  expect(chargeableBuckets(book, buckets)).toEqual([buckets[1]]);
  expect(openExceptions(book, [{ ...lines('9'), month: month('2026-11') }])).toMatchObject([{ month: '2026-11' }]);
});

test('B5: of an account only the lines that the cause is about are set aside', () => {
  const book = bookOf([], [{ subject: 'tencent:1', cause: 'currency-differs', resolution: 'set-aside' }]);
  const buckets = [lines('1', { currency: 'USD' }), lines('1')];
  expect(openExceptions(book, buckets)).toEqual([]);
  expect(chargeableBuckets(book, buckets)).toEqual([buckets[1]]);
});

test('B3: a final file takes the place of a provisional one, any other leaves the shared lines out', () => {
  const here = [lines('1')];
  const suggested = (earlier: boolean, later: boolean) =>
    openExceptions(
      bookOf([
        { ...both[0]!, final: earlier },
        { ...both[1]!, final: later },
      ]),
      here,
    )[0]?.suggested;
  expect(suggested(false, true)).toBe('replace');
  expect([suggested(true, true), suggested(false, false), suggested(true, false)]).toEqual(['skip', 'skip', 'skip']);
});

test('C6: a bill is expected on its provider’s day of the next month, over the end of a year too', () => {
  expect(formatDay(expectedBy('aws:1', month('2026-10')))).toBe('2026-11-05');
  expect(formatDay(expectedBy('alibaba:1', month('2026-12')))).toBe('2027-01-04');
});

test('B3: an overlap of a month with lines is open until somebody decides', () => {
  const here = [lines('1')];
  expect(openExceptions(bookOf(both), here)).toMatchObject([
    { cause: 'overlap', subject: 'b', lines: 30, month: '2026-10' },
  ]);
  expect(openExceptions(bookOf(both, [{ cause: 'overlap', subject: 'b', resolution: 'keep' }]), here)).toEqual([]);
  expect(openExceptions(bookOf([both[0]!, { ...both[1]!, decided: 'keep' }]), here)).toEqual([]);
  expect(openExceptions(bookOf(both), [])).toEqual([]);
});

test('B3: fewer shared lines are no exception, nor are lines shared with an import that is gone', () => {
  const few = [both[0]!, imported('b', { shared: shared('a', false) })];
  expect(openExceptions(bookOf(few), [lines('1')])).toEqual([]);
  const book = bookOf(both);
  book.imports.set('a', { fact: both[0]!, seq: 0, gone: 'undone' });
  expect(openExceptions(book, [lines('1')])).toEqual([]);
});

test('C6: each open exception is one refusal with the place of its first line', () => {
  const buckets = [lines('9', { vendorPayer: '1' }), lines('2'), lines('8', { currency: '', vendorPayer: '7' })];
  const book = bookOf(both);
  const placeOf = (_: unknown, column: 'owner' | 'currency') => ({ file: 'a.csv', row: 2, column });
  const refusals = exceptionRefusals(book, openExceptions(book, buckets), { key: '', buckets, placeOf });
  expect(refusals.map(({ code, where }) => `${code} ${where?.file} ${where?.column ?? ''}`)).toEqual([
    'filesOverlap b.csv ',
    'unknownOwner a.csv owner',
    'billCurrencyDiffers a.csv currency',
    'noCurrency a.csv currency',
  ]);
  for (const { unchanged, next, rule } of refusals) expect([unchanged, next, rule].every(Boolean)).toBe(true);
});

const payer = (id: string, period: string) => ({ provider: 'tencent', id, month: period });

test('C6: expected is a bill of every vendor payer of the month before, less those known to have none', () => {
  const september = imported('s', {
    vendorPayers: [payer('1', '2026-09'), payer('2', '2026-09'), payer('3', '2026-09')],
  });
  const october = imported('o', { vendorPayers: [payer('2', '2026-10')] });
  const none = { subject: 'tencent:3', cause: 'missing-bill', resolution: 'no-bill-this-month' };
  expect(missingBills(bookOf([september, october], [none]), month('2026-10'))).toEqual(['tencent:1']);
  expect(missingBills(bookOf([september, october]), month('2026-11'))).toEqual(['tencent:2']);
  expect(missingBills(bookOf([october]), month('2026-10'))).toEqual([]);
});

test('C6: imports that are gone count for neither month', () => {
  const book = bookOf([]);
  const fact = imported('s', { vendorPayers: [payer('1', '2026-09')] });
  book.imports.set('s', { fact, seq: 1, gone: 'replaced' });
  expect([...vendorPayersOf(book, month('2026-09'))]).toEqual([]);
});
