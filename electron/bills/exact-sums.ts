// Many exact sums side by side. Each is a safe integer at its own scale as long as it fits, and a bigint beyond;
// nothing is rounded, and a column that is never added to takes no memory.
import { type Decimal, powerOfTen, zero } from '../../shared/money/decimal.ts';
import type { NumberCell } from './number-cell.ts';

const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Sums as they are stored. */
export interface PackedSums {
  readonly small: Float64Array<ArrayBuffer>;
  readonly scale: Uint16Array<ArrayBuffer>;
  readonly large: readonly (readonly [number, string])[];
}

/** Sums numbered from 0; all begin at zero. */
export class ExactSums {
  #small = new Float64Array(0);
  #scale = new Uint16Array(0);
  /** What did not fit into `#small`, at the same scale. */
  readonly #large = new Map<number, bigint>();

  add(index: number, value: NumberCell): void {
    if (value.mantissa === 0) return;
    this.#raise(index, value.scale);
    const gap = this.#scale[index]! - value.scale;
    if (value.mantissa === value.mantissa && gap < powers.length) {
      // A product or sum of safe integers that is itself safe is exact; one that is not is never used.
      const scaled = gap > 0 ? value.mantissa * powers[gap]! : value.mantissa;
      const sum = this.#small[index]! + scaled;
      if (Number.isSafeInteger(scaled) && Number.isSafeInteger(sum)) {
        this.#small[index] = sum;
        return;
      }
    }
    const coefficient = value.mantissa === value.mantissa ? BigInt(value.mantissa) : value.large;
    this.#addLarge(index, coefficient * powerOfTen(Math.max(gap, 0)));
  }

  /** Adds sum `i` of the others to the sum `places[i]` here, for each `i`; scales are kept even where a sum is zero. */
  append({ small, scale, large }: PackedSums, places: Uint32Array): void {
    const value: NumberCell = { mantissa: 0, scale: 0, large: 0n };
    for (let from = 0; from < small.length; from++) {
      value.scale = scale[from]!;
      value.mantissa = small[from]!;
      if (value.scale > 0) this.#raise(places[from]!, value.scale);
      this.add(places[from]!, value);
    }
    value.mantissa = Number.NaN;
    for (const [from, coefficient] of large) {
      value.scale = scale[from]!;
      value.large = BigInt(coefficient);
      this.add(places[from]!, value);
    }
  }

  /** The exact sum. */
  at(index: number): Decimal {
    if (index >= this.#small.length) return zero;
    const coefficient = BigInt(this.#small[index]!) + (this.#large.get(index) ?? 0n);
    return { coefficient, scale: this.#scale[index]! };
  }

  /** The first `size` sums in their own memory; those at the end to which nothing was added may be left out. */
  packed(size: number): PackedSums {
    return {
      small: this.#small.subarray(0, size),
      scale: this.#scale.subarray(0, size),
      large: [...this.#large].map(([index, coefficient]) => [index, coefficient.toString()]),
    };
  }

  static unpacked({ small, scale, large }: PackedSums): ExactSums {
    const sums = new ExactSums();
    sums.#small = small;
    sums.#scale = scale;
    for (const [index, coefficient] of large) sums.#large.set(index, BigInt(coefficient));
    return sums;
  }

  #addLarge(index: number, coefficient: bigint): void {
    this.#large.set(index, (this.#large.get(index) ?? 0n) + coefficient);
  }

  /** Makes the sum's scale at least this one. */
  #raise(index: number, scale: number): void {
    if (index >= this.#small.length) this.#grow(index + 1);
    if (this.#scale[index]! < scale) this.#rescale(index, scale);
  }

  #rescale(index: number, scale: number): void {
    const factor = powerOfTen(scale - this.#scale[index]!);
    this.#scale[index] = scale;
    const large = this.#large.get(index);
    if (large !== undefined) this.#large.set(index, large * factor);
    const small = this.#small[index]! * Number(factor);
    if (Number.isSafeInteger(small)) this.#small[index] = small;
    else {
      this.#addLarge(index, BigInt(this.#small[index]!) * factor);
      this.#small[index] = 0;
    }
  }

  #grow(needed: number): void {
    const size = Math.max(needed, this.#small.length * 2, 64);
    const small = new Float64Array(size);
    small.set(this.#small);
    this.#small = small;
    const scale = new Uint16Array(size);
    scale.set(this.#scale);
    this.#scale = scale;
  }
}
