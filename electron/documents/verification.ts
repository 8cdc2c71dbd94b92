// The code on a document by which its content can be checked against the book.
import { createHash } from 'node:crypto';

/** The first 8 hexadecimal digits of the SHA-256 of the facts that a document is made from. */
export function verificationCode(facts: unknown): string {
  const text = JSON.stringify(facts, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
