// The parts of the program made and joined to its window: what the window is told, what stands in the menu and the title
// bar, and how all of it ends. It decides nothing of what a book does.
import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { AppCommandInput, Settings, Work } from '../../shared/contract/app.ts';
import { createPrinter } from './window-printer.ts';
import { serve } from '../ipc/serve.ts';
import { coverPath } from '../ledger/cover.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { ChosenFiles } from './chosen-files.ts';
import { ComputerFile } from './computer-file.ts';
import { CurrentBook } from './current-book.ts';
import { Dialogs } from './dialogs.ts';
import { menuTemplate } from './menu-template.ts';
import { offerNow, showMenu } from './native-menu.ts';
import { Program } from './program.ts';
import type { ProgramWindow } from './program-window.ts';
import { ProgramWindows } from './program-windows.ts';
import { recentBooks } from './recent-books.ts';
import { SeenHeads } from './seen-heads.ts';
import { SystemDialogs } from './system-dialogs.ts';
import { WorkList } from './work-list.ts';
import { wordsOf } from './words.ts';

/** What the operating system says of this user, and what it is told. */
export interface System {
  /** Where the program keeps what it knows of this computer, and where documents usually are. */
  readonly data: string;
  readonly documents: string;
  readonly language: Settings['language'];
  readonly takeTheme: (theme: Settings['theme']) => void;
  readonly rememberDocument: (path: string) => void;
  readonly showInFolder: (path: string) => void;
}

export interface ShellOptions {
  /** The built preload script, and the setup folder of the sample book. */
  readonly preload: string;
  readonly sampleGroup: string;
  readonly system: System;
  /** The instant that the clock says, ISO 8601 in UTC. */
  readonly clock: () => string;
  /** Takes a defect into the log. */
  readonly report: (defect: unknown) => void;
}

type Offer = AppCommandInput<'offerActions'>;

/** Work that may end at any moment without anybody missing it. */
const changesNothing: ReadonlySet<Work['kind']> = new Set(['verify', 'open']);

export class Shell {
  readonly #options: ShellOptions;
  readonly #computer: ComputerFile;
  readonly #works: WorkList;
  readonly #book: CurrentBook;
  readonly #program: Program;
  readonly #dialogs: Dialogs;
  readonly #windows: ProgramWindows;
  #isClosing = false;
  /** What each window can carry out now. */
  readonly #offers = new WeakMap<ProgramWindow, Offer>();

