// Exact running sums of whole numbers. They stand as numbers as long as they are below 2^53; what goes beyond is carried
// in bigint, so that nothing is ever rounded.

const largest = Number.MAX_SAFE_INTEGER;

/** Sums by number from 0 on; each is 0 until something is added to it. */
export class ExactSums {
  #sums = new Float64Array(8);
  readonly #carried = new Map<number, bigint>();

  /** Adds a whole number between −(2^53 − 1) and 2^53 − 1. */
  add(number: number, amount: number): void {
    if (number >= this.#sums.length) this.#widen(number);
    const sum = this.#sums[number]! + amount;
    if (sum <= largest && sum >= -largest) this.#sums[number] = sum;
    else this.#carry(number, amount);
  }

  sumOf(number: number): bigint {
    return BigInt(this.#sums[number] ?? 0) + (this.#carried.get(number) ?? 0n);
  }

  /** Makes every sum 0 again. */
  clear(): void {
    this.#sums.fill(0);
    this.#carried.clear();
  }

  #carry(number: number, amount: number): void {
    this.#carried.set(number, this.sumOf(number));
    this.#sums[number] = amount;
  }

  #widen(number: number): void {
    const sums = new Float64Array(number * 2);
    sums.set(this.#sums);
    this.#sums = sums;
  }
}
