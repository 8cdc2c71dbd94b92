// The one hash of the ledger. It hashes what is in memory; files are hashed in pieces by their readers.
import { hash } from 'node:crypto';

/** SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}
