// Errors on their way from one thread to another: copying alone would keep their message and lose what they are.
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import { NotUtf8 } from './csv-scanner.ts';

/** An error as plain data. */
export type PackedError =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'notUtf8' }
  | { readonly kind: 'other'; readonly error: unknown; readonly facts: object };

export function packedError(error: unknown): PackedError {
  if (error instanceof Refused) return { kind: 'refused', refusals: error.refusals };
  if (error instanceof NotUtf8) return { kind: 'notUtf8' };
  return { kind: 'other', error, facts: error instanceof Error ? systemFacts(error) : {} };
}

export function unpackedError(packed: PackedError): unknown {
  switch (packed.kind) {
    case 'refused':
      return new Refused(...packed.refusals);
    case 'notUtf8':
      return new NotUtf8();
    case 'other':
      return packed.error instanceof Error ? Object.assign(packed.error, packed.facts) : packed.error;
  }
}

/** What Node says of a failed system call, beside the message. */
function systemFacts(error: NodeJS.ErrnoException): object {
  const { code, errno, syscall, path } = error;
  return Object.fromEntries(Object.entries({ code, errno, syscall, path }).filter(([, value]) => value !== undefined));
}
