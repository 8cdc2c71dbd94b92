// The log of the program's own defects, in the computer's log folder, for whoever mends them. It stays small, and never
// stands in the way of what the clerk does.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largestBytes = 1 << 20;

/** A defect as people and files read it. */
export function defectText(defect: unknown): string {
  return defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
}

/** Adds a defect to the log; one that has grown long is put aside as `.former` first. Without room the entry is lost. */
export function logDefect(path: string, defect: unknown, now: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > largestBytes) renameSync(path, `${path}.former`);
    appendFileSync(path, `${now} ${defectText(defect)}\n`);
  } catch {
    // A full or read-only disk: the defect has been told already, and the work goes on.
  }
}
