// The snapshot: the state of a book at a position of its journal, so that opening need not fold every record. It is
// never trusted beyond the journal: one that is damaged, of other code, or newer than the journal is ignored.
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import type { Json } from '../../shared/book/record.ts';
import type { Disk } from './disk.ts';
import { positionHolds } from './position.ts';
import type { JournalPosition } from './scan.ts';
import { sealedJsonAdapter } from './sealed-json-adapter.ts';

/** A state and the end of the last record in it; `stateVersion` changes whenever the code folds states differently. */
export interface Snapshot {
  readonly stateVersion: string;
  readonly position: JournalPosition;
  readonly state: Json;
}

type SnapshotFile = { readonly stateVersion: string; readonly position: Json; readonly state: Json };

/** The folder of what can be made again. */
export const cacheName = 'cache';
const noSnapshot: SnapshotFile = { stateVersion: '', position: null, state: null };

/** The snapshot of a book, if it is of this version and the journal has its record; else undefined. */
export function readSnapshot(disk: Disk, book: string, stateVersion: string): Snapshot | undefined {
  if (!disk.facts(join(book, cacheName))) return undefined;
  const file = openSnapshot(disk, book);
  file.read();
  const { position, state } = file.data;
  if (file.data.stateVersion !== stateVersion || !isPosition(position)) return undefined;
  return positionHolds(disk, book, position) ? { stateVersion, position, state } : undefined;
}

/** Replaces the snapshot. The record of its position must have been acknowledged. */
export function writeSnapshot(disk: Disk, book: string, snapshot: Snapshot): void {
  makeCacheFolder(disk, book);
  const file = openSnapshot(disk, book);
  file.data = { ...snapshot, position: { ...snapshot.position } };
  file.write();
}

/** Makes the folder of a book's caches where there is none. */
export function makeCacheFolder(disk: Disk, book: string): void {
  if (disk.facts(join(book, cacheName))) return;
  disk.makeFolder(join(book, cacheName));
  disk.syncFolder(book);
}

function openSnapshot(disk: Disk, book: string): LowSync<SnapshotFile> {
  const path = join(book, cacheName, 'snapshot.json');
  return new LowSync(
    sealedJsonAdapter(disk, path, ({ stateVersion, position = null, state = null }) =>
      typeof stateVersion === 'string' ? { stateVersion, position, state } : undefined,
    ),
    noSnapshot,
  );
}

function isPosition(value: unknown): value is JournalPosition {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, head, segment, line, end } = value as Record<string, unknown>;
  const areNumbers = [seq, line, end].every(Number.isSafeInteger);
  return areNumbers && typeof head === 'string' && typeof segment === 'string' && /^(\d{4}-\d{2})?$/.test(segment);
}
