// What a decision is made from and what it is: facts to enter, or nothing. The deciders themselves stand in decide*.ts.
import type { Party } from '../rules/adopt.ts';
import type { Bucket } from '../rules/bill.ts';
import type { Place, Refusal } from '../rules/refusal.ts';
import type { Facts, ImportFact } from './facts.ts';
import type { RecordKind } from './record.ts';
import type { Row } from './row.ts';

/** What a decision may need that is not in the book's memory: gathered by the main process beforehand. */
export interface Evidence {
  /** The command's idempotency key: names what the command makes. */
  readonly key: string;
  /** importBills: the files read, those already in the book left out. */
  readonly imports?: readonly ImportFact[];
  /** importBills: by import, how many owners of its lines the book does not know. */
  readonly unknownOwners?: Readonly<Record<string, number>>;
  /** resolveExceptions: the parties of all lines in the book. */
  readonly parties?: readonly Party[];
  /** runCharges: the lines of the period in active imports, and these imports. */
  readonly buckets?: readonly Bucket[];
  readonly importsUsed?: readonly string[];
  /** runCharges: where a field of the first line of one of these buckets stands. */
  readonly placeOf?: (bucket: Bucket, field: 'owner' | 'currency') => Place;
}

/** Facts to enter; `kind` null where there is nothing to record. */
export interface Decision {
  readonly kind: RecordKind | null;
  readonly facts: Facts;
  readonly placeOf?: ((row: Row) => Place) | undefined;
  readonly result?: Readonly<Record<string, unknown>>;
}

/** A decision that records something. */
export function entered(kind: RecordKind, facts: Facts): Decision {
  return { kind, facts };
}

/** A decision that finds nothing to record. */
export const nothing: Decision = { kind: null, facts: {} };

/** The refusal for an input that names what the book does not have. */
export function notThere(code: string, rule: string, what: string, where: Place): Refusal {
  return { code, rule, what, unchanged: 'Nothing was changed.', next: 'Check the input and try again.', where };
}
