// The imports that count: neither undone nor replaced.
import { type Month, formatMonth } from '../calendar/day.ts';
import type { Book } from './book.ts';
import type { ImportFact } from './facts.ts';

/** All of them, in the order in which they were imported. */
export function standingImports(book: Book): readonly ImportFact[] {
  return [...book.imports.values()].filter(({ gone }) => !gone).map(({ fact }) => fact);
}

/** Those that have lines in a month. */
export function importsIn(book: Book, month: Month): readonly ImportFact[] {
  const name = formatMonth(month);
  return standingImports(book).filter(({ months }) => months.some((one) => one.month === name));
}
