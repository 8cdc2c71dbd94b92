// Numbers for texts: what a bucket's key holds instead of strings.

/** Texts numbered from 0 in the order of their first appearance. */
export class TextIds {
  readonly texts: string[] = [];
  readonly #ids = new Map<string, number>();

  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.push(text) - 1;
    this.#ids.set(text, id);
    return id;
  }
}
