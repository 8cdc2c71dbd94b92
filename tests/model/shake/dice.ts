// Seeded chance: the same seed gives the same throws on every machine.

/** A source of throws; `fork` gives another that does not disturb this one. */
export class Dice {
  readonly #seed: number;
  #state: number;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#state = Math.imul(this.#seed, 2_654_435_761) >>> 0;
  }

  /** An independent source for one purpose, the same for the same seed and name. */
  fork(name: string): Dice {
    let mixed = this.#seed ^ 0x9e37_79b9;
    for (const character of name) mixed = Math.imul(mixed ^ character.codePointAt(0)!, 16_777_619) >>> 0;
    return new Dice(mixed);
  }

  /** A whole number from least to most, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** True with the probability given. */
  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** One of the list. */
  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at -= 1) {
      const other = this.whole(0, at);
      [copy[at], copy[other]] = [copy[other]!, copy[at]!];
    }
    return copy;
  }

  /** So many decimal digits as text. */
  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join('');
  }

  // Mulberry32.
  #next(): number {
    this.#state = (this.#state + 0x6d2b_79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
