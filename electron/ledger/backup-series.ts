// The series of backups that Purser makes by itself in a folder, above all in the book's own: their names, when one is
// due, and which of them are kept. It removes nothing that it did not name itself.
import { join } from 'node:path';
import { type CopyWatch, backUp } from './backup.ts';
import type { Disk } from './disk.ts';

const newestKept = 10;
const backupName = /^purser-(\d{4}-\d{2})-\d{2}T\d{6}Z-(\d+)\.zip$/;

/** The folder inside a book where Purser keeps backups of its own accord. */
export function ownBackups(book: string): string {
  return join(book, 'backups');
}

/** Whether the newest backup in the book's own folder is of other records than the book has, or there is none. */
export function isBackupDue(disk: Disk, book: string, records: number): boolean {
  const folder = ownBackups(book);
  const newest = disk.facts(folder) ? listBackups(disk, folder).at(-1) : undefined;
  return records > 0 && Number(newest && backupName.exec(newest)?.[2]) !== records;
}

/**
 * Backs a book up into a folder, its own where none is named, and removes those there that need not be kept; answers the
 * file. For closing a book, for closing a month, and before a book is brought to another format.
 */
export async function backUpInSeries(
  disk: Disk,
  book: string,
  { made, records, folder = ownBackups(book) }: { made: string; records: number; folder?: string | undefined },
  watch?: CopyWatch,
): Promise<string> {
  if (!disk.facts(folder)) disk.makeFolder(folder);
  const path = join(folder, nameOfBackup(made, records));
  await backUp(disk, book, path, made, watch);
  pruneBackups(disk, folder);
  return path;
}

/** The name of a backup made at an instant (ISO 8601, UTC): sorted by name, the newest is last. */
export function nameOfBackup(made: string, records: number): string {
  return `purser-${made.slice(0, 19).replaceAll(':', '')}Z-${records}.zip`;
}

/** Names of the backups in a folder, oldest first. */
export function listBackups(disk: Disk, folder: string): string[] {
  return disk.list(folder).filter((name) => backupName.test(name));
}

/** Removes what need not be kept: kept are the 10 newest, and of every month the last. Answers the names removed. */
export function pruneBackups(disk: Disk, folder: string): string[] {
  const names = listBackups(disk, folder);
  const lastOfMonth = new Map(names.map((name) => [backupName.exec(name)?.[1], name]));
  const kept = new Set([...names.slice(-newestKept), ...lastOfMonth.values()]);
  const removed = names.filter((name) => !kept.has(name));
  for (const name of removed) disk.unlink(join(folder, name));
  return removed;
}
