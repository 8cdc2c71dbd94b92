// What the window asks of the program, answered: one row for each command and query that is not the book's own. It joins
// the open book, the dialogs and the computer's file, and tells the window what has changed.
import { existsSync, rmSync } from 'node:fs';
import type { Desk } from '../../shared/book/desk.ts';
import type { CommandAnswer, Done } from '../../shared/contract/answer.ts';
import type {
  AppAnswers,
  AppCommandInput,
  AppCommandName,
  AppEvent,
  DocumentRequest,
} from '../../shared/contract/app.ts';
import { readQueryInput } from '../../shared/contract/read-input.ts';
import type { WindowCommand, WindowQuery } from '../../shared/contract/window-messages.ts';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { systemRefusal } from '../book/system-refusal.ts';
import type { Printer } from '../documents/printer.ts';
import { writeWhole } from '../documents/save.ts';
import { BookCopies } from './book-copies.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { ComputerFile } from './computer-file.ts';
import type { CurrentBook } from './current-book.ts';
import type { Dialogs } from './dialogs.ts';
import { exportTable } from './export-table.ts';
import type { ProgramWindow } from './program-window.ts';
import { folderOfRecent, recentBooks, rememberBook } from './recent-books.ts';
import { readViewsFile, viewsAsFile } from './view-files.ts';
import type { WorkList } from './work-list.ts';

export interface ProgramParts {
  readonly book: CurrentBook;
  readonly computer: ComputerFile;
  readonly dialogs: Dialogs;
  /** A printer for one document; closed after it. */
  readonly openPrinter: () => Printer;
  readonly files: ChosenFiles;
  readonly works: WorkList;
  readonly clock: () => string;
  readonly showInFolder: (path: string) => void;
  /** Where the sample book is, and the setup folder that it is made of. */
  readonly sample: { readonly folder: string; readonly setup: string };
  /** Tells every window, or the one that asked. */
  readonly tell: (event: AppEvent, to?: Asking) => void;
  /** Called where another book is about to be shown or another one is shown. */
  readonly onBook: (moment: 'before' | 'after') => void;
  readonly onSettings: () => void;
  readonly onOffer: (offer: AppCommandInput<'offerActions'>, from: Asking) => void;
  readonly openWindow: (view: AppCommandInput<'openWindow'>['view']) => Promise<void>;
}

/** The window that asks; its inside is no matter here. */
type Asking = ProgramWindow;

type Handlers = {
  readonly [N in AppCommandName]: (input: AppCommandInput<N>, from: Asking) => Promise<Done['result'] | void>;
};

export class Program {
  readonly #parts: ProgramParts;
  readonly #copies: BookCopies;
  /** The file that was saved last. */
  #saved = '';

  constructor(parts: ProgramParts) {
    this.#parts = parts;
    this.#copies = new BookCopies({ ...parts, open: (folder) => this.open(folder) });
  }

  /** Answers a command whose message has been read. */
  async command(command: WindowCommand, from: Asking): Promise<CommandAnswer> {
    const { book, files, tell } = this.#parts;
    if (command.to === 'dropped') {
      tell({ topic: 'window', change: 'files-dropped', files: files.add(command.paths) }, from);
      return done();
    }
    if (command.to === 'program') {
      const handler = this.#handlers[command.name] as (input: unknown, from: Asking) => Promise<Done['result'] | void>;
      return done((await handler(command.input, from)) ?? {});
    }
    const { name } = command;
    const input =
      'paths' in command.input ? { ...command.input, paths: files.paths(command.input.paths) } : command.input;
    const answer = await book.required().execute({ ...command, name, input });
    if (answer.done && answer.kind !== '' && !command.dryRun)
      tell({ topic: 'book', seq: answer.seq, touched: [answer.kind] });
    return answer;
  }

  /** Answers a query whose message has been read. */
  async query(query: WindowQuery): Promise<unknown> {
    if (query.to === 'book') return this.#parts.book.required().ask(query);
    const { book, computer, works } = this.#parts;
    const answers: { readonly [N in keyof AppAnswers]: () => AppAnswers[N] } = {
      settings: () => computer.facts.settings,
      openBook: () => book.facts,
      recentBooks: () => recentBooks(computer),
      work: () => works.list(),
    };
    return answers[query.name]();
  }

  /** Opens the book in a folder, by a double click on its cover or from a list. */
  async open(folder: string): Promise<void> {
    const { book, computer, clock, onBook } = this.#parts;
    if (book.shown?.folder !== folder) {
      onBook('before');
      await book.open(folder);
    }
    rememberBook(computer, { folder, name: book.facts?.name ?? '', opened: clock() });
    this.#tellOfBook();
  }

