// The head of a book on disk: the hash of its last record, read from the journal as it lies there.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The head of the book in a folder, 64 hexadecimal digits. */
export function headOf(book: string): string {
  const segments = readdirSync(join(book, 'journal')).filter((name) => name.endsWith('.jsonl'));
  const last = readFileSync(join(book, 'journal', segments.sort().at(-1)!), 'utf8')
    .trimEnd()
    .split('\n')
    .at(-1)!;
  return (JSON.parse(last) as { hash: string }).hash;
}
