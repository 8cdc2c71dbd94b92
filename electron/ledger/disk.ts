// The one door to the book's folder: every byte the ledger reads or writes goes through this interface, so that
// tests can stand a failing disk in its place. It never retries and never hides a short read or write.

const pieceLength = 1 << 16;

/** An open file. */
export type DiskFile = number;

/** `read` and `write` (read and write) want an existing file, `create` one that does not exist yet. */
export type OpenMode = 'read' | 'write' | 'create';

/** What stands at a path; `size` in bytes. */
export interface FileFacts {
  readonly size: number;
  readonly isFolder: boolean;
}

/** Synchronous access to files; every call may throw a system error with a `code` such as ENOSPC. */
export interface Disk {
  open(path: string, mode: OpenMode): DiskFile;
  close(file: DiskFile): void;
  /** Reads into the buffer from a byte position; answers the number of bytes read, 0 at the end of the file. */
  read(file: DiskFile, into: Uint8Array, position: number): number;
  /** Writes at a byte position; answers the number of bytes written, which may be fewer than given. */
  write(file: DiskFile, bytes: Uint8Array, position: number): number;
  /** Returns when what was written to the file is on stable storage. */
  sync(file: DiskFile): void;
  /** Returns when the names in a folder are on stable storage; does nothing where the system has no such call. */
  syncFolder(path: string): void;
  /** Puts a file in the place of another (or of none) in one step. */
  rename(from: string, to: string): void;
  unlink(path: string): void;
  makeFolder(path: string): void;
  /** Removes an empty folder. */
  removeFolder(path: string): void;
  /** The names in a folder, sorted by code point. */
  list(path: string): string[];
  /** Undefined where nothing stands at the path. */
  facts(path: string): FileFacts | undefined;
  /** Takes a lock that the system drops when this process ends; answers its release, undefined where another has it. */
  lock(path: string): (() => void) | undefined;
}

/** Writes all bytes at a position, going on after short writes; throws where a write makes no progress. */
export function writeAll(disk: Disk, file: DiskFile, bytes: Uint8Array, position: number): void {
  let written = 0;
  while (written < bytes.length) {
    const more = disk.write(file, bytes.subarray(written), position + written);
    if (more === 0) throw new Error('The disk took no more bytes of a write, without saying why.');
    written += more;
  }
}

/** Reads a byte range; shorter than asked where the file ends before. */
export function readRange(disk: Disk, file: DiskFile, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const more = disk.read(file, bytes.subarray(filled), position + filled);
    if (more === 0) break;
    filled += more;
  }
  return bytes.subarray(0, filled);
}

/** The bytes of a range in pieces; ends early where the file does. */
export function* piecesOf(disk: Disk, file: DiskFile, start: number, end: number): Generator<Buffer> {
  for (let position = start; position < end;) {
    const piece = readRange(disk, file, position, Math.min(pieceLength, end - position));
    if (piece.length === 0) return;
    yield piece;
    position += piece.length;
  }
}

/** Copies the first bytes of a file to the beginning of another; answers how many, fewer where the file is shorter. */
export function copyBytes(disk: Disk, source: DiskFile, target: DiskFile, length: number): number {
  let position = 0;
  for (const piece of piecesOf(disk, source, 0, length)) {
    writeAll(disk, target, piece, position);
    position += piece.length;
  }
  return position;
}

/** Opens a file, hands it to the work, and closes it whatever happens. */
export function withFile<T>(disk: Disk, path: string, mode: OpenMode, work: (file: DiskFile) => T): T {
  const file = disk.open(path, mode);
  try {
    return work(file);
  } finally {
    disk.close(file);
  }
}

/** The whole content of a small file; undefined where there is none. */
export function readFile(disk: Disk, path: string): Buffer | undefined {
  const facts = disk.facts(path);
  return facts && withFile(disk, path, 'read', (file) => readRange(disk, file, 0, facts.size));
}
