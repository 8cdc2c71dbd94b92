// Writing a whole file so that a crash leaves the old content or the new, never a mixture: a temporary file of a unique
// name is written and synced, then renamed over the old one, then the folder is synced. It never writes in place.
import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Disk, type DiskFile, withFile, writeAll } from './disk.ts';

const temporarySuffix = '.tmp';
const temporaryName = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** Puts content at a path, durably; on any error the former content stands. */
export function writeDurably(disk: Disk, path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  replaceDurably(disk, path, (file) => writeAll(disk, file, bytes, 0));
}

/** Like `writeDurably`, for content that is written by a function piece by piece. */
export function replaceDurably(disk: Disk, path: string, write: (file: DiskFile) => void): void {
  const temporary = temporaryBeside(path);
  try {
    withFile(disk, temporary, 'create', (file) => {
      write(file);
      disk.sync(file);
    });
  } catch (error) {
    discard(disk, temporary);
    throw error;
  }
  renameDurably(disk, temporary, path);
}

/** Puts a temporary file, which is whole and synced, in the place of what it was made for. */
export function renameDurably(disk: Disk, temporary: string, path: string): void {
  try {
    disk.rename(temporary, path);
  } catch (error) {
    discard(disk, temporary);
    throw error;
  }
  disk.syncFolder(dirname(path));
}

/** A path in the same folder that nothing else uses, for what will be renamed to `path` when it is whole. */
export function temporaryBeside(path: string): string {
  return `${path}.${randomUUID()}${temporarySuffix}`;
}

/** Removes the temporary files in a folder, which programs left that were killed. */
export function removeTemporaryFiles(disk: Disk, folder: string): void {
  for (const name of disk.list(folder).filter(isTemporary)) disk.unlink(join(folder, name));
}

/** Whether a name is that of a temporary file, which a crash may leave behind and anyone may delete. */
export function isTemporary(name: string): boolean {
  return temporaryName.test(name);
}

/** Whether a name is that of a temporary file for what stands at a path. */
export function isTemporaryFor(name: string, path: string): boolean {
  return isTemporary(name) && name.replace(temporaryName, '') === basename(path);
}

/** Removes a temporary file after a failure, which is what the caller must hear of: a leftover is harmless, and removed later. */
export function discard(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch {
    return;
  }
}
