// A book's disk as it stood when its journal ended at a position: what is appended while somebody reads is not there yet.
// It serves reading alone; nothing is written through it.
import { basename, dirname, join } from 'node:path';
import { acknowledgedName, readAcknowledged } from './acknowledged.ts';
import type { Disk, DiskFile } from './disk.ts';
import type { JournalPosition } from './scan.ts';
import { journalFolder, segmentPath } from './segment.ts';

const monthLength = 'YYYY-MM'.length;

/** The disk as it stood; `position` is the end of an acknowledged record. */
export function diskAsOf(disk: Disk, book: string, { seq, segment, end }: JournalPosition): Disk {
  const last = segmentPath(book, segment);
  const cut = new Set<DiskFile>();
  const mark = readAcknowledged(disk, book);
  /** A segment begun later, the seal that the last segment got by that, and a mark set later. */
  const isLater = (path: string): boolean => {
    if (dirname(path) !== journalFolder(book)) return false;
    const name = basename(path);
    if (name === acknowledgedName) return typeof mark === 'object' && mark.seq > seq;
    const month = /^\d{4}-\d{2}\.(jsonl|sha256)$/.test(name) ? name.slice(0, monthLength) : '';
    return month > segment || name === `${segment}.sha256`;
  };
  return {
    ...disk,
    open(path, mode) {
      const file = disk.open(path, mode);
      if (path === last) cut.add(file);
      return file;
    },
    close(file) {
      cut.delete(file);
      disk.close(file);
    },
    read(file, into, at) {
      if (!cut.has(file)) return disk.read(file, into, at);
      return at >= end ? 0 : disk.read(file, into.subarray(0, Math.min(into.length, end - at)), at);
    },
    list: (path) => disk.list(path).filter((name) => !isLater(join(path, name))),
    facts(path) {
      const facts = isLater(path) ? undefined : disk.facts(path);
      return facts && path === last ? { ...facts, size: Math.min(facts.size, end) } : facts;
    },
  };
}
