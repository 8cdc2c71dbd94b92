// `notes.jsonl` in a book's folder: what was done with the book as a whole (restored, salvaged, accepted), by whom and why.
// It is information beside the journal, chained to nothing; no state is read from it.
import { join } from 'node:path';
import type { Json } from '../../shared/book/record.ts';
import { type Disk, readFile } from './disk.ts';
import { writeDurably } from './durable-file.ts';

export const notesName = 'notes.jsonl';

/** One note; `at` is an instant, ISO 8601 in UTC. */
export interface BookNote {
  readonly at: string;
  readonly by: string;
  readonly what: 'restored' | 'salvaged' | 'accepted';
  readonly reason: string;
  readonly details: { readonly [name: string]: Json };
}

/** Adds a note to those that there are, durably. */
export function addNote(disk: Disk, book: string, { at, by, what, reason, details }: BookNote): void {
  const path = join(book, notesName);
  const former = readFile(disk, path)?.toString('utf8') ?? '';
  writeDurably(disk, path, `${former}${JSON.stringify({ at, by, what, reason, ...details })}\n`);
}
