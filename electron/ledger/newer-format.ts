// What is said of a book that a newer Purser wrote: it is not damaged, and this program leaves it alone.
import { LedgerError } from './ledger-error.ts';

/** The format of records and covers that this program writes; it reads no newer one. */
export const knownFormat = 1;

/** `what` says which part is of which format. */
export function newerFormat(what: string): LedgerError {
  return new LedgerError({
    code: 'newerFormat',
    what,
    unchanged: 'The book was left as it is.',
    next: 'Install the newest Purser, then open the book again.',
  });
}
