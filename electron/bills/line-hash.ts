// A 64-bit hash over all fields of a normalised line, for finding lines that two files share (rule B3). Equal lines
// always have equal hashes whatever the spelling; it protects against accident, not against someone who forges lines.
import type { Cell } from './cell.ts';
import type { NumberCell } from './number-cell.ts';

const lowPrime = 0x85ebca6b;
const highPrime = 0xc2b2ae35;

/** Takes the fields of one line after another: `begin`, then a call per field that is not none, then `low` and `high`. */
export class LineHash {
  #low = 0;
  #high = 0;

  begin(): void {
    this.#low = 0x2545f491;
    this.#high = 0x6c078965;
  }

  /** A text by its bytes; `tag` tells fields apart. */
  addText(tag: number, { bytes, start, end }: Cell): void {
    let low = this.#low;
    let high = this.#high;
    let word = Math.imul(tag, 0x01000193) ^ (end - start);
    let position = start;
    for (; ; position += 4) {
      low = Math.imul(low ^ word, lowPrime);
      low ^= low >>> 15;
      high = Math.imul(high ^ word, highPrime);
      high ^= high >>> 13;
      if (position + 4 > end) break;
      word =
        bytes[position]! | (bytes[position + 1]! << 8) | (bytes[position + 2]! << 16) | (bytes[position + 3]! << 24);
    }
    this.#low = low;
    this.#high = high;
    word = 0;
    for (let rest = end - 1; rest >= position; rest--) word = (word << 8) | bytes[rest]!;
    this.#mix(word);
  }

  /** A number by its value: `1.50` and `1.5` are the same field. */
  addNumber(tag: number, value: NumberCell): void {
    this.#mix(Math.imul(tag, 0x01000193) ^ value.scale);
    if (value.mantissa === value.mantissa) this.addWhole(value.mantissa);
    else
      for (let rest = value.large; rest !== 0n && rest !== -1n; rest >>= 32n)
        this.#mix(Number(BigInt.asIntN(32, rest)));
  }

  /** An instant in microseconds, whatever its zone was. */
  addTime(tag: number, instant: number): void {
    this.#mix(Math.imul(tag, 0x01000193));
    this.addWhole(instant);
  }

  addWhole(value: number): void {
    this.#mix(value | 0);
    this.#mix(Math.floor(value / 0x1_0000_0000) | 0);
  }

  /** The two halves, well mixed, as unsigned 32-bit numbers. */
  low(): number {
    return avalanche(this.#low);
  }

  high(): number {
    return avalanche(this.#high ^ Math.imul(this.#low, 0x9e3779b1));
  }

  #mix(word: number): void {
    let low = Math.imul(this.#low ^ word, lowPrime);
    low ^= low >>> 15;
    this.#low = low;
    let high = Math.imul(this.#high ^ word, highPrime);
    high ^= high >>> 13;
    this.#high = high;
  }
}

function avalanche(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The tag of a field that has a name of its own, such as a column per tag. */
export function tagOfName(name: string): number {
  let tag = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) tag = Math.imul(tag ^ name.charCodeAt(index), 0x01000193);
  return tag;
}
