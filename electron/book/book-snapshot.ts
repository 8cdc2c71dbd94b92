// The state of a book kept beside its journal, so that opening folds only the records since (architecture.md §4). It is a
// cache: of another build, of another journal or missing, it is passed over.
import { join } from 'node:path';
import type { Book } from '../../shared/book/book.ts';
import type { Disk } from '../ledger/disk.ts';
import type { JournalPosition } from '../ledger/scan.ts';
import { cacheName, makeCacheFolder, readSnapshot, writeSnapshot } from '../ledger/snapshot.ts';
import { KeptParts } from './kept-parts.ts';
import { once } from './lazily.ts';
import { joinBook, partBook, partsIn, readTable } from './parted-book.ts';

/** Digest of the sources that fold records into a state, put in by the build; run from sources there are no snapshots. */
declare const purserFoldDigest: string;

/** The version of the fold that this program was built with; '' where it runs from sources. */
export const builtFoldVersion = typeof purserFoldDigest === 'string' ? purserFoldDigest : '';

/** A state and the position of the last record in it. */
export interface KeptState {
  readonly book: Book;
  readonly position: JournalPosition;
}

/** The state that was kept, where it is of this fold and the journal has its last record; `again` folds up to a record. */
export function readState(
  disk: Disk,
  folder: string,
  foldVersion: string,
  again: (until: number) => Book,
): KeptState | undefined {
  if (foldVersion === '') return undefined;
  const snapshot = readSnapshot(disk, folder, foldVersion);
  const table = snapshot && readTable(snapshot.state);
  if (!table) return undefined;
  const { position } = snapshot;
  const book = joinBook(
    partsOf(disk, folder),
    table,
    once(() => again(position.seq)),
  );
  return book && { book, position };
}

/**
 * Keeps a state; `position` is that of the last record folded into it, which is on stable storage. A disk that takes no
 * more keeps nobody from closing a book: the state is then folded again at the next opening.
 */
export function keepState(disk: Disk, folder: string, foldVersion: string, { book, position }: KeptState): void {
  if (foldVersion === '') return;
  try {
    makeCacheFolder(disk, folder);
    const parts = partsOf(disk, folder);
    const state = partBook(parts, book);
    writeSnapshot(disk, folder, { stateVersion: foldVersion, position, state });
    parts.keepOnly(partsIn(state));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
}

function partsOf(disk: Disk, folder: string): KeptParts {
  return new KeptParts(disk, join(folder, cacheName, 'state'));
}
