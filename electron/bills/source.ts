// Where the bytes of a bill come from: a file on disk or bytes in memory, as text streams that can be read again.
// What a container is gets decided by content, never by the file's name; archives are never unpacked to disk.
import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Disk, readFile } from '../ledger/disk.ts';
import { billRefusal } from './refusals.ts';

/** A bill file: its name for people, and either its path or its bytes. */
export type BillSource = { readonly name: string } & ({ readonly path: string } | { readonly bytes: Uint8Array });

export type Container = 'plain' | 'gzip' | 'zip';

/** A stream of CSV bytes inside a bill file; `chunks` may be called again to read it from its beginning. */
export interface BillStream {
  /** The file's name, for an entry of an archive with the entry's name after it. */
  readonly name: string;
  chunks(): AsyncIterable<Uint8Array>;
}

const chunkSize = 1024 * 1024;
/** An archive may expand without question to this many bytes, and beyond it by this factor: no bill compresses so well. */
const freeExpansion = 64 * 1024 * 1024;
const largestFactor = 200;

/** Shorter files are read sooner than a thread is started, and in steps too short to be felt. */
export const worthThread = 4 * 1024 * 1024;

/** A bill on the book's disk: a short one is read at once, so that what is stored is what was read. */
export function sourceOn(disk: Disk, name: string, path: string): BillSource {
  const size = disk.facts(path)?.size;
  if (size === undefined || size >= worthThread) return { name, path };
  return { name, bytes: readFile(disk, path)! };
}

export async function sizeOf(source: BillSource): Promise<number> {
  return 'bytes' in source ? source.bytes.length : (await stat(source.path)).size;
}

/**
 * The raw bytes of the file from `start` to `end` in chunks of up to 1 MiB; a chunk is valid until the next but one is
 * asked for.
 */
export async function* rawChunks(
  source: BillSource,
  start = 0,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  if ('bytes' in source) {
    const bytes = source.bytes.subarray(start, end);
    for (let from = 0; from < bytes.length; from += chunkSize) yield bytes.subarray(from, from + chunkSize);
    return;
  }
  const file = await open(source.path);
  try {
    let position = start;
    const fill = (buffer: Buffer): ReturnType<typeof file.read<Buffer>> =>
      file.read(buffer, 0, Math.min(chunkSize, end - position), position);
    let [filling, handed] = [Buffer.allocUnsafe(chunkSize), Buffer.allocUnsafe(chunkSize)];
    let reading = fill(filling);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      position += bytesRead;
      [filling, handed] = [handed, filling];
      reading = fill(filling);
      // Nobody awaits this read where the reader stops early; its failure must not end the program.
      reading.catch(() => undefined);
      yield handed.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** What identifies a file: the SHA-256 of its bytes, in hex, and their number. */
export interface Fingerprint {
  readonly sha256: string;
  readonly size: number;
}

/** Reads the whole file to identify it (rule B3). */
export async function fingerprint(source: BillSource, signal?: AbortSignal): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of rawChunks(source)) {
    signal?.throwIfAborted();
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}

/** What the first bytes of the file say it is. */
export async function containerOf(source: BillSource): Promise<Container> {
  for await (const chunk of rawChunks(source)) {
    if (chunk[0] === 0x1f && chunk[1] === 0x8b) return 'gzip';
    if (chunk[0] === 0x50 && chunk[1] === 0x4b && (chunk[2] === 3 || chunk[2] === 5)) return 'zip';
    break;
  }
  return 'plain';
}

/** Passes chunks on as long as they are in proportion to the `size` of the archive they come from. */
export async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  name: string,
): AsyncGenerator<Uint8Array> {
  let expanded = 0;
  for await (const chunk of chunks) {
    expanded += chunk.length;
    if (expanded > freeExpansion && expanded > size * largestFactor)
      throw billRefusal(
        'unsafeArchive',
        `The archive expands to more than ${largestFactor} times its size.`,
        { file: name },
        'B4',
      );
    yield chunk;
  }
}

/** The one text inside a gzip file. */
export function gzipStream(source: BillSource, size: number): BillStream {
  return { name: source.name, chunks: () => bounded(gunzipped(source), size, source.name) };
}

async function* gunzipped(source: BillSource): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // Copies: zlib reads a chunk after the generator has gone on to fill its buffer again.
  const input = Readable.from(copied(rawChunks(source)));
  input.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzip)) yield chunk as Uint8Array;
  } catch (error) {
    if (!isCompressionError(error)) throw error;
    throw billRefusal('damagedArchive', 'The gzip file is damaged or cut off.', { file: source.name }, 'B4');
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

async function* copied(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

/** Whether an error is zlib's complaint about its input, rather than the disk's. */
export function isCompressionError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
