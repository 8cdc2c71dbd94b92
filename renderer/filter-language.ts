// The filter box's language (ux/conventions.md §3.4): `entity:HT amount>10000 -status:ok "cos"` becomes conditions of a
// list. Columns and codes are named in either language. What it does not understand it says, and filters by the rest.
import { formatDecimal, parseDecimal } from '../shared/money/decimal.ts';
import type { ListFilter } from '../shared/reports/listing.ts';
import { type GridColumn, isFigure } from './components/grid/column.ts';
import { readAmount } from './components/grid/read-amount.ts';
import type { CodeWords } from './i18n/both-languages.ts';
import { titlesLike } from './i18n/both-languages.ts';

export type FilterSign = ':' | '=' | '>' | '>=' | '<' | '<=';
export type FilterFault = 'no-such-column' | 'not-a-number' | 'no-such-value';

/** One expression of a filter, with its place in the text. */
export interface FilterTerm {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isNot: boolean;
  /** Absent where the column is not known. */
  readonly column?: GridColumn;
  readonly sign: FilterSign;
  /** As they were written; two of a range, several of a choice. */
  readonly values: readonly string[];
  readonly isRange: boolean;
  readonly conditions: readonly ListFilter[];
  readonly fault?: FilterFault;
}

export interface ReadFilter {
  readonly terms: readonly FilterTerm[];
  readonly conditions: readonly ListFilter[];
  /** The expressions that are not understood. */
  readonly unknown: readonly FilterTerm[];
}

const pattern = /(-)?(?:([^\s:：<>=＜＞"“”]+)(>=|<=|>|<|=|:|：|＞|＜))?((?:"[^"]*"?|“[^”]*”?|[^\s"“”])*)/gu;
const signs: Readonly<Record<string, FilterSign>> = { '：': ':', '＞': '>', '＜': '<' };
const tests = { ':': 'has', '=': 'is', '>': 'above', '>=': 'at-least', '<': 'below', '<=': 'at-most' } as const;

/** The expressions of a text in order: what each is, its minus, the name of its column, its sign, its value. */
export function expressionsIn(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(([whole]) => whole !== '');
}

/** Reads a filter for a list of these columns; a word alone is looked for in the column `wordsIn`. */
export function readFilter(text: string, columns: readonly GridColumn[], wordsIn: string): ReadFilter {
  const terms = expressionsIn(text).map((match) => readTerm(match, columns, wordsIn));
  return {
    terms,
    conditions: terms.flatMap(({ conditions }) => conditions),
    unknown: terms.filter(({ fault }) => fault !== undefined),
  };
}

/** The column of a name in any language: by its whole name before a beginning of it. */
export function columnNamed(name: string, columns: readonly GridColumn[]): GridColumn | undefined {
  const wanted = plainName(name);
  const begins = (column: GridColumn): boolean => namesOf(column).some((each) => plainName(each).startsWith(wanted));
  return columnCalled(name, columns) ?? columns.find(begins);
}

/** The column whose own name a text is, else whose title in either language. */
export function columnCalled(name: string, columns: readonly GridColumn[]): GridColumn | undefined {
  const wanted = plainName(name);
  const isCalled = (column: GridColumn): boolean => namesOf(column).some((each) => plainName(each) === wanted);
  return columns.find(({ id }) => plainName(id) === wanted) ?? columns.find(isCalled);
}

/** The names by which a column is known: its own, its title, its title in the other language. */
export function namesOf({ id, title }: GridColumn): readonly string[] {
  return [id, ...titlesLike(title)];
}

/** A name without what stands between its words. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s,，、·-]/g, '');
}

/** The codes of a column that a text means: the one that it names, else those whose words hold it. */
export function codesMeant(codes: readonly CodeWords[], written: string): readonly string[] {
  const wanted = written.toLowerCase();
  const known = ({ code, texts }: CodeWords): readonly string[] => [code, ...texts].map((each) => each.toLowerCase());
  const exact = codes.filter((each) => known(each).includes(wanted));
  const found = exact.length > 0 ? exact : codes.filter((each) => known(each).some((text) => text.includes(wanted)));
  return found.map(({ code }) => code);
}

function readTerm(match: RegExpExecArray, columns: readonly GridColumn[], wordsIn: string): FilterTerm {
  const [text, minus, name, written = ':', value = ''] = match;
  const place = { from: match.index, to: match.index + text.length, text };
  const sign = signs[written] ?? (written as FilterSign);
  const column = name === undefined ? columns.find(({ id }) => id === wordsIn) : columnNamed(name, columns);
  const values = partsOf(value, column);
  const range = /^(.+?)\.\.(.+)$/.exec(value);
  const term = { ...place, isNot: minus !== undefined, sign, isRange: range !== null };
  if (!column) return { ...term, values, conditions: [], fault: 'no-such-column' };
  if (value === '') return { ...term, column, values: [], conditions: [] };
  const read = range ? rangeOf(column, range) : conditionsOf(column, sign, values, term.isNot);
  if (typeof read === 'string') return { ...term, column, values, conditions: [], fault: read };
  return { ...term, column, values: range ? [range[1]!, range[2]!] : values, conditions: read };
}

/** Several values stand between commas, where these are not part of the value. */
function partsOf(value: string, column: GridColumn | undefined): readonly string[] {
  const bare = value.replaceAll(/["“”]/g, '');
  if (bare !== value || column?.codes === undefined) return [bare];
  return bare.split(/[,，]/).filter((part) => part !== '');
}

function rangeOf(column: GridColumn, [, first = '', last = '']: RegExpExecArray): readonly ListFilter[] | FilterFault {
  const isShort = first.length > last.length && /^\d{4}-/.test(first);
  const until = isShort ? first.slice(0, first.length - last.length) + last : last;
  const [from, to] = [comparable(column, first), comparable(column, until)];
  if (from === undefined || to === undefined) return 'not-a-number';
  return [
    { column: column.id, test: 'at-least', value: from },
    { column: column.id, test: 'at-most', value: to },
  ];
}

function conditionsOf(
  { id: column, kind, codes, ...rest }: GridColumn,
  sign: FilterSign,
  values: readonly string[],
  isNot: boolean,
): readonly ListFilter[] | FilterFault {
  if (codes) {
    const meant = values.flatMap((value) => codesMeant(codes(), value));
    if (meant.length === 0 && sign !== '=') return 'no-such-value';
    if (meant.length === 0) return [{ column, test: isNot ? 'is-not' : 'is', value: values.join(',') }];
    if (isNot) return meant.map((value) => ({ column, test: 'is-not', value }));
    return [{ column, test: meant.length === 1 ? 'is' : 'one-of', value: meant.join('\n') }];
  }
  const [written = ''] = values;
  const value = comparable({ id: column, kind, ...rest }, written);
  if (value === undefined) return 'not-a-number';
  const isWhole = sign === '=' || kind === 'tag' || isFigure(kind);
  if (isNot) return [{ column, test: isWhole ? 'is-not' : 'has-not', value }];
  return [{ column, test: sign === ':' && isWhole ? 'is' : tests[sign], value }];
}

/** What a cell is compared with; undefined where a figure is asked for and none is written. */
function comparable({ kind }: GridColumn, written: string): string | undefined {
  if (!isFigure(kind)) return written;
  const read = readAmount(written, 'point');
  return read.is === 'amount' ? formatDecimal(parseDecimal(read.amount)!) : undefined;
}
