// The key of a figure: which cell or sum of which answer it is, as one text that anybody who has the answer can write
// and `explain` can read back: `charges?period=2026-10#tencent%3A1000/cash`, `balances#+CNY/cash` for a sum.
import type { Json } from '../book/record.ts';

export type FigureInput = Readonly<Record<string, Json | undefined>>;

/** A cell of a row by the row's `id`, or the sum of a column over all rows of a currency. */
export interface Figure {
  readonly query: string;
  /** The query's input; how the list is paged and sorted does not matter, and for a cell neither how it is filtered. */
  readonly input: FigureInput;
  readonly of: { readonly row: string } | { readonly sumIn: string };
  readonly column: string;
}

/** The key of a figure; equal figures have equal keys. */
export function figureKey({ query, input, of, column }: Figure): string {
  const dropped = ['offset', 'limit', 'sort', ...('row' in of ? ['filter'] : [])];
  const parameters = Object.entries(input)
    .filter(([name, value]) => !dropped.includes(name) && value !== undefined && !isEmpty(value))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${escaped(typeof value === 'string' ? value : `:${JSON.stringify(value)}`)}`);
  const place = 'row' in of ? escaped(of.row) : `+${escaped(of.sumIn)}`;
  return `${query}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}#${place}/${escaped(column)}`;
}

/** Reads a key back; undefined for a text that is none. */
export function readFigureKey(key: string): Figure | undefined {
  const parts = /^([A-Za-z]+)(?:\?([^#]*))?#(\+?)([^/#]*)\/([^/#]+)$/.exec(key);
  if (!parts) return undefined;
  const [, query = '', parameters = '', sum, place = '', column = ''] = parts;
  try {
    const input = Object.fromEntries(parameters.split('&').filter(Boolean).map(readParameter));
    const of = sum === '+' ? { sumIn: decodeURIComponent(place) } : { row: decodeURIComponent(place) };
    return { query, input, of, column: decodeURIComponent(column) };
  } catch {
    return undefined;
  }
}

function readParameter(text: string): readonly [string, Json] {
  const at = text.indexOf('=');
  const value = decodeURIComponent(text.slice(at + 1));
  return [text.slice(0, at), value.startsWith(':') ? (JSON.parse(value.slice(1)) as Json) : value];
}

function escaped(text: string): string {
  return encodeURIComponent(text);
}

function isEmpty(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The cells of an id that `rowId` made. */
export function cellsOfId(id: string): readonly string[] {
  return id.split('|').map((cell) => cell.replace(/%7C|%25/g, (sign) => (sign === '%25' ? '%' : '|')));
}

/** The id of a row from the cells that identify it: joined by `|`, so that different cells give different ids. */
export function rowId(...cells: readonly string[]): string {
  return cells.map(escapedCell).join('|');
}

/** Most cells need no look at each of their signs. */
function escapedCell(cell: string): string {
  return cell.includes('%') || cell.includes('|')
    ? cell.replace(/[%|]/g, (sign) => (sign === '%' ? '%25' : '%7C'))
    : cell;
}
