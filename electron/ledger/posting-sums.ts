// Sums the postings of records straight from the journal's bytes: making a text and a bigint of every posting would
// cost several times the hashing. Amounts are kept exactly, as two whole numbers (units of 10^8 and the rest) that
// stay far below 2^53; it never rounds, and hands out bigint only.
const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const open = 0x5b;
const close = 0x5d;
const limb = 100_000_000;
const firstSize = 1 << 12;
/** 2^53 − 1 in the two parts. */
const largestHigh = Math.floor(Number.MAX_SAFE_INTEGER / limb);
const largestLow = Number.MAX_SAFE_INTEGER % limb;
/** After so many postings the parts are settled, long before they could leave the exact range. */
const settleAfter = 1 << 24;

/** A position of one currency and the sum of all postings to it. */
export interface PositionSum {
  readonly position: string;
  readonly currency: string;
  readonly amount: bigint;
}

/** The running sums of all positions, fed record by record. */
export class PostingSums {
  /** `"position","currency"` as it stands in the journal, and the index of its currency in `#currencies`. */
  readonly #keys: Buffer[] = [];
  readonly #currencyOf: number[] = [];
  readonly #hashes: number[] = [];
  #slots = new Int32Array(firstSize).fill(-1);
  #high = new Float64Array(firstSize);
  #low = new Float64Array(firstSize);
  readonly #currencies: string[] = [];
  /** The sums of the record under hand, per currency. */
  readonly #recordHigh: number[] = [];
  readonly #recordLow: number[] = [];
  #sinceSettled = 0;

  /**
   * Adds the postings of a record whose `post` array ends with the byte before `end`. Undefined where they are well
   * formed and sum to zero per currency (rule L2); else what does not hold.
   *
   * It reads backwards, from the end of the array: nothing before `post` need be parsed to find it.
   */
  add(bytes: Buffer, end: number): string | undefined {
    let at = end - 1;
    if (bytes[at] !== close) return malformed;
    at -= 1;
    if (bytes[at] === open) return undefined;
    this.#recordHigh.fill(0);
    this.#recordLow.fill(0);
    for (;;) {
      at = this.#addPosting(bytes, at);
      if (at < 0) return malformed;
      if (bytes[at] === open) return this.#checkZero();
      if (bytes[at] !== comma) return malformed;
      at -= 1;
    }
  }

  /** All positions in order of first appearance, also those that are zero. */
  sums(): PositionSum[] {
    return this.#keys.map((key, index) => {
      const [position, currency] = JSON.parse(`[${key.toString('utf8')}]`) as [string, string];
      return { position, currency, amount: exact(this.#high[index] ?? 0, this.#low[index] ?? 0) };
    });
  }

