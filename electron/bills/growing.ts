// Arrays of whole numbers that grow while a file is read; they hold what there is one of per line.

/** Unsigned 32-bit numbers; `taken` is a copy of exactly what was pushed. */
export class GrowingUint32 {
  #items = new Uint32Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = item;
  }

  taken(): Uint32Array<ArrayBuffer> {
    return this.#items.slice(0, this.length);
  }
}
