// What went wrong on a thread, as what people are told: refusals where a rule, the ledger or the system said no.
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { systemRefusal } from './system-refusal.ts';

/** The refusals that an error stands for; undefined for a defect. */
export function refusalsOf(error: unknown): readonly Refusal[] | undefined {
  if (error instanceof Refused) return error.refusals;
  if (error instanceof LedgerError) return [error.refusal];
  const system = systemRefusal(error);
  return system && [system];
}

/** A defect as the log takes it. */
export function defectOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
