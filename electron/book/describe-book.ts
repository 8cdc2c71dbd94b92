// A book that is open on a thread, described in plain data for the window: whether it can be written, and what its folder
// is exposed to.
import type { Disk } from '../ledger/disk.ts';
import type { ReadOnlyReason } from '../ledger/journal.ts';
import { journalFolder } from '../ledger/segment.ts';
import { conflictCopies, synchroniserOf, synchroniserRoots } from '../ledger/synced-folder.ts';
import { resolve } from 'node:path';
import type { Exposure, ReadOnly } from '../../shared/contract/open-book.ts';
import type { BookOnThread } from './book-calls.ts';
import type { OpenedBook } from './book-folder.ts';
import { plainWords } from './system-refusal.ts';

/** Describes a book as it stands now. */
export function describeBook(disk: Disk, { open, writtenBy }: OpenedBook): BookOnThread {
  const { book, journal, folder } = open;
  const { id, name, nameZh } = book.title;
  const because = journal.readOnlyBecause;
  return {
    id,
    name,
    nameZh,
    position: journal.position,
    readOnly: because === undefined ? null : readOnlyOf(because.kind, writtenBy?.holder),
    holder: writtenBy?.holder ?? '',
    since: writtenBy?.since ?? '',
    diskSaid: because?.kind === 'write-failed' ? plainWords(because.message) : '',
    damage: because?.kind === 'damaged' ? because.damage : null,
    exposure: exposureOf(disk, folder),
    setAsideBytes: journal.setAside?.bytes ?? 0,
  };
}

function readOnlyOf(kind: ReadOnlyReason['kind'], holder: string | undefined): ReadOnly {
  if (kind === 'damaged') return 'damaged';
  if (kind === 'write-failed') return 'disk-failed';
  return holder ? 'opened-elsewhere' : 'no-permission';
}

/** What changes a book's folder behind the program's back, as far as its path and its files show. */
export function exposureOf(disk: Disk, folder: string): Exposure {
  const by = synchroniserOf(resolve(folder), synchroniserRoots(process.env)) ?? '';
  return { by, conflictCopies: disk.facts(journalFolder(folder)) ? conflictCopies(disk, folder) : [] };
}
