// Sums the postings of records straight from the journal's bytes: making a text and a bigint of every posting would
// cost several times the hashing. It hands out bigint only.
import { ExactSums } from './exact-sums.ts';
import { PositionTable, viewOf } from './position-table.ts';

const quote = 0x22;
const comma = 0x2c;
const minus = 0x2d;
const zero = 0x30;
const open = 0x5b;
const close = 0x5d;
const largest = Number.MAX_SAFE_INTEGER;
const mostDigits = String(largest).length;
const postMember = Buffer.from('"post":');
/** Of a currency, as ISO 4217 has it; others are read too, slowly. */
const codeLength = 3;
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
  /** By number of the position. */
  readonly #sums = new ExactSums();
  /** Of the record under hand, by number of the currency. */
  readonly #recordSums = new ExactSums();
  /** The opening quote and the code of the currency before, as one number; its number. */
  #lastQuoted = 0;
  #lastCurrency = 0;
  /** Where the code of the currency under hand begins. */
  #codeStart = 0;
  #bytes: Buffer = Buffer.alloc(0);
  #view = viewOf(this.#bytes);

  /**
   * Adds the postings of a record whose `post` array ends with the byte before `end`. Undefined where they are well
   * formed and sum to zero per currency (rule L2); else what does not hold.
   *
   * It reads backwards, from the end of the array: nothing before `post` need be parsed to find it.
   */
  add(bytes: Buffer, end: number): string | undefined {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = viewOf(bytes);
    }
    let at = end - 1;
    if (bytes[at] !== close) return malformed;
    at -= 1;
    this.#recordSums.clear();
    if (bytes[at] !== open) {
      for (; ; at -= 1) {
        at = this.#addPosting(bytes, at);
        if (at < 0) return malformed;
        if (bytes[at] === open) break;
        if (bytes[at] !== comma) return malformed;
      }
    }
    return isMemberBefore(bytes, at) ? this.#checkZero() : malformed;
  }

  /** All positions in order of first appearance, also those that are zero. */
  sums(): PositionSum[] {
    return Array.from({ length: this.#positions.size }, (_, number) => ({
      position: textOf(this.#positions.textOf(number)),
      currency: textOf(this.#currencies[this.#positions.currencyOf(number)]!),
      amount: this.#sums.sumOf(number),
    }));
  }

  /** Adds `["position",amount,"currency"]`, whose `]` is at `at`; answers the place before its `[`, −1 if malformed. */
  #addPosting(bytes: Buffer, at: number): number {
    if (at <= codeLength + 2 || bytes[at] !== close || bytes[at - 1] !== quote) return -1;
    const currency = this.#currencyBefore(at - 1);
    const last = this.#codeStart - 3;
    if (bytes[last + 1] !== comma) return -1;
    let cursor = last;
    let amount = 0;
    for (let unit = 1; ; unit *= 10) {
      const digit = bytes[cursor]! - zero;
      if (!(digit >= 0 && digit <= 9)) break;
      amount += digit * unit;
      cursor -= 1;
    }
    const digits = last - cursor;
    if (digits === 0 || digits > mostDigits || amount > largest) return -1;
    if (bytes[cursor + 1] === zero && digits > 1) return -1;
    if (bytes[cursor] === minus) {
      if (amount === 0) return -1;
      amount = -amount;
      cursor -= 1;
    }
    if (bytes[cursor] !== comma || bytes[cursor - 1] !== quote) return -1;
    const position = this.#positions.numberOf(this.#view, cursor - 1, currency);
    if (position < 0) return -1;
    this.#sums.add(position, amount);
    this.#recordSums.add(currency, amount);
    return this.#positions.start - 3;
  }

  /** The number of the currency whose text ends before `end`; nearly always it is that of the posting before. */
  #currencyBefore(end: number): number {
    const quoted = this.#view.getInt32(end - codeLength - 1);
    if (quoted === this.#lastQuoted) {
      this.#codeStart = end - codeLength;
      return this.#lastCurrency;
    }
    let start = end;
    while (start > 0 && this.#bytes[start - 1] !== quote) start -= 1;
    const currency = this.#currencyAt(start, end);
    this.#codeStart = start;
    if (end - start === codeLength) {
      this.#lastQuoted = quoted;
      this.#lastCurrency = currency;
    }
    return currency;
  }

  /** A book has few currencies, so they are gone through. */
  #currencyAt(start: number, end: number): number {
    const text = this.#bytes.subarray(start, end);
    const number = this.#currencies.findIndex((currency) => currency.equals(text));
    return number >= 0 ? number : this.#currencies.push(Buffer.from(text)) - 1;
  }

  #checkZero(): string | undefined {
    for (const [number, currency] of this.#currencies.entries()) {
      const sum = this.#recordSums.sumOf(number);
      if (sum !== 0n) return `the postings of the record sum to ${sum} ${textOf(currency)}, not to zero`;
    }
    return undefined;
  }
}

function isMemberBefore(bytes: Buffer, at: number): boolean {
  let same = 0;
  while (same < postMember.length && bytes[at - postMember.length + same] === postMember[same]) same += 1;
  return same === postMember.length;
}

function textOf(json: Buffer): string {
  return JSON.parse(`"${json.toString('utf8')}"`) as string;
}
