// A backup as a file: one zip with the book's files as they are and, last, a manifest of their hashes. It reads and
// proves archives; making them and putting them back is done by backup.ts and restore.ts.
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { Json } from '../../shared/book/record.ts';
import { type Disk, type DiskFile, piecesOf } from './disk.ts';
import { digestStream } from './disk-stream.ts';
import { isSystemError, LedgerError, systemMessage } from './ledger-error.ts';
import { unsealJson } from './sealed-json.ts';

export const manifestName = 'manifest.json';

/** One file of the book: its path with `/`, its bytes, its SHA-256. */
export type ManifestFile = { readonly path: string; readonly size: number; readonly sha256: string };

/** What a backup holds: the number of records, the hash of the last, when it was made, and every file. */
export type Manifest = {
  readonly format: 1;
  readonly made: string;
  readonly records: number;
  readonly head: string;
  readonly files: readonly ManifestFile[];
};

/** Receives a file of the archive piece by piece, then is told that it is whole; is closed in any case. */
export interface FileSink {
  write(piece: Buffer): void;
  keep(): void;
  close(): void;
}

/**
 * Reads an archive to its end and proves it: every file of the manifest is there with its hash, and no other. Each file
 * may be received on the way; throws LedgerError (`backupDamaged`) where anything does not hold.
 */
export async function readArchive(disk: Disk, path: string, receive?: (path: string) => FileSink): Promise<Manifest> {
  const file = disk.open(path, 'read');
  try {
    return await readEntries(await openZip(disk, file, disk.facts(path)?.size ?? 0), receive);
  } catch (error) {
    const isStopped = error instanceof Error && error.name === 'AbortError';
    if (isStopped || error instanceof LedgerError || isSystemError(error)) throw error;
    throw damaged(`it is not a readable zip: ${systemMessage(error)}`);
  } finally {
    disk.close(file);
  }
}

async function readEntries(zip: ZipFile, receive?: (path: string) => FileSink): Promise<Manifest> {
  const found = new Map<string, ManifestFile>();
  let manifest: Manifest | undefined;
  for await (const entry of zip.eachEntry()) {
    if (manifest) throw damaged(`${entry.fileName} stands after the manifest`);
    if (entry.fileName === manifestName) manifest = asManifest(await bytesOf(zip, entry));
    else found.set(entry.fileName, await readEntry(zip, entry, receive?.(entry.fileName)));
  }
  if (!manifest) throw damaged('its manifest is missing');
  for (const file of manifest.files) {
    const read = found.get(file.path);
    if (!read) throw damaged(`${file.path} is missing`);
    if (read.size !== file.size || read.sha256 !== file.sha256) throw damaged(`${file.path} is not what was backed up`);
  }
  if (found.size !== manifest.files.length) throw damaged('it holds files that its manifest does not name');
  return manifest;
}

async function readEntry(zip: ZipFile, entry: Entry, sink: FileSink | undefined): Promise<ManifestFile> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const passed = await digestStream(stream, (piece) => sink?.write(piece));
    sink?.keep();
    return { path: entry.fileName, ...passed };
  } finally {
    sink?.close();
  }
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await digestStream(await zip.openReadStreamPromise(entry), (piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}

function asManifest(bytes: Buffer): Manifest {
  const members = unsealJson(bytes) as { readonly [name: string]: Json } | undefined;
  if (!members) throw damaged('its manifest was changed');
  if (members['format'] !== 1) throw damaged('it was made by a newer Purser');
  return members as unknown as Manifest;
}

function openZip(disk: Disk, file: DiskFile, size: number): Promise<ZipFile> {
  return fromRandomAccessReaderPromise(new DiskReader(disk, file), size, { lazyEntries: true, autoClose: false });
}

/** yauzl's way to a file that is not its own. */
class DiskReader extends RandomAccessReader {
  readonly #disk: Disk;
  readonly #file: DiskFile;

  constructor(disk: Disk, file: DiskFile) {
    super();
    this.#disk = disk;
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesOf(this.#disk, this.#file, start, end), { objectMode: false });
  }
}

function damaged(what: string): LedgerError {
  return new LedgerError({
    code: 'backupDamaged',
    what: `The backup cannot be used: ${what}.`,
    unchanged: 'No book was changed.',
    next: 'Take another backup.',
  });
}
