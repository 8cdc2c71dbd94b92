// Arrays of whole numbers that grow while a file is read; they hold what there is one of per line. They grow by blocks:
// to copy all into a larger array each time would leave as much memory behind as they take.

const firstBlock = 1024;
const largestBlock = 65_536;

/** Unsigned 32-bit numbers; `taken` is a copy of exactly what was pushed. */
export class GrowingUint32 {
  readonly #full: Uint32Array[] = [];
  #block = new Uint32Array(firstBlock);
  #used = 0;
  /** Numbers in the full blocks. */
  #before = 0;

  push(item: number): void {
    if (this.#used === this.#block.length) this.#grow();
    this.#block[this.#used++] = item;
  }

  taken(): Uint32Array<ArrayBuffer> {
    const taken = new Uint32Array(this.#before + this.#used);
    let position = 0;
    for (const block of this.#full) {
      taken.set(block, position);
      position += block.length;
    }
    taken.set(this.#block.subarray(0, this.#used), position);
    return taken;
  }

  #grow(): void {
    this.#full.push(this.#block);
    this.#before += this.#used;
    this.#block = new Uint32Array(Math.min(this.#used * 2, largestBlock));
    this.#used = 0;
  }
}