  constructor(options: ShellOptions) {
    this.#options = options;
    const { clock, preload, report, sampleGroup, system } = options;
    this.#computer = new ComputerFile(nodeDisk, join(system.data, 'computer.json'), system.language);
    const sample = { folder: join(system.data, 'sample', 'Harbour Group'), setup: sampleGroup };
    this.#works = new WorkList((work, took) => {
      this.#windows.tell({ topic: 'progress', work });
      const asked = this.#works.list().filter(({ kind }) => kind !== 'verify');
      this.#windows.first.signs.show(this.#words, work, took.ms, asked);
    });
    this.#book = new CurrentBook({
      works: this.#works,
      heads: new SeenHeads(this.#computer, clock),
      by: userInfo().username,
      clock,
      sampleFolder: sample.folder,
      report,
      showFailedBackup: (problem) => this.#dialogs.showProblem(problem, 'backupFailed'),
      onChange: (change) => this.#tellOfBook(change),
    });
    this.#dialogs = new Dialogs(this.#computer, new SystemDialogs(() => this.#windows.active.native), system.documents);
    this.#program = new Program({
      book: this.#book,
      computer: this.#computer,
      dialogs: this.#dialogs,
      openPrinter: createPrinter,
      files: new ChosenFiles(),
      works: this.#works,
      clock,
      showInFolder: system.showInFolder,
      sample,
      tell: (event, to) => this.#windows.tell(event, to),
      onBook: (moment) => (moment === 'before' ? this.#leaveBook() : this.#showNewBook()),
      onSettings: () => this.#showSettings(),
      onOffer: (offer, from) => this.#takeOffer(offer, from),
      openWindow: (view) => this.#windows.openAnother(view, (window) => this.#dress(window)),
    });
    this.#windows = new ProgramWindows(preload, this.#computer.facts.windows[''], () => this.#showMenu());
    this.#windows.first.onClose(() => void this.#close());
    serve({
      isOwn: (contents) => this.#windows.of(contents) !== undefined,
      command: (command, from) => this.#program.command(command, this.#windows.of(from)!),
      query: (query) => this.#program.query(query),
      report,
    });
  }

  async start(book: string | undefined): Promise<void> {
    this.#showSettings();
    await Promise.all([this.#load(), book !== undefined && this.#open(book)]);
  }

  /** A page begins at its usual size: the zoom is set again once it is there. */
  async #load(): Promise<void> {
    await this.#windows.first.load();
    this.#showSettings();
  }

  /** Comes to the front, with another book if one is named. */
  showBook(book: string | undefined): void {
    this.#windows.active.comeForward();
    if (book !== undefined) void this.#open(book);
  }

  async #open(folder: string): Promise<void> {
    await this.#attempt(async () => this.#program.open(realpathSync(folder)));
  }

  /** For what no page has asked for: a refusal is shown by the system. */
  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.report(error);
      await this.#dialogs.showProblem(error, 'openFailed');
    }
  }

  /** Closing once more while the book is being closed stops what that is waiting for. */
  async #close(): Promise<void> {
    if (this.#isClosing) return this.#works.cancelAll();
    const isWorking = this.#works.list().some(({ kind }) => !changesNothing.has(kind));
    if (isWorking && !(await this.#dialogs.closeAnyway())) return;
    this.#isClosing = true;
    this.#works.cancelAll();
    this.#keepPlace();
    await this.#book.close();
    this.#windows.closeOthers();
    this.#windows.first.destroy();
  }

  #tellOfBook(change: 'book-state' | 'book-opened'): void {
    const { facts: book } = this.#book;
    if (book) this.#windows.tell({ topic: 'window', change, book });
  }

  /** The place of a window is a comfort: where it cannot be kept, nothing else fails. */
  #keepPlace(): void {
    try {
      const windows = { ...this.#computer.facts.windows, [this.#book.shown?.id ?? '']: this.#windows.first.place };
      this.#computer.change({ windows });
    } catch (error) {
      this.#options.report(error);
    }
  }

  /** What is shown beside a book goes with it. */
  #leaveBook(): void {
    this.#keepPlace();
    this.#windows.closeOthers();
  }

  #showNewBook(): void {
    const { shown } = this.#book;
    const folder = shown?.folder;
    this.#dress(this.#windows.first);
    this.#windows.first.put(this.#computer.facts.windows[shown?.id ?? '']);
    const cover = folder === undefined ? undefined : coverPath(nodeDisk, folder);
    // A recent document is opened as by a double click: by its cover.
    if (cover !== undefined) this.#options.system.rememberDocument(cover);
    this.#showMenu();
  }

  #showSettings(): void {
    this.#options.system.takeTheme(this.#computer.facts.settings.theme);
    for (const window of this.#windows.all) this.#dress(window);
    this.#showMenu();
  }

  /** Gives a window the book's name and the zoom of the settings. */
  #dress(window: ProgramWindow): void {
    window.title(this.#book.facts?.name, this.#book.shown?.folder);
    window.zoom(this.#computer.facts.settings.zoom);
  }

  #showMenu(): void {
    const { language, chords } = this.#computer.facts.settings;
    const { actions, undo, redo } = this.#offerOf(this.#windows.active);
    const facts = {
      language,
      chords,
      isMac: process.platform === 'darwin',
      recent: recentBooks(this.#computer),
      offered: new Set(actions),
      labels: { undo, redo },
    };
    const bar = menuTemplate(facts, {
      perform: (action) => this.#windows.tell({ topic: 'menu', action }, this.#windows.active),
      openRecent: (token) => void this.#attempt(() => this.#program.openRecent(token)),
    });
    showMenu(bar);
  }

  /** Labels of items stand once a menu is made: another one needs a menu of its own. */
  #takeOffer(offer: Offer, from: ProgramWindow): void {
    const { undo, redo } = this.#offerOf(from);
    this.#offers.set(from, offer);
    if (from !== this.#windows.active) return;
    if (offer.undo !== undo || offer.redo !== redo) this.#showMenu();
    else offerNow(new Set(offer.actions));
  }

  #offerOf(window: ProgramWindow): Offer {
    return this.#offers.get(window) ?? { actions: [] };
  }

  get #words(): ReturnType<typeof wordsOf> {
    return wordsOf(this.#computer.facts.settings.language);
  }
}
