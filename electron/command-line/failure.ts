// How the command line ends: the exit statuses of the contract, and what is written about a failure. A refusal is one
// line of JSON on standard error for each reason.
import { Refused } from '../../shared/rules/refusal.ts';
import { systemRefusal } from '../book/system-refusal.ts';
import { LedgerError } from '../ledger/ledger-error.ts';

/** 0 done · 1 refused · 2 usage · 3 the book is damaged or cannot be written. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** The call itself is wrong: an unknown word, a missing argument. */
export class UsageError extends Error {}

/** Writes what an error says to standard error and answers the exit status for it; other errors are defects and thrown on. */
export function reportFailure(error: unknown, write: (text: string) => void): ExitStatus {
  if (error instanceof Refused) {
    for (const refusal of error.refusals) write(`${JSON.stringify(refusal)}\n`);
    return 1;
  }
  if (error instanceof LedgerError) {
    write(`${JSON.stringify(error.refusal)}\n`);
    return 3;
  }
  if (error instanceof UsageError) {
    write(`${error.message}\n`);
    return 2;
  }
  const system = systemRefusal(error);
  if (!system) throw error;
  write(`${JSON.stringify(system)}\n`);
  return 3;
}
