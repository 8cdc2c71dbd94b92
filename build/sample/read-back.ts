// Reads a generated setup folder back for the tests, with a CSV reader of its own (csv-parse).
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type TextRow = Readonly<Record<string, string>>;

/** The rows of a CSV file by column name. Throws where a row has more or fewer cells than the header. */
export function readRows(path: string): TextRow[] {
  return parse(readFileSync(path), { columns: true }) as TextRow[];
}

export function headerOf(path: string): string {
  return readFileSync(path, 'utf8').split('\n', 1)[0]!;
}

/** All files below the folder, as paths relative to it, in order of code points. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** One digest over the names and bytes of all files. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
