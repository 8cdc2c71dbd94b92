// The evidence of a book: each imported file byte for byte as it came, under the name of its content (formats.md §4).
// It is written once and never changed; what stands there under the right name and size is left alone.
import { dirname, join } from 'node:path';
import type { Disk } from '../ledger/disk.ts';
import { putPieces } from './durable-stream.ts';
import { billRefusal } from './refusals.ts';
import type { BillSource } from './source.ts';

const pieceLength = 1024 * 1024;

/** What identifies a piece of evidence; `extension` has no dot. */
export interface EvidenceName {
  readonly sha256: string;
  readonly extension: string;
}

export function evidencePath(book: string, { sha256, extension }: EvidenceName): string {
  return join(book, 'evidence', `${sha256}.${extension}`);
}

/**
 * Copies a file into the book's evidence, durably. Throws the refusal `fileChanged` where its bytes are no longer those
 * that `name` was made of, the signal's reason where it was cancelled; in both cases the book is as it was.
 */
export async function putEvidence(
  disk: Disk,
  book: string,
  source: BillSource,
  name: EvidenceName,
  signal?: AbortSignal,
): Promise<void> {
  const path = evidencePath(book, name);
  ensureFolder(disk, dirname(path));
  const size = 'bytes' in source ? source.bytes.length : disk.facts(source.path)?.size;
  // Whoever made the folder or put the file there may have died before its name was safe.
  if (size !== undefined && disk.facts(path)?.size === size) disk.syncFolder(dirname(path));
  else await putNew(disk, path, source, name, signal);
  disk.syncFolder(book);
}

async function putNew(
  disk: Disk,
  path: string,
  source: BillSource,
  name: EvidenceName,
  signal?: AbortSignal,
): Promise<void> {
  await putPieces(disk, path, piecesOf(disk, source), signal, ({ sha256 }) => {
    if (sha256 !== name.sha256)
      throw billRefusal('fileChanged', 'The file was changed while it was read.', { file: source.name }, 'B2');
  });
}

/** Makes a folder of the book where it is missing. */
export function ensureFolder(disk: Disk, path: string): void {
  if (!disk.facts(path)) disk.makeFolder(path);
}

/** Each piece is valid until the next is asked for. */
async function* piecesOf(disk: Disk, source: BillSource): AsyncGenerator<Uint8Array> {
  if ('bytes' in source) return yield source.bytes;
  const file = disk.open(source.path, 'read');
  try {
    const piece = Buffer.allocUnsafe(pieceLength);
    let position = 0;
    for (;;) {
      const length = disk.read(file, piece, position);
      if (length === 0) return;
      yield piece.subarray(0, length);
      position += length;
    }
  } finally {
    disk.close(file);
  }
}
