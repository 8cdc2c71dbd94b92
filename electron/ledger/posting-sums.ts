// Sums the postings of records straight from the journal's bytes: making a text and a bigint of every posting would
// cost several times the hashing. Amounts are kept exactly, as two whole numbers (units of 10^8 and the rest) that
// stay far below 2^53; it never rounds, and hands out bigint only.
import { PositionTable } from './position-table.ts';

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const open = 0x5b;
const close = 0x5d;
const limb = 100_000_000;
/** 2^53 − 1 in the two parts. */
const largestHigh = Math.floor(Number.MAX_SAFE_INTEGER / limb);
const largestLow = Number.MAX_SAFE_INTEGER % limb;
/** After so many postings the parts are settled, long before they could leave the exact range. */
const settleAfter = 1 << 24;
const malformed = 'the postings of the record are not as the format says';

/** A position of one currency and the sum of all postings to it. */
export interface PositionSum {
  readonly position: string;
  readonly currency: string;
  readonly amount: bigint;
}

/** The running sums of all positions, fed record by record. */
export class PostingSums {
  readonly #positions = new PositionTable();
  readonly #currencies: Buffer[] = [];
  /** The two parts of each position's sum, by its number. */
  #high = new Float64Array(this.#positions.room);
  #low = new Float64Array(this.#positions.room);
  /** The two parts of the sums of the record under hand, by number of the currency. */
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
    return Array.from({ length: this.#positions.size }, (_, number) => ({
      position: textOf(this.#positions.textOf(number)),
      currency: textOf(this.#currencies[this.#positions.currencyOf(number)]!),
      amount: exact(this.#high[number]!, this.#low[number]!),
    }));
  }

  /** Adds `["position",amount,"currency"]`, whose `]` is at `at`; answers the place before its `[`, −1 if malformed. */
  #addPosting(bytes: Buffer, at: number): number {
    if (bytes[at] !== close || bytes[at - 1] !== quote) return -1;
    let cursor = at - 2;
    while (cursor > 0 && bytes[cursor] !== quote) cursor -= 1;
    const currency = this.#currencyAt(bytes, cursor + 1, at - 1);
    if (bytes[cursor - 1] !== comma) return -1;
    const last = cursor - 2;
    cursor = last;
    let low = 0;
    let high = 0;
    let digit = bytes[cursor]! - zero;
    for (let unit = 1; digit >= 0 && digit <= 9; unit *= 10) {
      if (unit < limb) low += digit * unit;
      else high += digit * (unit / limb);
      digit = bytes[(cursor -= 1)]! - zero;
    }
    if (cursor === last || last - cursor > 16 || (last - cursor > 1 && bytes[cursor + 1] === zero)) return -1;
    if (high > largestHigh || (high === largestHigh && low > largestLow)) return -1;
    if (bytes[cursor] === minus) {
      if (high === 0 && low === 0) return -1;
      high = -high;
      low = -low;
      cursor -= 1;
    }
    if (bytes[cursor] !== comma || bytes[cursor - 1] !== quote) return -1;
    const end = cursor - 1;
    let hash = currency;
    // A quote inside a text is written \" and so is never right behind a bracket.
    for (cursor -= 2; !(bytes[cursor] === quote && bytes[cursor - 1] === open); cursor -= 1) {
      if (cursor <= 0) return -1;
      hash = Math.imul(hash ^ bytes[cursor]!, 0x01000193);
    }
    this.#addTo(this.#positions.numberOf(bytes, cursor + 1, end - cursor - 1, currency, hash), currency, high, low);
    return cursor - 2;
  }

  #addTo(number: number, currency: number, high: number, low: number): void {
    if (number >= this.#high.length) this.#widen();
    this.#high[number]! += high;
    this.#low[number]! += low;
    this.#recordHigh[currency]! += high;
    this.#recordLow[currency]! += low;
    this.#sinceSettled += 1;
    if (this.#sinceSettled === settleAfter) this.#settle();
  }

  /** The number of a currency; a book has few, so they are gone through. */
  #currencyAt(bytes: Buffer, start: number, end: number): number {
    for (let number = 0; number < this.#currencies.length; number += 1) {
      const currency = this.#currencies[number]!;
      let same = 0;
      while (same < currency.length && currency[same] === bytes[start + same]) same += 1;
      if (same === currency.length && same === end - start) return number;
    }
    this.#recordHigh.push(0);
    this.#recordLow.push(0);
    return this.#currencies.push(Buffer.from(bytes.subarray(start, end))) - 1;
  }

  #checkZero(): string | undefined {
    for (const [number, currency] of this.#currencies.entries()) {
      const sum = exact(this.#recordHigh[number]!, this.#recordLow[number]!);
      if (sum !== 0n) return `the postings of the record sum to ${sum} ${textOf(currency)}, not to zero`;
    }
    return undefined;
  }

  #widen(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Float64Array(this.#positions.room);
    this.#low = new Float64Array(this.#positions.room);
    this.#high.set(high);
    this.#low.set(low);
  }

  #settle(): void {
    for (const [number, low] of this.#low.entries()) {
      const carried = Math.trunc(low / limb);
      this.#high[number]! += carried;
      this.#low[number] = low - carried * limb;
    }
    this.#sinceSettled = 0;
  }
}

function exact(high: number, low: number): bigint {
  return BigInt(high) * BigInt(limb) + BigInt(low);
}

function textOf(json: Buffer): string {
  return JSON.parse(`"${json.toString('utf8')}"`) as string;
}