  /** Opens a book of the list of recent ones. */
  async openRecent(token: string): Promise<void> {
    const folder = folderOfRecent(this.#parts.computer, token);
    if (folder === undefined) throw new Refused(notRecent);
    await this.open(folder);
  }

  readonly #handlers: Handlers = {
    chooseBills: async () => {
      const { dialogs, files } = this.#parts;
      return { files: files.add(await dialogs.chooseBills()) };
    },
    openBook: async ({ recent }) => {
      if (recent !== undefined) return this.openRecent(recent);
      const folder = await this.#parts.dialogs.chooseBook();
      if (folder !== undefined) await this.open(folder);
    },
    newBook: async ({ name, nameZh, baseCurrency }) => {
      const { dialogs, book } = this.#parts;
      const folder = await dialogs.chooseNewPlace(name);
      if (folder === undefined) return;
      await book.make(folder, { name, nameZh, baseCurrency });
      await this.open(folder);
    },
    openSample: async ({ reset = false }) => {
      const { book, sample } = this.#parts;
      if (reset) {
        if (book.shown?.folder === sample.folder) await book.close();
        rmSync(sample.folder, { recursive: true, force: true });
      }
      if (!existsSync(sample.folder)) await book.makeSample(sample.folder, sample.setup);
      await this.open(sample.folder);
    },
    takeDesk: async ({ desk }) => {
      await this.#parts.book.required().takeDesk(desk as Desk);
      this.#tellOfBook();
    },
    closeBook: async () => {
      this.#parts.onBook('before');
      await this.#parts.book.close();
      this.#tellOfBook();
    },
    backUp: () => this.#backUp(),
    verify: ({ anchor }) => this.#parts.book.required().verify(anchor),
    reopenBook: async () => {
      await this.#parts.book.reopen();
      this.#tellOfBook();
    },
    acceptBook: async ({ reason }) => this.#parts.book.required().accept(reason),
    saveDocument: async (request) => {
      const pages = await this.#pagesOf(request);
      const place = await this.#parts.dialogs.chooseDocumentPlace(pages.title);
      if (place === undefined) return { saved: '' };
      await this.#withPrinter(async (printer) => saveWhole(place, await printer.print(pages)));
      this.#saved = place;
      return { saved: place };
    },
    printDocument: async (request) => {
      const pages = await this.#pagesOf(request);
      return { printed: await this.#withPrinter((printer) => printer.printOnPaper(pages)) };
    },
    exportTable: async (asked) => {
      const table = await exportTable(this.#parts, asked);
      this.#saved = table.saved || this.#saved;
      return { ...table };
    },
    showSaved: async () => {
      if (this.#saved !== '') this.#parts.showInFolder(this.#saved);
    },
    chooseBackup: async () => ({ backup: await this.#copies.choose() }),
    copyBook: ({ open }) => this.#copies.copy(open),
    restoreBackup: (asked) => this.#copies.restore(asked),
    salvageBook: ({ reason }) => this.#copies.salvage(reason),
    exportViews: async ({ views }) => {
      const place = await this.#parts.dialogs.chooseViewsPlace();
      if (place === undefined) return { saved: '' };
      await saveWhole(place, viewsAsFile(views));
      return { saved: place };
    },
    importViews: async () => {
      const path = await this.#parts.dialogs.chooseViews();
      return { views: path === undefined ? [] : readViewsFile(path) };
    },
    cancelWork: async ({ work }) => this.#parts.works.cancel(work),
    offerActions: async (offer, from) => this.#parts.onOffer(offer, from),
    openWindow: ({ view }) => this.#parts.openWindow(view),
    setSettings: async (change) => {
      const { computer, tell, onSettings } = this.#parts;
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      computer.change({ settings: { ...computer.facts.settings, ...given } });
      tell({ topic: 'settings', settings: computer.facts.settings });
      onSettings();
    },
  };

  async #pagesOf({ query, input }: DocumentRequest): Promise<PrintableDocument> {
    const read = readQueryInput(query, input);
    if (!read.ok) throw new Refused(...read.refusals);
    return (await this.#parts.book.required().ask({ name: query, input: read.input })) as PrintableDocument;
  }

  async #withPrinter<T>(work: (printer: Printer) => Promise<T>): Promise<T> {
    const printer = this.#parts.openPrinter();
    try {
      return await work(printer);
    } finally {
      printer.close();
    }
  }

  async #backUp(): Promise<Done['result'] | void> {
    const { computer, dialogs } = this.#parts;
    const book = this.#parts.book.required();
    const purpose = `backups:${book.id}`;
    const folder = computer.facts.folders[purpose] ?? (await dialogs.chooseBackupFolder());
    if (folder === undefined) return;
    await book.backUp(folder);
    computer.change({ folders: { ...computer.facts.folders, [purpose]: folder } });
  }

  #tellOfBook(): void {
    const { book, tell, onBook } = this.#parts;
    tell({ topic: 'window', change: 'book-opened', book: book.facts });
    onBook('after');
  }
}

/** Writes a file whole or not at all; what the system would not do is refused. */
async function saveWhole(place: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(place, bytes);
  } catch (error) {
    const refusal = systemRefusal(error);
    throw refusal ? new Refused({ ...refusal, unchanged: 'No file was written or replaced.' }) : error;
  }
}

function done(result: Done['result'] = {}): CommandAnswer {
  return { done: true, seq: 0, head: '', key: '', kind: '', result };
}

const notRecent = {
  code: 'notRecent',
  what: 'That book is not in the list of recent books.',
  unchanged: 'Nothing was opened or closed.',
  next: 'Open the book by its file.',
};
