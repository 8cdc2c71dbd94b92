// Which book the window shows: opening, closing and making books, one at a time. What is asked of the open one is
// shown-book.ts's.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { OpenBook } from '../../shared/contract/open-book.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { NewBookTitle } from '../book/book-calls.ts';
import { onThread } from '../book/book-thread.ts';
import { journalFolder } from '../ledger/segment.ts';
import { ShownBook, type ShownBookOptions } from './shown-book.ts';

export class CurrentBook {
  readonly #options: ShownBookOptions;
  #shown: ShownBook | undefined;

  constructor(options: ShownBookOptions) {
    this.#options = options;
  }

  /** The book that is shown, if any. */
  get shown(): ShownBook | undefined {
    return this.#shown;
  }

  get facts(): OpenBook | null {
    return this.#shown?.facts ?? null;
  }

  /** The book that is shown; throws Refused where none is. */
  required(): ShownBook {
    if (!this.#shown) throw new Refused(noBookOpen);
    return this.#shown;
  }

  /** Opens the book in a folder; the one that was open is closed once this one is. Throws Refused where it cannot be. */
  async open(folder: string): Promise<void> {
    // What was entered a moment ago has been seen as well: the next book may be an older copy of this one.
    await this.#shown?.noteHead();
    const next = await ShownBook.open(folder, this.#options);
    await this.close();
    this.#shown = next;
  }

  /** Opens the shown book again, at the same desk; where its folder is not there, what is shown stays. */
  async reopen(): Promise<void> {
    const { folder, desk } = this.required();
    if (!existsSync(journalFolder(folder))) throw new Refused(folderGone(folder));
    await this.close();
    await this.open(folder);
    await this.required().takeDesk(desk);
  }

  /** Makes an empty book in a folder that is not there yet. */
  make(folder: string, title: Omit<NewBookTitle, 'id'>): Promise<void> {
    const named = { ...title, id: randomUUID() };
    return onThread((thread) => thread.call('make', { folder, title: named, holder: this.#holder() }));
  }

  /** Makes the sample book of a setup folder. */
  makeSample(folder: string, setup: string): Promise<void> {
    return onThread((thread) => thread.call('makeSample', { folder, setup, holder: this.#holder() }));
  }

  async close(): Promise<void> {
    const shown = this.#shown;
    await shown?.close();
    if (this.#shown === shown) this.#shown = undefined;
  }

  #holder(): { readonly holder: string; readonly since: string } {
    return { holder: this.#options.by, since: this.#options.clock() };
  }
}

const noBookOpen: Refusal = {
  code: 'noBookOpen',
  what: 'No book is open.',
  unchanged: 'Nothing was read or changed.',
  next: 'Open a book first.',
};

function folderGone(folder: string): Refusal {
  return {
    code: 'bookGone',
    what: `The folder of the book is not there: ${folder}.`,
    unchanged: 'Every record acknowledged before is kept where the folder is; what is on the screen can still be read.',
    next: 'Put the folder back or connect its disk again, then open the book again.',
  };
}
