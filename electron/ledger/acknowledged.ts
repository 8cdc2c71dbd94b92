// The mark `journal/acknowledged.json`: the last record that was certainly acknowledged when the book was last closed.
// It proves that a journal which ends earlier has lost records; it may lag behind the journal, never run ahead.
import { join } from 'node:path';
import { type Disk, readFile } from './disk.ts';
import { writeDurably } from './durable-file.ts';
import { sealJson, unsealJson } from './sealed-json.ts';
import { journalFolder } from './segment.ts';

/** A record by its number and its hash. */
export interface RecordMark {
  readonly seq: number;
  readonly head: string;
}

export const acknowledgedName = 'acknowledged.json';

/** The mark; undefined where there is none, `damaged` where its own hash does not hold. */
export function readAcknowledged(disk: Disk, book: string): RecordMark | 'damaged' | undefined {
  const bytes = readFile(disk, join(journalFolder(book), acknowledgedName));
  if (!bytes) return undefined;
  const members = unsealJson(bytes);
  return members ? { seq: Number(members['seq']), head: String(members['head']) } : 'damaged';
}

/** Sets the mark, durably; the record must be on stable storage already. */
export function writeAcknowledged(disk: Disk, book: string, { seq, head }: RecordMark): void {
  writeDurably(disk, join(journalFolder(book), acknowledgedName), sealJson({ seq, head }));
}
