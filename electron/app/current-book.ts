// The book that the window shows: opening and closing it, and what is asked of it. One at a time; it knows no window and
// no path but the book's own.
import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { OpenBook } from '../../shared/contract/app.ts';
import type { WindowCommand, WindowQuery } from '../../shared/contract/window-messages.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import type { BookOnThread, NewBookTitle } from '../book/book-calls.ts';
import { type Watch, BookThread, Cancelled, cancelledRefusal } from '../book/book-thread.ts';
import type { WorkList } from './work-list.ts';

type BookCommand = Extract<WindowCommand, { readonly to: 'book' }>;
type BookQuery = Extract<WindowQuery, { readonly to: 'book' }>;

interface Shown extends BookOnThread {
  readonly folder: string;
  readonly thread: BookThread;
}

export interface CurrentBookOptions {
  readonly works: WorkList;
  /** The operator's name. */
  readonly by: string;
  /** The instant, ISO 8601 in UTC. */
  readonly clock: () => string;
  /** The folder that holds the sample book, whose bills are not real. */
  readonly sampleFolder: string;
}

const longWork: Readonly<Partial<Record<BookCommand['name'], 'import' | 'charges'>>> = {
  importBills: 'import',
  runCharges: 'charges',
};

export class CurrentBook {
  readonly #options: CurrentBookOptions;
  #shown: Shown | undefined;

  constructor(options: CurrentBookOptions) {
    this.#options = options;
  }

  get id(): string | undefined {
    return this.#shown?.id;
  }

  get folder(): string | undefined {
    return this.#shown?.folder;
  }

  /** The book as the window sees it. */
  get facts(): OpenBook | null {
    if (!this.#shown) return null;
    const { name, nameZh, readOnly, holder, folder } = this.#shown;
    return { name, nameZh, readOnly, holder, sample: folder === this.#options.sampleFolder };
  }

  /** Opens the book in a folder; the one that was open is closed once this one is. Throws Refused where it cannot be. */
  async open(folder: string): Promise<void> {
    const thread = new BookThread();
    try {
      const opening = (watch: Watch): Promise<BookOnThread> => thread.open(folder, this.#holder(), watch);
      const facts = await this.#options.works.run('open', 'nothing-happened', opening);
      await this.close();
      this.#shown = { ...facts, folder, thread };
    } catch (error) {
      await thread.end();
      throw error;
    }
  }

  /** Makes an empty book in a folder that is not there yet. */
  make(folder: string, title: Omit<NewBookTitle, 'id'>): Promise<void> {
    return this.#once((thread) =>
      thread.call('make', { folder, title: { ...title, id: randomUUID() }, holder: this.#holder() }),
    );
  }

  /** Makes the sample book of a setup folder. */
  makeSample(folder: string, setup: string): Promise<void> {
    return this.#once((thread) => thread.call('makeSample', { folder, setup, holder: this.#holder() }));
  }

  async close(): Promise<void> {
    const shown = this.#shown;
    this.#shown = undefined;
    await shown?.thread.end();
  }

  /** Carries a command out at the book desk; `input` has passed its schema and names files by their paths. */
  async execute({ name, input, id, dryRun }: Omit<BookCommand, 'to'>): Promise<CommandAnswer> {
    const { thread } = this.#required();
    const { by, clock, works } = this.#options;
    const command = { name, input, id: id ?? randomUUID(), by, desk: '' as const, now: clock(), dryRun };
    const kind = longWork[name];
    if (!kind) return thread.execute(command);
    try {
      return await works.run(kind, 'nothing-happened', (watch) => thread.execute(command, watch));
    } catch (error) {
      if (error instanceof Cancelled) throw new Refused(cancelledRefusal);
      throw error;
    }
  }

  ask({ name, input }: Omit<BookQuery, 'to'>): Promise<unknown> {
    return this.#required().thread.call('ask', { name, input, desk: '' });
  }

  /** Writes a verified backup into a folder. */
  async backUp(folder: string): Promise<void> {
    const { thread } = this.#required();
    const made = this.#options.clock();
    await this.#options.works.run('backup', 'nothing-happened', (watch) =>
      thread.call('backUp', { folder, made }, watch),
    );
  }

  async #once(work: (thread: BookThread) => Promise<void>): Promise<void> {
    const thread = new BookThread();
    try {
      await work(thread);
    } finally {
      await thread.end();
    }
  }

  #holder(): { readonly holder: string; readonly since: string } {
    return { holder: this.#options.by, since: this.#options.clock() };
  }

  #required(): Shown {
    if (!this.#shown) throw new Refused(noBookOpen);
    return this.#shown;
  }
}

const noBookOpen: Refusal = {
  code: 'noBookOpen',
  what: 'No book is open.',
  unchanged: 'Nothing was read or changed.',
  next: 'Open a book first.',
};
