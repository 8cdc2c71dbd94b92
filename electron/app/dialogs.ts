// What is asked in the system's dialogs: the only way by which a path comes from the clerk. Each purpose remembers its last
// folder.
import { basename, dirname, join } from 'node:path';
import { Refused } from '../../shared/rules/refusal.ts';
import { inChinese } from '../../shared/sentences/sentences.ts';
import type { ComputerFile } from './computer-file.ts';
import type { SystemDialogs } from './system-dialogs.ts';
import { wordsOf } from './words.ts';

type Purpose = 'bills' | 'books' | 'documents' | 'tables' | 'views';

/** What no file name may hold on some system. */
const forbidden = /[\p{Cc}<>:"/\\|?*]+/gu;

export class Dialogs {
  readonly #computer: ComputerFile;
  readonly #system: SystemDialogs;
  readonly #documents: string;

  /** `documents` is the folder to begin in. */
  constructor(computer: ComputerFile, system: SystemDialogs, documents: string) {
    this.#computer = computer;
    this.#system = system;
    this.#documents = documents;
  }

  /** Bill files to import; none where the clerk cancelled. */
  async chooseBills(): Promise<readonly string[]> {
    const { chooseBills, bills } = this.#words;
    const paths = await this.#system.open({
      title: chooseBills,
      defaultPath: this.#lastFolder('bills'),
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: bills, extensions: ['csv', 'gz', 'zip'] }],
    });
    if (paths[0] !== undefined) this.#remember('bills', dirname(paths[0]));
    return paths;
  }

  /** The folder of a book, chosen by its cover. */
  async chooseBook(): Promise<string | undefined> {
    const { openBook, books } = this.#words;
    const paths = await this.#system.open({
      title: openBook,
      defaultPath: this.#lastFolder('books'),
      properties: ['openFile'],
      filters: [{ name: books, extensions: ['purser'] }],
    });
    const cover = paths[0];
    if (cover === undefined) return undefined;
    this.#remember('books', dirname(dirname(cover)));
    return dirname(cover);
  }

  /** The folder to make a new book in. */
  async chooseNewPlace(name: string): Promise<string | undefined> {
    const path = await this.#system.save({
      title: this.#words.newBook,
      defaultPath: join(this.#lastFolder('books'), basename(name)),
      properties: ['createDirectory'],
    });
    if (path !== undefined) this.#remember('books', dirname(path));
    return path;
  }

  /** The folder for the backups of a book. */
  async chooseBackupFolder(): Promise<string | undefined> {
    const paths = await this.#system.open({
      title: this.#words.backUpTo,
      defaultPath: this.#documents,
      properties: ['openDirectory', 'createDirectory'],
    });
    return paths[0];
  }

  /** A backup to restore; `folder` is where to look first. */
  async chooseBackup(folder: string | undefined): Promise<string | undefined> {
    const { chooseBackup, backups } = this.#words;
    const paths = await this.#system.open({
      title: chooseBackup,
      defaultPath: folder ?? this.#documents,
      properties: ['openFile'],
      filters: [{ name: backups, extensions: ['zip'] }],
    });
    return paths[0];
  }

  /** Where to save a PDF file. */
  chooseDocumentPlace(name: string): Promise<string | undefined> {
    return this.#choosePlace('documents', name, this.#words.saveDocument, 'pdf');
  }

  /** Where to save a table, as a workbook or as CSV. */
  chooseTablePlace(name: string): Promise<string | undefined> {
    return this.#choosePlace('tables', name, this.#words.exportTable, 'xlsx', 'csv');
  }

  /** Where to save views. */
  chooseViewsPlace(): Promise<string | undefined> {
    return this.#choosePlace('views', this.#words.views, this.#words.exportViews, 'json');
  }

  /** A file of views; none where the clerk cancelled. */
  async chooseViews(): Promise<string | undefined> {
    const { importViews, views } = this.#words;
    const paths = await this.#system.open({
      title: importViews,
      defaultPath: this.#lastFolder('views'),
      properties: ['openFile'],
      filters: [{ name: views, extensions: ['json'] }],
    });
    if (paths[0] !== undefined) this.#remember('views', dirname(paths[0]));
    return paths[0];
  }

  /** Whether to close although work is running. */
  async closeAnyway(): Promise<boolean> {
    const { workIsRunning, workWillStop, keepWorking, stopAndClose } = this.#words;
    const button = await this.#system.ask({
      type: 'question',
      message: workIsRunning,
      detail: workWillStop,
      buttons: [keepWorking, stopAndClose],
      defaultId: 0,
      cancelId: 0,
    });
    return button === 1;
  }

  /** What went wrong outside any page, under what had been tried; a defect is told without its inside. */
  async showProblem(error: unknown, tried: 'openFailed' | 'backupFailed'): Promise<void> {
    const refusal = error instanceof Refused ? error.refusals[0] : undefined;
    const { defect, defectNext, [tried]: message } = this.#words;
    const { language } = this.#computer.facts.settings;
    const said = refusal ? [refusal.what, refusal.unchanged, refusal.next] : [defect, defectNext];
    const detail = said.map((sentence) => (language === 'zh-CN' ? inChinese(sentence) : sentence));
    await this.#system.ask({ type: 'error', message, detail: detail.join('\n') });
  }

  async #choosePlace(
    purpose: Purpose,
    name: string,
    title: string,
    ...types: readonly [string, ...string[]]
  ): Promise<string | undefined> {
    const path = await this.#system.save({
      title,
      defaultPath: join(this.#lastFolder(purpose), `${name.replace(forbidden, '-')}.${types[0]}`),
      filters: types.map((type) => ({ name: type.toUpperCase(), extensions: [type] })),
    });
    if (path !== undefined) this.#remember(purpose, dirname(path));
    return path;
  }

  get #words(): ReturnType<typeof wordsOf> {
    return wordsOf(this.#computer.facts.settings.language);
  }

  #lastFolder(purpose: Purpose): string {
    return this.#computer.facts.folders[purpose] ?? this.#documents;
  }

  #remember(purpose: Purpose, folder: string): void {
    this.#computer.change({ folders: { ...this.#computer.facts.folders, [purpose]: folder } });
  }
}
