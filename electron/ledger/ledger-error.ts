// The error of the ledger: what the disk or the book would not do, told as a refusal. It carries no stack of its cause
// into the message; the cause stays attached for the log.
import type { Refusal } from '../../shared/rules/refusal.ts';

/** Thrown where the book cannot be read or written as asked; the command line ends with status 3. */
export class LedgerError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, cause?: unknown) {
    super(`${refusal.what} ${refusal.unchanged} ${refusal.next}`, { cause });
    this.refusal = refusal;
  }
}

/** The system's own words about an error, for the `what` of a refusal. */
export function systemMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the operating system said no, rather than a library about the bytes it was given. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
