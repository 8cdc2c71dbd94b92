// Opens a bill file: its container and the CSV texts inside, whatever wraps them (rule B4). It reads no row.
import { type BillSource, type BillStream, type Container, containerOf, gzipStream, rawChunks } from './source.ts';
import { openZip } from './zip-entries.ts';

/** An opened bill file, to be closed after use. */
export interface OpenBill {
  readonly container: Container;
  readonly streams: readonly BillStream[];
  /** Names of files in the archive that are not CSV. */
  readonly ignored: readonly string[];
  readonly close: () => void;
}

/** Opens the file by its content; `size` is that of the whole file in bytes. Throws `damagedArchive` or `unsafeArchive`. */
export async function openBill(source: BillSource, size: number): Promise<OpenBill> {
  const container = await containerOf(source);
  if (container === 'zip') {
    const zip = await openZip(source);
    return { container, streams: zip.streams, ignored: zip.ignored, close: () => zip.close() };
  }
  const plain: BillStream = { name: source.name, chunks: () => rawChunks(source) };
  const streams = [container === 'gzip' ? gzipStream(source, size) : plain];
  return { container, streams, ignored: [], close: () => undefined };
}
