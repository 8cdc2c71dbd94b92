// What the system shows of long work: progress in the taskbar, no sleep meanwhile, and a notification at its end where
// nobody is looking.
import { type BrowserWindow, Notification, app, powerSaveBlocker } from 'electron';
import type { Work } from '../../shared/contract/app.ts';
import type { Words } from './words.ts';

const worthTellingMs = 2000;

export class SignsOfWork {
  readonly #window: BrowserWindow;
  #blocker: number | undefined;

  constructor(window: BrowserWindow) {
    this.#window = window;
  }

  /** To be called with each piece of news, and all work that is running. */
  show(words: Words, work: Work, tookMs: number, running: readonly Work[]): void {
    const total = running.reduce((sum, each) => sum + each.total, 0);
    const done = running.reduce((sum, each) => sum + each.done, 0);
    // Below 0 the bar goes, above 1 it only says that something goes on.
    this.#window.setProgressBar(running.length === 0 ? -1 : total === 0 ? 2 : done / total);
    this.#keepAwake(running.length > 0);
    if (work.state !== 'running' && work.state !== 'cancelled' && tookMs >= worthTellingMs && !this.#window.isFocused())
      new Notification({ title: app.name, body: words[work.kind] }).show();
  }

  #keepAwake(needed: boolean): void {
    if (needed) this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (this.#blocker !== undefined) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = undefined;
    }
  }
}
