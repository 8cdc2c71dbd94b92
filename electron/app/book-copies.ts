// Whole books copied, put back from a backup or made of what is undamaged in another, as the window asks for it. Nothing is
// overwritten: the copies themselves are made by the ledger.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Done } from '../../shared/contract/answer.ts';
import type { AppCommandInput } from '../../shared/contract/app.ts';
import type { BackupFacts } from '../../shared/contract/open-book.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { alreadyThere } from '../book/make-book.ts';
import { type BookThread, type Watch, Cancelled, cancelledRefusal, onThread } from '../book/book-thread.ts';
import { ownBackups } from '../ledger/backup-series.ts';
import { isTemporary } from '../ledger/durable-file.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { CurrentBook } from './current-book.ts';
import type { Dialogs } from './dialogs.ts';
import type { WorkList } from './work-list.ts';

export interface BookCopiesParts {
  readonly book: CurrentBook;
  readonly dialogs: Dialogs;
  readonly files: ChosenFiles;
  readonly works: WorkList;
  readonly clock: () => string;
  /** Opens the book in a folder and shows it. */
  readonly open: (folder: string) => Promise<void>;
}

export class BookCopies {
  readonly #parts: BookCopiesParts;

  constructor(parts: BookCopiesParts) {
    this.#parts = parts;
  }

  /** A backup that the clerk chooses, proven whole and held against the open book; null where none was chosen. */
  async choose(): Promise<BackupFacts | null> {
    const { book, dialogs, files } = this.#parts;
    const folder = book.shown?.folder;
    const own = folder === undefined ? undefined : ownBackups(folder);
    const backup = await dialogs.chooseBackup(own !== undefined && existsSync(own) ? own : undefined);
    if (backup === undefined) return null;
    const facts = await this.#work('restore', (thread, watch) =>
      thread.call('inspectBackup', { backup, folder }, watch),
    );
    const [chosen] = files.add([backup]);
    if (!chosen) return null;
    return { token: chosen.token, file: chosen.name, ...facts };
  }

  /** Restores a chosen backup and opens it; where that fails, the book that was open is opened again. */
  async restore({ backup, place, reason }: AppCommandInput<'restoreBackup'>): Promise<Done['result']> {
    const { book, files, clock, open } = this.#parts;
    book.shown?.assertBookDesk('restoreBackup');
    const [path = ''] = files.paths([backup]);
    const former = book.shown?.folder;
    const folder = place === 'here' ? book.required().folder : await this.#newPlace(path);
    if (folder === undefined) return {};
    if (place === 'here') await book.close();
    try {
      const input = { backup: path, folder, now: clock() };
      const kept = await this.#work('restore', (thread, watch) => thread.call('restore', input, watch));
      await open(folder);
      const restored = book.required();
      restored.note('restored', reason, { backup: basename(path), former: kept });
      return { records: restored.facts.records, former: kept };
    } catch (error) {
      if (!book.shown && former !== undefined) await open(former);
      throw error;
    }
  }

  /** Copies the open book into a folder that the clerk chooses, by way of a proven backup; opens the copy if asked. */
  async copy(open: boolean): Promise<Done['result']> {
    const shown = this.#parts.book.required();
    const to = await this.#newPlace(shown.folder);
    if (to === undefined) return { saved: '' };
    if (existsSync(to)) throw new Refused(alreadyThere(to));
    const between = mkdtempSync(join(tmpdir(), 'purser-copy-'));
    try {
      const backup = await shown.backUp(between);
      const input = { backup, folder: to, now: this.#parts.clock() };
      await this.#work('restore', (thread, watch) => thread.call('restore', input, watch));
    } finally {
      rmSync(between, { recursive: true, force: true });
    }
    if (open) await this.#parts.open(to);
    return { saved: to };
  }

  /** Makes a new book of the undamaged records of the open one, in a folder that the clerk chooses, and opens it. */
  async salvage(reason: string): Promise<Done['result']> {
    const { book, open } = this.#parts;
    book.required().assertBookDesk('salvageBook');
    const { folder } = book.required();
    const to = await this.#newPlace(folder);
    if (to === undefined) return {};
    const salvaged = await this.#work('salvage', (thread, { signal }) => {
      // It does not look up, and what it has made so far has no name yet.
      signal?.addEventListener('abort', () => void thread.stop().then(() => removeUnfinished(to)), { once: true });
      return thread.call('salvage', { folder, to });
    });
    await open(to);
    const made = book.required();
    made.note('salvaged', reason, { from: folder, ...salvaged });
    // What was seen before may have been lost with the damage: whoever salvages goes on from what is left.
    made.accept(reason);
    return { ...salvaged };
  }

  #newPlace(like: string): Promise<string | undefined> {
    const { book, dialogs } = this.#parts;
    return dialogs.chooseNewPlace(book.facts?.name ?? basename(like, '.zip'));
  }

  async #work<T>(kind: 'restore' | 'salvage', work: (thread: BookThread, watch: Watch) => Promise<T>): Promise<T> {
    try {
      return await this.#parts.works.run(kind, 'nothing-happened', (watch) =>
        onThread((thread) => work(thread, watch)),
      );
    } catch (error) {
      throw error instanceof Cancelled ? new Refused(cancelledRefusal) : error;
    }
  }
}

/** What a copy that was ended has left beside its place. */
function removeUnfinished(to: string): void {
  const left = readdirSync(dirname(to)).filter((name) => name.startsWith(basename(to)) && isTemporary(name));
  for (const name of left) rmSync(join(dirname(to), name), { recursive: true, force: true });
}