  /** Adds `["position",amount,"currency"]`, whose `]` is at `at`; answers the place before its `[`, negative where malformed. */
  #addPosting(bytes: Buffer, at: number): number {
    if (bytes[at] !== close || bytes[at - 1] !== quote) return -1;
    let hash = 0;
    let cursor = at - 2;
    for (; bytes[cursor] !== quote; cursor -= 1) hash = Math.imul(hash ^ bytes[cursor]!, 0x01000193);
    const currencyStart = cursor;
    if (bytes[cursor - 1] !== comma) return -1;
    cursor -= 2;
    const amountEnd = cursor;
    let low = 0;
    let high = 0;
    let digit = bytes[cursor]! - zero;
    for (let unit = 1; digit >= 0 && digit <= 9; digit = bytes[(cursor -= 1)]! - zero) {
      if (unit < limb) low += digit * unit;
      else high += digit * (unit / limb);
      unit *= 10;
    }
    const digits = amountEnd - cursor;
    if (digits === 0 || digits > 16 || (digits > 1 && bytes[cursor + 1] === zero)) return -1;
    if (high > largestHigh || (high === largestHigh && low > largestLow)) return -1;
    if (bytes[cursor] === minus) {
      if (high === 0 && low === 0) return -1;
      high = -high;
      low = -low;
      cursor -= 1;
    }
    if (bytes[cursor] !== comma || bytes[cursor - 1] !== quote) return -1;
    const positionEnd = cursor;
    cursor -= 2;
    // A quote inside a text is written \" and so is never right behind a bracket.
    for (; !(bytes[cursor] === quote && bytes[cursor - 1] === open); cursor -= 1) {
      if (cursor <= 0) return -1;
      hash = Math.imul(hash ^ bytes[cursor]!, 0x01000193);
    }
    const index = this.#indexOf(bytes, hash, cursor, positionEnd, currencyStart, at);
    this.#high[index]! += high;
    this.#low[index]! += low;
    const currency = this.#currencyOf[index]!;
    this.#recordHigh[currency]! += high;
    this.#recordLow[currency]! += low;
    if ((this.#sinceSettled += 1) === settleAfter) this.#settle();
    return cursor - 2;
  }

  #indexOf(
    bytes: Buffer,
    hash: number,
    start: number,
    end: number,
    currencyStart: number,
    currencyEnd: number,
  ): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot]!;
      if (index < 0) return this.#insert(bytes, hash, slot, start, end, currencyStart, currencyEnd);
      if (this.#hashes[index] === hash && isKey(this.#keys[index]!, bytes, start, end, currencyStart, currencyEnd)) {
        return index;
      }
    }
  }

  #insert(
    bytes: Buffer,
    hash: number,
    slot: number,
    start: number,
    end: number,
    currencyStart: number,
    currencyEnd: number,
  ): number {
    const index = this.#keys.length;
    const currency = bytes.toString('utf8', currencyStart, currencyEnd);
    this.#keys.push(
      Buffer.concat([bytes.subarray(start, end), Buffer.from(','), bytes.subarray(currencyStart, currencyEnd)]),
    );
    this.#hashes.push(hash);
    let currencyIndex = this.#currencies.indexOf(currency);
    if (currencyIndex < 0) {
      currencyIndex = this.#currencies.push(currency) - 1;
      this.#recordHigh.push(0);
      this.#recordLow.push(0);
    }
    this.#currencyOf.push(currencyIndex);
    this.#slots[slot] = index;
    if (index * 2 >= this.#slots.length) this.#grow();
    return index;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, index) => {
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    });
    this.#slots = slots;
    this.#high = widened(this.#high, slots.length);
    this.#low = widened(this.#low, slots.length);
  }

  #checkZero(): string | undefined {
    for (const [index, currency] of this.#currencies.entries()) {
      const sum = exact(this.#recordHigh[index]!, this.#recordLow[index]!);
      if (sum !== 0n) return `the postings of the record sum to ${sum} ${JSON.parse(currency)}, not to zero`;
    }
    return undefined;
  }

  #settle(): void {
    this.#low.forEach((low, index) => {
      const carried = Math.trunc(low / limb);
      this.#high[index]! += carried;
      this.#low[index] = low - carried * limb;
    });
    this.#sinceSettled = 0;
  }
}

const malformed = 'the postings of the record are not as the format says';

function exact(high: number, low: number): bigint {
  return BigInt(high) * BigInt(limb) + BigInt(low);
}

function widened(values: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(length);
  wide.set(values);
  return wide;
}

function isKey(
  key: Buffer,
  bytes: Buffer,
  start: number,
  end: number,
  currencyStart: number,
  currencyEnd: number,
): boolean {
  const length = end - start;
  if (key.length !== length + 1 + currencyEnd - currencyStart) return false;
  for (let index = 0; index < length; index += 1) if (key[index] !== bytes[start + index]) return false;
  for (let index = length + 1; index < key.length; index += 1) {
    if (key[index] !== bytes[currencyStart + index - length - 1]) return false;
  }
  return true;
}
