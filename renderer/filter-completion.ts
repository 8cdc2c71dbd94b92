// What may come next in a filter that is being written: a column, what is asked of it, a value. Pure: the text and the
// place in it go in, choices and the text after one of them come out.
import { type GridColumn, isFigure } from './components/grid/column.ts';
import { columnCalled, columnNamed, expressionsIn, namesOf, plainName } from './filter-language.ts';

/** The part of the filter that is being written. */
export interface Completing {
  readonly stage: 'column' | 'sign' | 'value';
  /** The place of what a choice replaces. */
  readonly from: number;
  readonly to: number;
  readonly written: string;
  readonly column?: GridColumn;
  /** The place of the whole expression. */
  readonly start: number;
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
  readonly insert: string;
}

const mostChoices = 12;

/** What is being written at a place of the text; undefined inside of a quoted word that is done. */
export function completingAt(text: string, caret: number, columns: readonly GridColumn[]): Completing | undefined {
  const match = expressionsIn(text.slice(0, caret)).at(-1);
  const isAtCaret = match !== undefined && match.index + match[0].length === caret;
  const [whole, minus = '', name, , value = ''] = isAtCaret ? match : [''];
  const start = caret - whole.length;
  if (name === undefined) {
    if (/["“]/.test(value)) return undefined;
    const place = { start, from: start + minus.length, to: caret, written: value };
    const column = value === '' ? undefined : columnCalled(value, columns);
    return column ? { stage: 'sign', ...place, column } : { stage: 'column', ...place };
  }
  const column = columnNamed(name, columns);
  if (!column || value.includes('..')) return undefined;
  const before = column.codes ? value.lastIndexOf(',') + 1 : 0;
  const written = value.slice(before).replaceAll(/["“”]/g, '');
  return { stage: 'value', start, from: caret - value.length + before, to: caret, written, column };
}

/** The columns that what is written may mean, those that begin with it first. */
export function columnChoices({ written }: Completing, columns: readonly GridColumn[]): readonly Choice[] {
  const wanted = plainName(written);
  const rank = (column: GridColumn): number => {
    const names = namesOf(column).map(plainName);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return columns
    .map((column) => ({ column, rank: rank(column) }))
    .filter((each) => each.rank < 2)
    .sort((left, right) => left.rank - right.rank)
    .slice(0, mostChoices)
    .map(({ column: { id, title, kind } }) => {
      const [, other = ''] = namesOf({ id, title, kind, width: 0 }).slice(1);
      return { id, text: title, detail: other, insert: isFigure(kind) ? insertable(title) : `${insertable(title)}:` };
    });
}

/** What may be asked of the column whose name is written. */
export function signChoices({ column, written }: Completing, wordOf: (sign: string) => string): readonly Choice[] {
  const kind = column!.kind;
  const comparing = isFigure(kind) || kind === 'date';
  const signs = comparing ? ['>', '>=', '<', '<=', '='] : [':', '='];
  return signs.map((sign) => ({ id: sign, text: `${written}${sign}`, detail: wordOf(sign), insert: written + sign }));
}

/** A value, as it is known and as many rows have it. */
export interface KnownValue {
  readonly value: string;
  readonly rows: number;
}

/** The values of the column that what is written may mean. */
export function valueChoices({ column, written }: Completing, values: readonly KnownValue[]): readonly Choice[] {
  const codes = column!.codes?.();
  const wanted = written.toLowerCase();
  return values
    .map(({ value, rows }) => {
      const texts = codes?.find(({ code }) => code === value)?.texts ?? [value];
      return { value, rows, texts };
    })
    .filter(({ value, texts }) => [value, ...texts].some((text) => text.toLowerCase().includes(wanted)))
    .slice(0, mostChoices)
    .map(({ value, rows, texts: [text = value] }) => {
      return { id: value, text, detail: rows.toLocaleString('en-US'), insert: quoted(text) };
    });
}

/** The text once a choice is taken, and where one goes on. */
export function completed(text: string, { stage, from, to }: Completing, insert: string) {
  const after = stage === 'value' ? ' ' : '';
  const rest = text.slice(to);
  const before = text.slice(0, from) + insert + (rest.startsWith(' ') ? '' : after);
  return { text: before + rest, caret: before.length + (after !== '' && rest.startsWith(' ') ? 1 : 0) };
}

/** A title as a name that has no gaps. */
function insertable(title: string): string {
  return title.toLowerCase().replaceAll(/[\s,，]+/g, '-');
}

function quoted(text: string): string {
  return /[\s,，:：<>="]/.test(text) ? `"${text.replaceAll('"', '')}"` : text;
}
