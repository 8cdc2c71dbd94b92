// The files of a book that cannot be made again: what a backup holds and a salvage takes along. It names files only and
// reads none of them.
import { dirname, join } from 'node:path';
import { acknowledgedName } from './acknowledged.ts';
import type { Disk } from './disk.ts';
import { isTemporary, isTemporaryFor, removeTemporaryFiles } from './durable-file.ts';
import { isSystemError } from './ledger-error.ts';
import { cacheName } from './snapshot.ts';

const leftOut = new Set([cacheName, 'lines', 'backups', '.lock', '.holder.json']);
/** True of a book where it stands, not of a copy: a copy gets a mark of its own once it is in place. */
const mark = `journal/${acknowledgedName}`;

/** Paths inside the book's folder, with `/` between names, sorted; without caches, locks and earlier backups. */
export function listBookFiles(disk: Disk, book: string): string[] {
  const names = disk.list(book).filter((name) => !leftOut.has(name));
  const paths = names.flatMap((name) => listTree(disk, book, name));
  return paths.filter((path) => path !== mark).sort();
}

function listTree(disk: Disk, book: string, path: string): string[] {
  if (!disk.facts(join(book, path))?.isFolder) return isTemporary(path) ? [] : [path];
  return disk.list(join(book, path)).flatMap((name) => listTree(disk, book, `${path}/${name}`));
}

/** Makes the folders in which a file of the book will stand, where they are missing. */
export function makeFoldersOf(disk: Disk, book: string, path: string): void {
  let folder = book;
  for (const name of path.split('/').slice(0, -1)) {
    folder = join(folder, name);
    if (!disk.facts(folder)) disk.makeFolder(folder);
  }
}

/** Syncs a folder and all folders inside it. */
export function syncTree(disk: Disk, folder: string): void {
  for (const name of disk.list(folder)) {
    const path = join(folder, name);
    if (disk.facts(path)?.isFolder) syncTree(disk, path);
  }
  disk.syncFolder(folder);
}

/** Removes what work on a book left in it that came to no end; what the disk keeps does no harm. */
export function tidyBook(disk: Disk, book: string): void {
  unlessRefused(() => {
    for (const folder of [book, ...['evidence', 'lines', cacheName].map((name) => join(book, name))])
      if (disk.facts(folder)) removeTemporaryFiles(disk, folder);
  });
}

/** Removes what earlier work on a path, which came to no end, left beside it; what the disk keeps does no harm. */
export function removeLeftovers(disk: Disk, path: string): void {
  unlessRefused(() => {
    const beside = disk.list(dirname(path)).filter((name) => isTemporaryFor(name, path));
    for (const left of beside.map((name) => join(dirname(path), name))) {
      if (disk.facts(left)?.isFolder) removeTree(disk, left);
      else disk.unlink(left);
    }
  });
}

function unlessRefused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Deletes a folder with all that is in it. */
export function removeTree(disk: Disk, folder: string): void {
  for (const name of disk.list(folder)) {
    const path = join(folder, name);
    if (disk.facts(path)?.isFolder) removeTree(disk, path);
    else disk.unlink(path);
  }
  disk.removeFolder(folder);
}
