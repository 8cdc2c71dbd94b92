// Numbers the positions that occur in postings, straight from the journal's bytes: a text for every posting would cost
// more than all else in verifying. It keeps one copy of the bytes of each distinct position of each currency.

/** Positions in order of first appearance; a number is an index into whatever is kept per position. */
export class PositionTable {
  size = 0;
  #slots = new Int32Array(1 << 12).fill(-1);
  /** By number of the position. */
  #hashes = new Int32Array(1 << 11);
  #currencies = new Int32Array(1 << 11);
  #starts = new Int32Array(1 << 11);
  #lengths = new Int32Array(1 << 11);
  #texts = Buffer.alloc(1 << 16);
  #used = 0;

  /** How many positions fit before the table grows; grows with it. */
  get room(): number {
    return this.#hashes.length;
  }

  /**
   * The number of the position whose bytes stand at `start`, of a currency given by number; `hash` is any number that
   * equal positions have in common.
   */
  numberOf(bytes: Buffer, start: number, length: number, currency: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]!;
      if (number < 0) return this.#insert(bytes, start, length, currency, hash, slot);
      if (this.#hashes[number] !== hash || this.#lengths[number] !== length) continue;
      if (this.#currencies[number] !== currency) continue;
      const texts = this.#texts;
      const from = this.#starts[number]!;
      let same = 0;
      while (same < length && texts[from + same] === bytes[start + same]) same += 1;
      if (same === length) return number;
    }
  }

  /** The position's bytes, as JSON writes them between its quotes. */
  textOf(number: number): Buffer {
    const start = this.#starts[number]!;
    return this.#texts.subarray(start, start + this.#lengths[number]!);
  }

  currencyOf(number: number): number {
    return this.#currencies[number]!;
  }

  #insert(bytes: Buffer, start: number, length: number, currency: number, hash: number, slot: number): number {
    while (this.#used + length > this.#texts.length) this.#texts = Buffer.concat([this.#texts], this.#texts.length * 2);
    bytes.copy(this.#texts, this.#used, start, start + length);
    const number = this.size;
    this.#hashes[number] = hash;
    this.#currencies[number] = currency;
    this.#starts[number] = this.#used;
    this.#lengths[number] = length;
    this.#slots[slot] = number;
    this.#used += length;
    this.size += 1;
    if (this.size === this.room) this.#grow();
    return number;
  }

  #grow(): void {
    this.#hashes = widened(this.#hashes);
    this.#currencies = widened(this.#currencies);
    this.#starts = widened(this.#starts);
    this.#lengths = widened(this.#lengths);
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      const hash = this.#hashes[number]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

function widened(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(values.length * 2);
  wide.set(values);
  return wide;
}
