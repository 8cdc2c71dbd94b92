// Numbers the positions that occur in postings, straight from the journal's bytes: a text for every posting would cost
// more than all else in verifying. It keeps one copy of the bytes of each distinct position of each currency.

const wordLength = 4;
const prime = 0x01000193;
const quote = 0x22;
const fourQuotes = 0x22222222;
const open = 0x5b;

/** What is kept of a position, in this order, in one stretch of memory. */
const [hashMember, startMember, lengthMember, currencyMember, entryLength] = [0, 1, 2, 3, 4];

/** Positions in order of first appearance; a number is an index into whatever is kept per position. */
export class PositionTable {
  size = 0;
  /** Where the position begins that was looked up last. */
  start = 0;
  /** Numbers of positions, each near the slot that its hash names; −1 where there is none. */
  #slots = new Int32Array(1 << 12).fill(-1);
  #entries = new Int32Array((1 << 11) * entryLength);
  #texts = viewOf(Buffer.alloc(1 << 16));
  #used = 0;
  /** By what the last bytes of a position give: the position that was the last to give it. */
  readonly #guesses = new Int32Array(1 << 15).fill(-1);

  /**
   * The number of the position whose text ends before `end`, in a posting of a currency given by number; `start` is then
   * where it begins. −1 where none does.
   */
  numberOf(bytes: DataView, end: number, currency: number): number {
    if (end < 2 * wordLength) return this.#search(bytes, end, currency);
    const ending = mixed(bytes.getInt32(end - 2 * wordLength, true)) ^ bytes.getInt32(end - wordLength, true);
    const guess = spread(mixed(ending)) & (this.#guesses.length - 1);
    const number = this.#guesses[guess]!;
    if (number >= 0 && this.#endsAt(end, bytes, number, currency)) return number;
    return (this.#guesses[guess] = this.#search(bytes, end, currency));
  }

  /** The position's text as JSON writes it between its quotes. */
  textOf(number: number): Buffer {
    const entry = number * entryLength;
    return bytesOf(this.#texts, this.#entries[entry + startMember]!, this.#entries[entry + lengthMember]!);
  }

  currencyOf(number: number): number {
    return this.#entries[number * entryLength + currencyMember]!;
  }

  /** Whether the position of that number, and no longer one, ends before `end`. */
  #endsAt(end: number, bytes: DataView, number: number, currency: number): boolean {
    const entry = number * entryLength;
    const length = this.#entries[entry + lengthMember]!;
    this.start = end - length;
    if (this.#entries[entry + currencyMember] !== currency || !beginsAt(bytes, this.start)) return false;
    return isSame(this.#texts, this.#entries[entry + startMember]!, bytes, this.start, length);
  }

  #search(bytes: DataView, end: number, currency: number): number {
    let hash = currency;
    let start = end;
    // Four bytes at a time: one at a time they would cost more than their SHA-256.
    while (start > wordLength) {
      const word = bytes.getInt32(start - wordLength, true);
      if (hasQuote(word)) break;
      hash = mixed(hash ^ word);
      start -= wordLength;
    }
    for (; !beginsAt(bytes, start); start -= 1) {
      if (start <= 2) return -1;
      hash = mixed(hash ^ bytes.getUint8(start - 1));
    }
    this.start = start;
    return this.#find(bytes, start, end - start, currency, spread(hash));
  }

  #find(bytes: DataView, start: number, length: number, currency: number, hash: number): number {
    const [slots, entries] = [this.#slots, this.#entries];
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]!;
      if (number < 0) return this.#insert(bytes, start, length, currency, hash, slot);
      const entry = number * entryLength;
      if (entries[entry + hashMember] !== hash || entries[entry + lengthMember] !== length) continue;
      if (entries[entry + currencyMember] !== currency) continue;
      if (isSame(this.#texts, entries[entry + startMember]!, bytes, start, length)) return number;
    }
  }

  #insert(bytes: DataView, start: number, length: number, currency: number, hash: number, slot: number): number {
    while (this.#used + length > this.#texts.byteLength) this.#texts = twiceAsLong(this.#texts);
    bytesOf(bytes, start, length).copy(bytesOf(this.#texts, this.#used, length));
    const number = this.size;
    this.#entries.set([hash, this.#used, length, currency], number * entryLength);
    this.#slots[slot] = number;
    this.#used += length;
    this.size += 1;
    if (this.size * entryLength === this.#entries.length) this.#grow();
    return number;
  }

  #grow(): void {
    const entries = new Int32Array(this.#entries.length * 2);
    entries.set(this.#entries);
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let slot = entries[number * entryLength + hashMember]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#entries = entries;
    this.#slots = slots;
  }
}

/** A quote inside a text is written \" and so is never right behind a bracket. */
function beginsAt(bytes: DataView, start: number): boolean {
  return start >= 2 && bytes.getUint8(start - 1) === quote && bytes.getUint8(start - 2) === open;
}

/** Whether one of four bytes is a quote: it alone becomes 0 at first, and 0 − 1 alone sets a top bit that was not set. */
function hasQuote(word: number): boolean {
  const rest = word ^ fourQuotes;
  return ((rest - 0x01010101) & ~rest & 0x80808080) !== 0;
}

function mixed(hash: number): number {
  return Math.imul(hash, prime);
}

/** Lets the lower bits, which choose the slot, say what the upper ones do. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function isSame(left: DataView, leftStart: number, right: DataView, rightStart: number, length: number): boolean {
  let at = 0;
  for (; at + wordLength <= length; at += wordLength) {
    if (left.getInt32(leftStart + at, true) !== right.getInt32(rightStart + at, true)) return false;
  }
  if (length >= wordLength) {
    const last = length - wordLength;
    return left.getInt32(leftStart + last, true) === right.getInt32(rightStart + last, true);
  }
  for (; at < length; at += 1) if (left.getUint8(leftStart + at) !== right.getUint8(rightStart + at)) return false;
  return true;
}

/** The same memory, to be read in words of any alignment. */
export function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function bytesOf(view: DataView, start: number, length: number): Buffer {
  return Buffer.from(view.buffer, view.byteOffset + start, length);
}

function twiceAsLong(texts: DataView): DataView {
  return viewOf(Buffer.concat([bytesOf(texts, 0, texts.byteLength)], texts.byteLength * 2));
}
