// The book that the window shows: opening and closing it, and what is asked of it. One at a time; it knows no window and
// no path but the book's own.
import { randomUUID } from 'node:crypto';
import type { Desk } from '../../shared/book/desk.ts';
import type { CommandAnswer, Page } from '../../shared/contract/answer.ts';
import type { OpenBook } from '../../shared/contract/app.ts';
import type { WindowCommand, WindowQuery } from '../../shared/contract/window-messages.ts';
import { type AccountKey, idOf, providerOf } from '../../shared/rules/names.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import type { BookOnThread, NewBookTitle } from '../book/book-calls.ts';
import { type Watch, BookThread, Cancelled, cancelledRefusal } from '../book/book-thread.ts';
import type { WorkList } from './work-list.ts';

type BookCommand = Extract<WindowCommand, { readonly to: 'book' }>;
type BookQuery = Extract<WindowQuery, { readonly to: 'book' }>;

interface Shown extends BookOnThread {
  /** The desk of all that is asked (rule P3); the book desk where a book has just been opened. */
  readonly desk: Desk;
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
    const { name, nameZh, readOnly, holder, folder, desk } = this.#shown;
    return { name, nameZh, readOnly, holder, sample: folder === this.#options.sampleFolder, desk };
  }

  /** Opens the book in a folder; the one that was open is closed once this one is. Throws Refused where it cannot be. */
  async open(folder: string): Promise<void> {
    const thread = new BookThread();
    try {
      const opening = (watch: Watch): Promise<BookOnThread> => thread.open(folder, this.#holder(), watch);
      const facts = await this.#options.works.run('open', 'nothing-happened', opening);
      await this.close();
      this.#shown = { ...facts, folder, thread, desk: '' };
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

  /** Carries a command out at the desk in use; `input` has passed its schema and names files by their paths. */
  async execute({ name, input, id, dryRun }: Omit<BookCommand, 'to'>): Promise<CommandAnswer> {
    const { thread, desk } = this.#required();
    const { by, clock, works } = this.#options;
    const command = { name, input, id: id ?? randomUUID(), by, desk, now: clock(), dryRun };
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
    const { thread, desk } = this.#required();
    return thread.call('ask', { name, input, desk });
  }

  /** Sits down at the desk of an admin account, or at the book desk; refuses what is no desk of this book. */
  async takeDesk(desk: Desk): Promise<void> {
    const shown = this.#required();
    if (desk !== '' && !(await isAdmin(shown.thread, desk))) throw new Refused(notADesk(desk));
    this.#shown = { ...shown, desk };
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

async function isAdmin(thread: BookThread, desk: AccountKey): Promise<boolean> {
  const is = (column: string, value: string) => ({ column, test: 'is' as const, value });
  const input = { filter: [is('provider', providerOf(desk)), is('account', idOf(desk))] };
  const { rows } = (await thread.call('ask', { name: 'accounts', input, desk: '' })) as Page<ListRow>;
  return rows.some(({ id, role }) => id === desk && role !== 'member');
}

function notADesk(desk: string): Refusal {
  return {
    code: 'notADesk',
    rule: 'P3',
    what: `${desk} is no admin account of this book.`,
    unchanged: 'The desk stays as it was.',
    next: 'Choose one of the book’s admin accounts, or the book desk.',
  };
}

const noBookOpen: Refusal = {
  code: 'noBookOpen',
  what: 'No book is open.',
  unchanged: 'Nothing was read or changed.',
  next: 'Open a book first.',
};
