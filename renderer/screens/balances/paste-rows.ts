// Rows copied from Excel, read for a command: every cell before any is taken. Columns are found by their headings, or stand
// in the usual order; accounts are named by number or by name.
import { currencyDecimals } from '../../../shared/money/currency.ts';
import { type DecimalSign, readAmount } from '../../components/grid/read-amount.ts';
import { headedRows } from '../headed-rows.ts';
import { dayAsWritten } from '../../components/grid/paste.ts';
import type { GridRow } from '../../components/grid/column.ts';

export type PastedColumn = 'kind' | 'date' | 'account' | 'to' | 'amount' | 'currency' | 'reference';
export type PasteRowsFault =
  'not-an-amount' | 'ambiguous-amount' | 'not-a-date' | 'unknown-name' | 'two-names' | 'not-a-kind' | 'missing';

/** A cell as it was written, with what it stands for or what is wrong with it. */
export interface ReadCell {
  readonly written: string;
  readonly value: string;
  readonly fault?: PasteRowsFault;
}

export type ReadRow = Readonly<Partial<Record<PastedColumn, ReadCell>>>;

export interface PasteForm {
  readonly columns: readonly PastedColumn[];
  readonly optional: readonly PastedColumn[];
  readonly accounts: readonly GridRow[];
  /** What a column may be called in a heading, in any language, small letters. */
  readonly headings: Readonly<Record<PastedColumn, readonly string[]>>;
  /** Kinds of movements by their own name and by what they are called in each language, small letters. */
  readonly kinds: ReadonlyMap<string, string>;
}

/** The rows of a clipboard text; a first row of headings is none of them. */
export function readPastedRows(text: string, form: PasteForm, sign?: DecimalSign): readonly ReadRow[] {
  const placeOf = (heading: string): number =>
    form.columns.findIndex((column) => form.headings[column].includes(heading));
  return headedRows(text, { count: form.columns.length, placeOf, least: 1 }).map((cells) => readRow(cells, form, sign));
}

/** Whether every cell could be read. */
export function isReadable(rows: readonly ReadRow[]): boolean {
  return rows.length > 0 && faultsIn(rows) === 0;
}

/** The first amount of two meanings, where the clerk has to say how amounts are written. */
export function ambiguousIn(rows: readonly ReadRow[]): string | undefined {
  return rows.find(({ amount }) => amount?.fault === 'ambiguous-amount')?.amount?.written;
}

export function faultsIn(rows: readonly ReadRow[]): number {
  return rows.flatMap((row) => Object.values(row)).filter(({ fault }) => fault !== undefined).length;
}

/** Reads the cells of one row, in the order of the form's columns. */
function readRow(cells: readonly string[], form: PasteForm, sign: DecimalSign | undefined): ReadRow {
  const written = (column: PastedColumn): string => cells[form.columns.indexOf(column)] ?? '';
  const account = readAccount(written('account'), form);
  const currency = form.accounts.find(({ id }) => id === account.value)?.['currency'] ?? '';
  return Object.fromEntries(
    form.columns.map((column) => [column, readCell(column, written(column), { form, account, currency, sign })]),
  );
}

interface Reading {
  readonly form: PasteForm;
  readonly account: ReadCell;
  readonly currency: string;
  readonly sign: DecimalSign | undefined;
}

function readCell(column: PastedColumn, written: string, { form, account, currency, sign }: Reading): ReadCell {
  if (column === 'currency') return { written, value: written === '' ? currency : written.toUpperCase() };
  if (written === '') return form.optional.includes(column) ? { written, value: '' } : faulty(written, 'missing');
  switch (column) {
    case 'account':
      return account;
    case 'to':
      return readAccount(written, form);
    case 'date': {
      const day = dayAsWritten(written);
      return day === undefined ? faulty(written, 'not-a-date') : { written, value: day };
    }
    case 'amount': {
      const read = readAmount(written, sign, currency === '' ? Infinity : currencyDecimals(currency));
      if (read.is === 'amount') return { written, value: read.amount };
      return faulty(written, read.is === 'ambiguous' ? 'ambiguous-amount' : 'not-an-amount');
    }
    case 'kind': {
      const kind = form.kinds.get(lower(written));
      return kind === undefined ? faulty(written, 'not-a-kind') : { written, value: kind };
    }
    case 'reference':
      return { written, value: written };
  }
}

/** An account by its key, its number or its name, as far as that is one account's alone. */
function readAccount(written: string, { accounts }: PasteForm): ReadCell {
  const wanted = lower(written);
  const found =
    accounts.filter((row) => row.id === written || row['account'] === written || row['number'] === written) ?? [];
  const named = found.length > 0 ? found : accounts.filter((row) => lower(row['name'] ?? '') === wanted);
  if (named.length === 1) return { written, value: named[0]!.id };
  return faulty(written, named.length > 1 ? 'two-names' : 'unknown-name');
}

function faulty(written: string, fault: PasteRowsFault): ReadCell {
  return { written, value: '', fault };
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}
