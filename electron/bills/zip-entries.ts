// The CSV files inside a zip archive, as streams. Names that leave the archive, links, encryption, wrong checksums
// and damage refuse the whole file; nothing is ever written to disk from here.
import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { billRefusal } from './refusals.ts';
import { type BillSource, type BillStream, bounded, sizeOf } from './source.ts';

const mostEntries = 1000;
const unixLink = 0o120000;
const unixKind = 0o170000;

/** An open archive: its CSV entries in order, and the names of what else it holds. */
export interface OpenZip {
  readonly streams: readonly BillStream[];
  readonly ignored: readonly string[];
  close(): void;
}

/** Opens the archive and looks at every entry before any is read. */
export async function openZip(source: BillSource): Promise<OpenZip> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
  const zip = await orDamaged(source, () =>
    'bytes' in source
      ? yauzl.fromBufferPromise(Buffer.from(source.bytes), options)
      : yauzl.openPromise(source.path, options),
  );
  try {
    const entries = await orDamaged(source, () => listed(zip, source));
    const size = await sizeOf(source);
    const files = entries.filter(({ name }) => !name.endsWith('/'));
    const bills = files.filter(({ name }) => isBill(name));
    return {
      streams: bills.map(({ name, entry }) => ({
        name: bills.length === 1 ? source.name : `${source.name}/${name}`,
        chunks: () => bounded(entryChunks(zip, entry, source), size, source.name),
      })),
      ignored: files.filter(({ name }) => !isBill(name)).map(({ name }) => name),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function isBill(name: string): boolean {
  return /\.csv$/i.test(name) && !name.startsWith('__MACOSX/');
}

async function listed(zip: ZipFile, source: BillSource): Promise<{ name: string; entry: Entry }[]> {
  const entries: { name: string; entry: Entry }[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    const objection = objectionTo(name, entry);
    if (objection) throw billRefusal('unsafeArchive', objection, { file: source.name, value: name }, 'B4');
    if (entries.push({ name, entry }) > mostEntries)
      throw billRefusal(
        'unsafeArchive',
        `The archive holds more than ${mostEntries} files.`,
        { file: source.name },
        'B4',
      );
  }
  return entries;
}

function objectionTo(name: string, entry: Entry): string | undefined {
  if (yauzl.validateFileName(name) !== null || name.includes('\\') || /^[a-zA-Z]:/.test(name))
    return 'A file in the archive has a name that leads out of it.';
  if (((entry.externalFileAttributes >>> 16) & unixKind) === unixLink) return 'The archive holds a link.';
  if (entry.isEncrypted()) return 'The archive is protected by a password.';
  return undefined;
}

async function* entryChunks(zip: ZipFile, entry: Entry, source: BillSource): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  const stream = await orDamaged(source, () => zip.openReadStreamPromise(entry));
  try {
    for await (const chunk of stream) {
      checksum = crc32(chunk as Uint8Array, checksum);
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw damage(source, error);
  } finally {
    stream.destroy();
  }
  if (checksum >>> 0 !== entry.crc32 >>> 0) throw damage(source, undefined);
}

async function orDamaged<T>(source: BillSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw damage(source, error);
  }
}

/** A refusal for what yauzl or zlib says of the archive; errors of the disk and refusals pass unchanged. */
function damage(source: BillSource, error: unknown): unknown {
  if (error instanceof Error && 'syscall' in error) return error;
  if (error instanceof Error && 'refusals' in error) return error;
  return billRefusal('damagedArchive', 'The zip archive is damaged or cut off.', { file: source.name }, 'B4');
}
