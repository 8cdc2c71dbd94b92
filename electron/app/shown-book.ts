// The one book that a window shows, on its thread: what is asked of it, what is known of it, and what closing it takes. It
// knows no window, and no path but the book's own.
import { randomUUID } from 'node:crypto';
import { type Desk, bookDeskOnly } from '../../shared/book/desk.ts';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { OpenBook, SeenHead } from '../../shared/contract/open-book.ts';
import type { WindowCommand, WindowQuery } from '../../shared/contract/window-messages.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { BookOnThread } from '../book/book-calls.ts';
import { BookThread, Cancelled, cancelledRefusal } from '../book/book-thread.ts';
import { type BookNote, addNote } from '../ledger/book-notes.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { assertDesk } from './assert-desk.ts';
import type { SeenHeads } from './seen-heads.ts';
import { Verifier } from './verifier.ts';
import type { WorkList } from './work-list.ts';

export type BookCommand = Extract<WindowCommand, { readonly to: 'book' }>;
export type BookQuery = Extract<WindowQuery, { readonly to: 'book' }>;

export interface ShownBookOptions {
  readonly works: WorkList;
  readonly heads: SeenHeads;
  /** The operator's name. */
  readonly by: string;
  /** The instant, ISO 8601 in UTC. */
  readonly clock: () => string;
  /** The folder that holds the sample book, whose bills are not real. */
  readonly sampleFolder: string;
  /** Hears that something else is known of the book: its state alone, or all that its screens show. */
  readonly onChange: (change: 'book-state' | 'book-opened') => void;
  /** Takes what went wrong without anybody having asked for it. */
  readonly report: (problem: unknown) => void;
  /** Tells the clerk why the backup on closing was not written. */
  readonly showFailedBackup: (problem: unknown) => Promise<void>;
}

const longWork: Readonly<Partial<Record<BookCommand['name'], 'import' | 'charges'>>> = {
  importBills: 'import',
  runCharges: 'charges',
};

/** How long after an entry its record is noted outside the book: entries that follow each other are noted once. */
const noteAfterMs = 1000;
/** How long closing waits for the backup that it makes. */
const backupPatienceMs = 60_000;

