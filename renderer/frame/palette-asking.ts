// What is typed into the palette, read: a prefix narrows what is looked for (ux/conventions.md §3.3).
import type { Found } from '../../shared/reports/search.ts';

export type Prefix = '' | '>' | '@' | '#' | '=' | '?';

/** What is looked for: `text` as the book is asked, '' where it is not. */
export interface PaletteAsking {
  readonly prefix: Prefix;
  readonly words: string;
  readonly text: string;
}

const prefixes: readonly string[] = ['>', '@', '#', '=', '?'];

/** Reads what is typed. */
export function readAsking(typed: string): PaletteAsking {
  const first = typed.trim().charAt(0);
  const prefix = (prefixes.includes(first) ? first : '') as Prefix;
  const words = prefix === '' ? typed.trim() : typed.trim().slice(1).trim();
  if (prefix === '>' || prefix === '?') return { prefix, words, text: '' };
  const isOfBook = (prefix === '=' || prefix === '#') && words !== '';
  return { prefix, words, text: isOfBook ? `${prefix}${words}` : words };
}

/** Whether something found is of the kind that the prefix asks for. */
export function isAskedFor(prefix: Prefix, { type }: Found): boolean {
  if (prefix === '@') return type === 'entity' || type === 'account';
  if (prefix === '#') return !['entity', 'account', 'charge'].includes(type);
  return true;
}
