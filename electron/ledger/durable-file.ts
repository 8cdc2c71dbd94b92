// Writing a whole file so that a crash leaves the old content or the new, never a mixture: a temporary file of a unique
// name is written and synced, then renamed over the old one, then the folder is synced. It never writes in place.
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { type Disk, type DiskFile, withFile, writeAll } from './disk.ts';

const temporarySuffix = '.tmp';

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

/** Whether a name is that of a temporary file, which a crash may leave behind and anyone may delete. */
export function isTemporary(name: string): boolean {
  return name.endsWith(temporarySuffix);
}

/** The failure that led here is what the caller must hear of; a leftover is harmless and removed at the next opening. */
function discard(disk: Disk, path: string): void {
  try {
    disk.unlink(path);
  } catch {
    return;
  }
}
