// The filter box's language (ux/conventions.md §3.4): `entity:HT amount>10000 -status:ok "cos"` becomes conditions of a
// list. What it does not understand it says, and filters by the rest.
import type { ListFilter } from '../shared/reports/listing.ts';
import type { GridColumn } from './components/grid/column.ts';

export interface ReadFilter {
  readonly conditions: readonly ListFilter[];
  /** Words that name no column of the list. */
  readonly unknown: readonly string[];
}

const term = /(-)?(?:([^\s:：<>=＜＞"“”]+)(>=|<=|>|<|=|:|：|＞|＜))?(?:"([^"]*)"|“([^”]*)”|(\S+))/gu;

const tests: Readonly<Record<string, ListFilter['test']>> = {
  ':': 'has',
  '：': 'has',
  '=': 'is',
  '>': 'above',
  '＞': 'above',
  '>=': 'at-least',
  '<': 'below',
  '＜': 'below',
  '<=': 'at-most',
};

/** Reads a filter for a list of these columns; a word alone is looked for in the column `wordsIn`. */
export function readFilter(text: string, columns: readonly GridColumn[], wordsIn: string): ReadFilter {
  const conditions: ListFilter[] = [];
  const unknown: string[] = [];
  for (const [whole, minus, name, sign = ':', quoted, chinese, bare] of text.matchAll(term)) {
    const value = quoted ?? chinese ?? bare ?? '';
    const column = name === undefined ? wordsIn : columnNamed(name, columns);
    if (column === undefined) unknown.push(whole);
    else conditions.push(...conditionsOf(column, minus ? 'not' : sign, value, columns));
  }
  return { conditions, unknown };
}

function columnNamed(name: string, columns: readonly GridColumn[]): string | undefined {
  const wanted = name.toLowerCase();
  const found =
    columns.find(({ id }) => id.toLowerCase() === wanted) ??
    columns.find(({ title }) => title.toLowerCase() === wanted) ??
    columns.find(({ id, title }) => id.toLowerCase().startsWith(wanted) || title.toLowerCase().startsWith(wanted));
  return found?.id;
}

function conditionsOf(
  column: string,
  sign: string,
  value: string,
  columns: readonly GridColumn[],
): readonly ListFilter[] {
  if (sign === 'not') return [{ column, test: 'is-not', value }];
  const range = /^(.+?)\.\.(.+)$/.exec(value);
  if (range) {
    const [, from = '', to = ''] = range;
    const last = from.length > to.length && /^\d{4}-/.test(from) ? from.slice(0, from.length - to.length) + to : to;
    return [
      { column, test: 'at-least', value: from },
      { column, test: 'at-most', value: last },
    ];
  }
  const kind = columns.find(({ id }) => id === column)?.kind;
  const test = sign === ':' && (kind === 'tag' || kind === 'amount') ? 'is' : (tests[sign] ?? 'has');
  return [{ column, test, value: value.replaceAll(/(?<=\d),(?=\d{3})/g, '') }];
}
