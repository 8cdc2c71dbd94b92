// What the operating system would not do (a full disk, a missing right), told as a refusal.
import type { Refusal } from '../../shared/rules/refusal.ts';

/** A system error as a refusal; undefined for anything else, which is a defect. */
export function systemRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const path = 'path' in error ? ` (${String(error.path)})` : '';
  return {
    code: 'systemError',
    what: `The system said ${String(error.code)} on ${String(error.syscall)}${path}.`,
    unchanged: 'What was acknowledged before is kept; this call has changed nothing else.',
    next: 'Free the disk or correct the path and its rights, then call again.',
  };
}
