// The cover of a book: the small .purser file that is double-clicked to open its folder, and that gives the book its
// id. It holds nothing that the journal lacks, and can be written again from it.
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import type { Json } from '../../shared/book/record.ts';
import type { Disk } from './disk.ts';
import { knownFormat, newerFormat } from './newer-format.ts';
import { sealedJsonAdapter } from './sealed-json-adapter.ts';

/** What a cover says; `id` never changes, `name` is the group's. */
export type Cover = { readonly format: 1; readonly id: string; readonly name: string };

const coverSuffix = '.purser';
const noCover: Cover = { format: 1, id: '', name: '' };

/** The cover of the book in a folder; undefined where there is none, or it is damaged. Throws `newerFormat`. */
export function readCover(disk: Disk, book: string): Cover | undefined {
  return findCover(disk, book)?.cover;
}

/** The path of the cover that `readCover` reads. */
export function coverPath(disk: Disk, book: string): string | undefined {
  return findCover(disk, book)?.path;
}

function findCover(disk: Disk, book: string): { readonly path: string; readonly cover: Cover } | undefined {
  for (const name of disk.list(book).filter((entry) => entry.endsWith(coverSuffix))) {
    const path = join(book, name);
    const file = openCover(disk, path);
    file.read();
    if (file.data.id !== '') return { path, cover: file.data };
  }
  return undefined;
}

/** Writes a book's cover, named after the book. */
export function writeCover(disk: Disk, book: string, cover: Cover): void {
  const file = openCover(disk, join(book, `${fileName(cover.name)}${coverSuffix}`));
  file.data = cover;
  file.write();
}

function openCover(disk: Disk, path: string): LowSync<Cover> {
  return new LowSync(sealedJsonAdapter(disk, path, asCover), noCover);
}

function asCover({ format, id, name }: { readonly [name: string]: Json }): Cover | undefined {
  if (typeof format === 'number' && format > knownFormat)
    throw newerFormat(`The cover of the book is of format ${format}, which only a newer Purser can read.`);
  return format === 1 && typeof id === 'string' && typeof name === 'string' ? { format, id, name } : undefined;
}

/** A name that every file system takes; the true one stands inside the file. */
function fileName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/[ .]+$/, '');
  return plain.slice(0, 80).trim() || 'Book';
}