export class ShownBook {
  readonly folder: string;
  readonly #options: ShownBookOptions;
  readonly #thread: BookThread;
  readonly #verifier: Verifier;
  #on: BookOnThread;
  #lost: SeenHead | null;
  /** The desk of all that is asked (rule P3); the book desk where a book has just been opened. */
  #desk: Desk = '';
  #diskSaid = '';
  /** The last record that was entered here, which the thread may not have been asked about yet. */
  #entered = 0;
  #noting: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  private constructor(
    folder: string,
    { thread, on, lost }: { thread: BookThread; on: BookOnThread; lost: SeenHead | null },
    options: ShownBookOptions,
  ) {
    const { works, clock, onChange } = options;
    this.folder = folder;
    this.#options = options;
    this.#thread = thread;
    this.#verifier = new Verifier({ works, clock, onChange: () => onChange('book-state') });
    this.#on = on;
    this.#lost = lost;
  }

  /** Opens the book in a folder; throws Refused or Cancelled where it cannot be. */
  static async open(folder: string, options: ShownBookOptions): Promise<ShownBook> {
    const { works, heads, by, clock, sampleFolder } = options;
    const thread = new BookThread();
    try {
      const on = await works.run('open', 'nothing-happened', (watch) =>
        thread.open(folder, { holder: by, since: clock() }, watch),
      );
      const isKnown = on.damage === null && folder !== sampleFolder;
      const holds = (position: BookOnThread['position']): Promise<boolean> => thread.call('extends', position);
      const lost = isKnown ? await heads.lost({ id: on.id, folder }, holds) : null;
      const book = new ShownBook(folder, { thread, on, lost }, options);
      book.#note();
      return book;
    } catch (error) {
      await thread.end();
      throw error;
    }
  }

  get id(): string {
    return this.#on.id;
  }

  /** The book as the window sees it. */
  get facts(): OpenBook {
    const { position, readOnly, diskSaid, ...described } = this.#on;
    return {
      ...described,
      folder: this.folder,
      sample: this.folder === this.#options.sampleFolder,
      desk: this.#desk,
      records: Math.max(position.seq, this.#entered),
      readOnly: readOnly ?? (this.#lost ? 'not-the-newest' : null),
      diskSaid: diskSaid || this.#diskSaid,
      lost: this.#lost,
      verification: this.#verifier.known,
    };
  }

  get desk(): Desk {
    return this.#desk;
  }

  /** Sits down at the desk of an admin account, or at the book desk; refuses what is no desk of this book. */
  async takeDesk(desk: Desk): Promise<void> {
    await assertDesk(this.#thread, desk);
    this.#desk = desk;
  }

  /** Throws Refused at any desk but the book desk: what is done with the whole book is for that one (rule P3). */
  assertBookDesk(command: string): void {
    if (this.#desk !== '') throw new Refused(bookDeskOnly(this.#desk, command));
  }

  /** Carries a command out at the desk in use; `input` has passed its schema and names files by their paths. */
  async execute(command: Omit<BookCommand, 'to'>): Promise<CommandAnswer> {
    if (this.#lost && !command.dryRun) throw new Refused(notTheNewest(this.#lost));
    try {
      const answer = await this.#execute(command);
      if (answer.done && answer.kind !== '') {
        this.#entered = answer.seq;
        this.#noteSoon();
      }
      this.#diskAnswers('');
      return answer;
    } catch (error) {
      if (error instanceof Refused) await this.#diskRefused(error.refusals[0]!);
      throw error;
    }
  }

  async #execute({ name, input, id, dryRun }: Omit<BookCommand, 'to'>): Promise<CommandAnswer> {
    const { by, clock, works } = this.#options;
    const command = { name, input, id: id ?? randomUUID(), by, desk: this.#desk, now: clock(), dryRun };
    const kind = longWork[name];
    if (!kind) return this.#thread.execute(command);
    try {
      return await works.run(kind, 'nothing-happened', (watch) => this.#thread.execute(command, watch));
    } catch (error) {
      throw error instanceof Cancelled ? new Refused(cancelledRefusal) : error;
    }
  }

  ask({ name, input }: Omit<BookQuery, 'to'>): Promise<unknown> {
    return this.#thread.call('ask', { name, input, desk: this.#desk });
  }

  /** Verifies every byte up to the last record that there is now; what does not hold takes the book out of use. */
  async verify(anchor: string | undefined): Promise<void> {
    await this.#look();
    const { position, damage } = this.#on;
    const what = { folder: this.folder, until: damage ? undefined : position, anchor };
    let isNew = false;
    await this.#verifier.run(what, async (found) => {
      if (found.state !== 'fails' || found.isEvidenceAlone || damage) return;
      this.#on = await this.#thread.call('distrust', found.damage);
      this.#entered = 0;
      isNew = true;
    });
    if (isNew) this.#options.onChange('book-opened');
  }

  /** Goes on from a book that lacks what was seen of it here; the book's notes keep who said so, and why. */
  accept(reason: string): void {
    this.assertBookDesk('acceptBook');
    if (!this.#lost) return;
    const { records, head } = this.#lost;
    this.note('accepted', reason, { lacking: { records, head }, from: this.#on.position.seq });
    this.#lost = null;
    this.#note();
    this.#options.onChange('book-state');
  }

  /** Enters into the book's notes what was done with the whole of it. */
  note(what: BookNote['what'], reason: string, details: BookNote['details']): void {
    const { by, clock } = this.#options;
    addNote(nodeDisk, this.folder, { at: clock(), by, what, reason, details });
  }

  /** Writes a verified backup into a folder, the book's own where none is named. */
  async backUp(folder?: string): Promise<string> {
    const made = this.#options.clock();
    const input = folder === undefined ? { made } : { folder, made };
    return this.#options.works.run('backup', 'nothing-happened', (watch) => this.#thread.call('backUp', input, watch));
  }

  /** Closes the book; where it has grown it is backed up first, unless that is stopped, fails or takes too long. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    clearTimeout(this.#noting);
    this.#verifier.stop();
    await this.#backUpGrown().catch(async (problem: unknown) => {
      this.#options.report(problem);
      if (!(problem instanceof Cancelled)) await this.#options.showFailedBackup(problem);
    });
    await this.noteHead();
    await this.#thread.end();
  }

  /** Notes where the book ends now, outside the book. */
  async noteHead(): Promise<void> {
    clearTimeout(this.#noting);
    try {
      await this.#look();
      this.#note();
    } catch (problem) {
      this.#options.report(problem);
    }
  }

  async #backUpGrown(): Promise<void> {
    const { readOnly, sample } = this.facts;
    if (readOnly !== null || sample || !(await this.#thread.call('isBackupDue', undefined))) return;
    const made = this.#options.clock();
    const late = AbortSignal.timeout(backupPatienceMs);
    await this.#options.works.run('backup', 'done-stays', ({ signal, onAdvance }) =>
      this.#thread.call(
        'backUp',
        { made },
        { onAdvance, signal: AbortSignal.any([late, ...(signal ? [signal] : [])]) },
      ),
    );
  }

  /** Looks at the book as it stands on its thread. */
  async #look(): Promise<void> {
    this.#on = await this.#thread.call('describe', undefined);
  }

  #noteSoon(): void {
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => void this.noteHead(), noteAfterMs);
  }

  /** Notes the last record outside the book. A computer that takes no note keeps nobody from working. */
  #note(): void {
    const { lost, sample, damage } = this.facts;
    if (lost || sample || damage) return;
    try {
      this.#options.heads.remember({ id: this.id, folder: this.folder }, this.#on.position);
    } catch (problem) {
      this.#options.report(problem);
    }
  }

  /** A disk that failed under the journal takes the book out of use until it is opened again; any other refusal is told. */
  async #diskRefused({ code, what }: Refusal): Promise<void> {
    if (code === 'systemError') this.#diskAnswers(what);
    if (code !== 'writeFailed') return;
    await this.#look();
    this.#options.onChange('book-state');
  }

  #diskAnswers(what: string): void {
    if (what === this.#diskSaid) return;
    this.#diskSaid = what;
    this.#options.onChange('book-state');
  }
}

function notTheNewest({ records, at }: SeenHead): Refusal {
  return {
    code: 'notTheNewest',
    what: `This book does not hold record ${records} that was seen of it on this computer at ${at}.`,
    unchanged: 'Nothing was entered.',
    next: 'Put the newer book back in its place, or accept this one from here on.',
  };
}
