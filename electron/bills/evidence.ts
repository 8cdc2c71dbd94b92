// The evidence of a book: each imported file byte for byte as it came, under the name of its content (formats.md §4).
// It is written once and never changed; what stands there under the right name and size is left alone.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, readRange, withFile, writeAll } from '../ledger/disk.ts';
import { replaceDurably } from '../ledger/durable-file.ts';
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
export function putEvidence(
  disk: Disk,
  book: string,
  source: BillSource,
  name: EvidenceName,
  signal?: AbortSignal,
): string {
  const path = evidencePath(book, name);
  ensureFolder(disk, join(book, 'evidence'));
  const size = 'bytes' in source ? source.bytes.length : disk.facts(source.path)?.size;
  if (size !== undefined && disk.facts(path)?.size === size) return path;
  replaceDurably(disk, path, (file) => {
    const hash = createHash('sha256');
    let position = 0;
    const put = (piece: Uint8Array): void => {
      signal?.throwIfAborted();
      hash.update(piece);
      writeAll(disk, file, piece, position);
      position += piece.length;
    };
    eachPiece(disk, source, put);
    if (hash.digest('hex') !== name.sha256)
      throw billRefusal('fileChanged', 'The file was changed while it was read.', { file: source.name }, 'B2');
  });
  return path;
}

/** Makes a folder of the book where it is missing. */
export function ensureFolder(disk: Disk, path: string): void {
  if (!disk.facts(path)) disk.makeFolder(path);
}

function eachPiece(disk: Disk, source: BillSource, put: (piece: Uint8Array) => void): void {
  if ('bytes' in source) return put(source.bytes);
  withFile(disk, source.path, 'read', (file) => {
    let position = 0;
    for (;;) {
      const piece = readRange(disk, file, position, pieceLength);
      if (piece.length === 0) return;
      put(piece);
      position += piece.length;
    }
  });
}
