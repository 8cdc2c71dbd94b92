// The series of backups that Purser makes by itself in a folder: their names, and which of them are kept. It removes
// nothing that it did not name itself.
import { join } from 'node:path';
import type { Disk } from './disk.ts';

const newestKept = 10;
const backupName = /^purser-(\d{4}-\d{2})-\d{2}T\d{6}Z-\d+\.zip$/;

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
