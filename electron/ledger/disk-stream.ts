// Streams over the book's disk, for the zip library. A stream reads or writes one open file from a position on; it
// never opens or closes it.
import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { type Disk, type DiskFile, piecesOf, writeAll } from './disk.ts';

/** Size and SHA-256 of what went through. */
export interface Passed {
  size: number;
  sha256: string;
}

/** Who hears of what is read: each piece, and the whole when it is through. */
export interface Reading {
  readonly onPiece: (piece: Buffer) => void;
  readonly note: (passed: Passed) => void;
}

/** Reads a file, at most `limit` bytes of it. What hearing of a piece throws ends the stream with that error. */
export function readNoting(disk: Disk, path: string, limit: number, reading: Reading): Readable {
  return Readable.from(notedPieces(disk, path, limit, reading), { objectMode: false });
}

function* notedPieces(disk: Disk, path: string, limit: number, { onPiece, note }: Reading): Generator<Buffer> {
  const digest = createHash('sha256');
  const file = disk.open(path, 'read');
  let size = 0;
  try {
    for (const piece of piecesOf(disk, file, 0, limit)) {
      digest.update(piece);
      size += piece.length;
      onPiece(piece);
      yield piece;
    }
  } finally {
    disk.close(file);
  }
  note({ size, sha256: digest.digest('hex') });
}

/** Writes all that comes into a new file, from its beginning on. */
export function writeInto(disk: Disk, file: DiskFile): Writable {
  let position = 0;
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      try {
        writeAll(disk, file, piece, position);
        position += piece.length;
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

/** Size and SHA-256 of a stream, which is read to its end. */
export async function digestStream(
  stream: Readable,
  onPiece: (piece: Buffer) => void = () => undefined,
): Promise<Passed> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    digest.update(piece);
    size += piece.length;
    onPiece(piece);
  }
  return { size, sha256: digest.digest('hex') };
}
