// lowdb's file adapter as Purser needs it: lowdb's own does not sync, uses one temporary name, and would hand on a
// damaged file. It holds data that can be made again, never the only copy of anything.
import type { SyncAdapter } from 'lowdb';
import type { Json } from '../../shared/book/record.ts';
import { type Disk, readFile } from './disk.ts';
import { writeDurably } from './durable-file.ts';
import { sealJson, unsealJson } from './sealed-json.ts';

/** A JSON object in a sealed file, replaced durably; reads null where there is none or it is damaged. */
export function sealedJsonAdapter<T extends { readonly [name: string]: Json }>(
  disk: Disk,
  path: string,
  recognise: (members: { readonly [name: string]: Json }) => T | undefined,
): SyncAdapter<T> {
  return {
    read() {
      const bytes = readFile(disk, path);
      const members = bytes && unsealJson(bytes);
      return (members && recognise(members)) ?? null;
    },
    write: (data) => writeDurably(disk, path, sealJson(data)),
  };
}
