// One row of a setup table as text by camelCase column, and how its cells are read: strictly, each refusal with its place.
// The same rows come from setup files, from commands and from the journal.
import { type Day, parseDay } from '../calendar/day.ts';
import { isCurrency } from '../money/currency.ts';
import { type Decimal, parseDecimal } from '../money/decimal.ts';
import { type Minor, parseMinor } from '../money/minor.ts';
import type { Place, Refusal } from '../rules/refusal.ts';

/** Cells by camelCase column name; an absent cell is ''. */
export type Row = Readonly<Record<string, string>>;

/** Reads the cells of one row; what is refused is collected, so that all faults of a file are said at once. */
export interface RowReader {
  text(column: string): string;
  required(column: string): string;
  day(column: string): Day | null;
  requiredDay(column: string): Day;
  currency(column: string): string;
  decimal(column: string): Decimal;
  /** An amount in the minor unit of the currency; null where the cell is empty. */
  amount(column: string, currency: string): Minor | null;
  requiredAmount(column: string, currency: string): Minor;
  /** A required amount of more than zero; `rule` and `next` are said where it is not. */
  positiveAmount(column: string, currency: string, rule: string, next: string): Minor;
  oneOf<T extends string>(column: string, allowed: readonly T[], otherwise?: T): T;
  yes(column: string): boolean;
  /** Refuses the row for a cell. */
  refuse(column: string, code: string, rule: string, what: string, next: string): void;
}

const anyDay = 0 as Day;

/** How the cells of a row are refused: `expect` says what a cell should have been. */
function refusing(row: Row, place: Place, refusals: Refusal[]) {
  const text = (column: string): string => row[column] ?? '';
  const refuse: RowReader['refuse'] = (column, code, rule, what, next) => {
    const where = { ...place, column: snakeCase(column), value: text(column) };
    refusals.push({ code, rule, what, unchanged: 'Nothing of this input was taken.', next, where });
  };
  const expect = (column: string, code: string, expected: string): void => {
    const found = text(column) === '' ? 'is empty' : `reads “${text(column)}”`;
    const what = `${snakeCase(column)} ${found}; expected ${expected}.`;
    refuse(column, code, 'S1', what, 'Correct the cell and enter it again.');
  };
  return { text, refuse, expect };
}

export function readRow(row: Row, place: Place, refusals: Refusal[]): RowReader {
  const { text, refuse, expect } = refusing(row, place, refusals);
  const required = (column: string): string => {
    if (text(column) === '') expect(column, 'missingValue', 'a value');
    return text(column);
  };
  const day = (column: string): Day | null => {
    if (text(column) === '') return null;
    const value = parseDay(text(column));
    if (value === undefined) expect(column, 'badDate', 'a date like 2026-10-31');
    return value ?? anyDay;
  };
  const amount = (column: string, currency: string): Minor | null => {
    if (text(column) === '') return null;
    const value = parseMinor(text(column), currency);
    if (value === undefined) expect(column, 'badAmount', `a plain amount in ${currency} like 1234.50`);
    return value ?? 0n;
  };
  const requiredAmount = (column: string, currency: string): Minor =>
    required(column) === '' ? 0n : (amount(column, currency) ?? 0n);
  return {
    text,
    required,
    day,
    requiredDay: (column) => (required(column) === '' ? anyDay : (day(column) ?? anyDay)),
    currency(column) {
      const value = required(column);
      if (value !== '' && !isCurrency(value)) expect(column, 'badCurrency', 'a currency code like CNY');
      return value;
    },
    decimal(column) {
      const value = parseDecimal(required(column));
      if (value === undefined && text(column) !== '') expect(column, 'badNumber', 'a plain number like 0.70');
      return value ?? { coefficient: 0n, scale: 0 };
    },
    amount,
    requiredAmount,
    positiveAmount(column, currency, rule, next) {
      const refusedBefore = refusals.length;
      const value = requiredAmount(column, currency);
      if (value <= 0n && refusals.length === refusedBefore)
        refuse(column, 'amountNotPositive', rule, 'The amount must be more than zero.', next);
      return value;
    },
    oneOf(column, allowed, otherwise) {
      const value = text(column);
      const found = value === '' && otherwise !== undefined ? otherwise : allowed.find((one) => one === value);
      if (found === undefined) expect(column, 'unknownWord', `one of ${allowed.join(', ')}`);
      return found ?? allowed[0]!;
    },
    yes(column) {
      if (!['', 'yes'].includes(text(column))) expect(column, 'unknownWord', '“yes” or an empty cell');
      return text(column) === 'yes';
    },
    refuse,
  };
}

/** `taxId` is written `tax_id` in files. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `tax_id` is called `taxId` in rows, commands and records. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
