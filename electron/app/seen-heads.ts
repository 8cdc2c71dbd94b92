// The last record that was seen of each book on this computer: an anchor outside the book, by which an older copy or
// another history put in its place is recognised.
import type { SeenHead } from '../../shared/contract/open-book.ts';
import type { JournalPosition } from '../ledger/scan.ts';
import type { ComputerFile } from './computer-file.ts';

/** A book by its id and its folder. */
export interface NamedBook {
  readonly id: string;
  readonly folder: string;
}

const unique = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export class SeenHeads {
  readonly #computer: ComputerFile;
  readonly #clock: () => string;

  constructor(computer: ComputerFile, clock: () => string) {
    this.#computer = computer;
    this.#clock = clock;
  }

  /** What was seen of the book and does not stand there any more; null where it goes on from it, or nothing was seen. */
  async lost(book: NamedBook, holds: (position: JournalPosition) => Promise<boolean>): Promise<SeenHead | null> {
    const seen = this.#computer.facts.heads[keyOf(book)];
    if (!seen || (await holds(seen))) return null;
    return { records: seen.seq, head: seen.head, at: seen.at };
  }

  /** Notes where the book ends now. */
  remember(book: NamedBook, { seq, head, segment, line, end }: JournalPosition): void {
    const key = keyOf(book);
    const { heads } = this.#computer.facts;
    if (heads[key]?.head === head) return;
    this.#computer.change({ heads: { ...heads, [key]: { seq, head, segment, line, end, at: this.#clock() } } });
  }
}

/** Books made of a setup folder share their id; the folder tells them apart. */
function keyOf({ id, folder }: NamedBook): string {
  return unique.test(id) ? id : `${id} ${folder}`;
}
