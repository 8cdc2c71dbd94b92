// A dictionary of byte strings: each distinct one is decoded once and gets a small number, so that lines which repeat
// the same accounts, products and units cost no strings. It only grows; it is meant for columns of few values.
import { type Cell, cellText } from './cell.ts';

const firstSize = 256;

/** Distinct cells of one column (or of several), each with the value that `derive` makes of its text once. */
export class Dictionary<T> {
  readonly #derive: (text: string) => T;
  readonly #values: T[] = [];
  readonly #keys: Uint8Array[] = [];
  readonly #hashes: number[] = [];
  #slots = new Int32Array(firstSize).fill(-1);
  #last = -1;

  constructor(derive: (text: string) => T) {
    this.#derive = derive;
  }

  /** The value of the cell's text. Consecutive equal cells cost one comparison. */
  valueOf(cell: Cell, doubled = false): T {
    if (this.#last < 0 || !sameBytes(this.#keys[this.#last]!, cell)) this.#last = this.#find(cell, doubled);
    return this.#values[this.#last]!;
  }

  #find(cell: Cell, doubled: boolean): number {
    const hash = hashOf(cell);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]!;
      if (entry < 0) return this.#add(cell, doubled, hash, slot);
      if (this.#hashes[entry] === hash && sameBytes(this.#keys[entry]!, cell)) return entry;
    }
  }

  #add(cell: Cell, doubled: boolean, hash: number, slot: number): number {
    const value = this.#derive(cellText(cell, doubled));
    const entry = this.#values.push(value) - 1;
    this.#keys.push(cell.bytes.slice(cell.start, cell.end));
    this.#hashes.push(hash);
    this.#slots[slot] = entry;
    if (this.#values.length * 2 > this.#slots.length) this.#grow();
    return entry;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, entry) => {
      let slot = hash & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    });
    this.#slots = slots;
  }
}

function sameBytes(key: Uint8Array, cell: Cell): boolean {
  const { bytes, start, end } = cell;
  if (key.length !== end - start) return false;
  for (let index = key.length - 1; index >= 0; index--) if (key[index] !== bytes[start + index]) return false;
  return true;
}

function hashOf({ bytes, start, end }: Cell): number {
  let hash = end - start;
  for (let position = start; position < end; position++) hash = Math.imul(hash ^ bytes[position]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
