// Reads a file line by line through one buffer that is used again and again, so that memory stays flat however long
// the file is. It looks for newlines only and knows nothing of records.
import type { Disk, DiskFile } from './disk.ts';

/** The byte that ends every line. */
export const newline = 10;
const chunkLength = 1 << 17;

/** The lines of an open file from a byte position on; `bytes[start, end)` is the line under hand, without its newline. */
export class LineReader {
  bytes: Buffer;
  start = 0;
  end = 0;
  /** The byte position in the file after the newline of the line under hand. */
  position: number;
  readonly #disk: Disk;
  readonly #file: DiskFile;
  #store = Buffer.allocUnsafe(chunkLength);
  #next = 0;
  #filePosition: number;

  constructor(disk: Disk, file: DiskFile, position: number) {
    this.#disk = disk;
    this.#file = file;
    this.#filePosition = position;
    this.position = position;
    this.bytes = this.#store.subarray(0, 0);
  }

  /** Goes to the next whole line; false where none is left. */
  next(): boolean {
    for (let from = this.#next; ;) {
      const found = this.bytes.indexOf(newline, from);
      if (found >= 0) {
        this.start = this.#next;
        this.end = found;
        this.#next = found + 1;
        this.position += found + 1 - this.start;
        return true;
      }
      const searched = this.bytes.length - this.#next;
      if (!this.#fill()) return false;
      from = searched;
    }
  }

  /** What follows the last whole line: bytes without a newline. */
  rest(): Buffer {
    return this.bytes.subarray(this.#next);
  }

  /** Moves the unfinished line to the front of a store that has room, and reads on behind it. */
  #fill(): boolean {
    const unfinished = this.rest();
    const store = unfinished.length * 2 > this.#store.length ? Buffer.allocUnsafe(this.#store.length * 2) : this.#store;
    unfinished.copy(store);
    const length = this.#disk.read(this.#file, store.subarray(unfinished.length), this.#filePosition);
    this.#store = store;
    this.#filePosition += length;
    this.#next = 0;
    this.bytes = store.subarray(0, unfinished.length + length);
    return length > 0;
  }
}
