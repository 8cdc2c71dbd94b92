// Purser with its window: makes the parts, joins them to Electron's events, and opens the window. It decides nothing of
// what a book does.
import { BrowserWindow, Menu, app, nativeTheme, session } from 'electron';
import { realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { AppCommandInput, Work } from '../../shared/contract/app.ts';
import { createPrinter } from '../documents/window-printer.ts';
import { serve, tell } from '../ipc/serve.ts';
import { coverPath } from '../ledger/cover.ts';
import { nodeDisk } from '../ledger/node-disk.ts';
import { ChosenFiles } from './chosen-files.ts';
import { ComputerFile } from './computer-file.ts';
import { CurrentBook } from './current-book.ts';
import { Dialogs } from './dialogs.ts';
import { menuTemplate, offerInMenu } from './menu-template.ts';
import { Program } from './program.ts';
import { serveApp } from './protocol.ts';
import { recentBooks } from './recent-books.ts';
import { SeenHeads } from './seen-heads.ts';
import { guardContents, guardSession } from './security.ts';
import { SignsOfWork } from './signs-of-work.ts';
import { isOnlyInstance } from './single-instance.ts';
import { createWindow, loadWindow, placeOf, putWindow, titleWindow } from './window.ts';
import { WorkList } from './work-list.ts';
import { wordsOf } from './words.ts';

export interface WindowOptions {
  /** The folder of the built renderer, the built preload script, the setup folder of the sample book. */
  readonly renderer: string;
  readonly preload: string;
  readonly sampleGroup: string;
  /** The folder of the book to begin with. */
  readonly book: string | undefined;
  /** The instant that the clock says, ISO 8601 in UTC. */
  readonly clock: () => string;
  /** Takes a defect into the log. */
  readonly report: (defect: unknown) => void;
}

/** Opens the window; ends at once where another Purser is running, which is handed the book. */
export async function runWindow(options: WindowOptions): Promise<void> {
  let first = options.book;
  let onStart = (book: string | undefined): void => void (first = book);
  if (!isOnlyInstance((book) => onStart(book))) return app.quit();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  await app.whenReady();
  guardSession(session.defaultSession);
  serveApp(session.defaultSession, options.renderer);
  const shell = new Shell(options);
  onStart = (book) => shell.showBook(book);
  await shell.start(first);
}

/** Work that may end at any moment without anybody missing it. */
const changesNothing: ReadonlySet<Work['kind']> = new Set(['verify', 'open']);

class Shell {
  readonly #options: WindowOptions;
  readonly #computer: ComputerFile;
  readonly #works: WorkList;
  readonly #book: CurrentBook;
  readonly #program: Program;
  readonly #dialogs: Dialogs;
  readonly #signs = new SignsOfWork();
  readonly #window: BrowserWindow;
  #isClosing = false;
  #offer: AppCommandInput<'offerActions'> = { actions: [] };

  constructor(options: WindowOptions) {
    this.#options = options;
    const { clock, preload, report, sampleGroup } = options;
    const data = app.getPath('userData');
    const language = app.getLocale().startsWith('zh') ? 'zh-CN' : 'en';
    this.#computer = new ComputerFile(nodeDisk, join(data, 'computer.json'), language);
    const sample = { folder: join(data, 'sample', 'Harbour Group'), setup: sampleGroup };
    this.#works = new WorkList((work, took) => {
      tell(this.#window.webContents, { topic: 'progress', work });
      const asked = this.#works.list().filter(({ kind }) => kind !== 'verify');
      this.#signs.show(this.#window, this.#words, work, took.ms, asked);
    });
    const by = userInfo().username;
    this.#book = new CurrentBook({
      works: this.#works,
      heads: new SeenHeads(this.#computer, clock),
      by,
      clock,
      sampleFolder: sample.folder,
      report,
      onChange: (change) => this.#tellOfBook(change),
    });
    this.#dialogs = new Dialogs(this.#computer, () => this.#window, app.getPath('documents'));
    this.#program = new Program({
      book: this.#book,
      computer: this.#computer,
      dialogs: this.#dialogs,
      openPrinter: createPrinter,
      files: new ChosenFiles(),
      works: this.#works,
      clock,
      sample,
      tell: (event) => tell(this.#window.webContents, event),
      onBook: (moment) => (moment === 'before' ? this.#keepPlace() : this.#showNewBook()),
      onSettings: () => this.#showSettings(),
      onOffer: (offer) => this.#takeOffer(offer),
    });
    this.#window = createWindow(preload, this.#computer.facts.windows['']);
    this.#window.on('close', (event) => {
      event.preventDefault();
      void this.#close();
    });
    serve({
      window: () => this.#window.webContents,
      command: (command) => this.#program.command(command),
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
    await loadWindow(this.#window);
    this.#showSettings();
  }

  /** Comes to the front, with another book if one is named. */
  showBook(book: string | undefined): void {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
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
      await this.#dialogs.showProblem(error);
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
    this.#window.destroy();
  }

  #tellOfBook(change: 'book-state' | 'book-opened'): void {
    const { facts: book } = this.#book;
    if (book) tell(this.#window.webContents, { topic: 'window', change, book });
  }

  /** The place of a window is a comfort: where it cannot be kept, nothing else fails. */
  #keepPlace(): void {
    try {
      const windows = { ...this.#computer.facts.windows, [this.#book.shown?.id ?? '']: placeOf(this.#window) };
      this.#computer.change({ windows });
    } catch (error) {
      this.#options.report(error);
    }
  }

  #showNewBook(): void {
    const { facts, shown } = this.#book;
    const folder = shown?.folder;
    titleWindow(this.#window, facts?.name, folder);
    putWindow(this.#window, this.#computer.facts.windows[shown?.id ?? '']);
    const cover = folder === undefined ? undefined : coverPath(nodeDisk, folder);
    // A recent document is opened as by a double click: by its cover.
    if (cover !== undefined) app.addRecentDocument(cover);
    this.#showMenu();
  }

  #showSettings(): void {
    const { theme, zoom } = this.#computer.facts.settings;
    nativeTheme.themeSource = theme;
    this.#window.webContents.setZoomFactor(zoom / 100);
    this.#showMenu();
  }

  #showMenu(): void {
    const { language, chords } = this.#computer.facts.settings;
    const facts = {
      language,
      chords,
      isMac: process.platform === 'darwin',
      recent: recentBooks(this.#computer),
      offered: new Set(this.#offer.actions),
      labels: { undo: this.#offer.undo, redo: this.#offer.redo },
    };
    const template = menuTemplate(facts, {
      perform: (action) => tell(this.#window.webContents, { topic: 'menu', action }),
      openRecent: (token) => void this.#attempt(() => this.#program.openRecent(token)),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  /** Labels of items stand once a menu is made: another one needs a menu of its own. */
  #takeOffer(offer: AppCommandInput<'offerActions'>): void {
    const { undo, redo } = this.#offer;
    this.#offer = offer;
    if (offer.undo !== undo || offer.redo !== redo) this.#showMenu();
    else offerInMenu((id) => Menu.getApplicationMenu()?.getMenuItemById(id), new Set(offer.actions));
  }

  get #words(): ReturnType<typeof wordsOf> {
    return wordsOf(this.#computer.facts.settings.language);
  }
}
