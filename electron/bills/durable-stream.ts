// Writes a long file durably without holding up the thread: piece by piece, others having their turn in between. Until
// it is whole it stands under another name, so that a crash or a cancelled import leaves nothing under its own.
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Disk, writeAll } from '../ledger/disk.ts';
import { discard, renameDurably, temporaryBeside } from '../ledger/durable-file.ts';
import type { Fingerprint } from './source.ts';

/** So many bytes are synced at a time: one sync of a long file at its end would stop everything for seconds. */
const syncedAtOnce = 32 * 1024 * 1024;

/** Whether what was written may stand; throws where it may not. */
export type Approval = (written: Fingerprint) => void;

/** Puts the pieces at a path. On any error, a refused approval and the signal's reason among them, nothing changed. */
export async function putPieces(
  disk: Disk,
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
  approve?: Approval,
): Promise<Fingerprint> {
  const temporary = temporaryBeside(path);
  const file = disk.open(temporary, 'create');
  const hash = createHash('sha256');
  let [size, synced] = [0, 0];
  let written: Fingerprint;
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      writeAll(disk, file, piece, size);
      size += piece.length;
      if (size - synced >= syncedAtOnce) {
        disk.sync(file);
        synced = size;
      }
      await setImmediate();
      signal?.throwIfAborted();
    }
    written = { sha256: hash.digest('hex'), size };
    approve?.(written);
    disk.sync(file);
  } catch (error) {
    disk.close(file);
    discard(disk, temporary);
    throw error;
  }
  disk.close(file);
  renameDurably(disk, temporary, path);
  return written;
}
