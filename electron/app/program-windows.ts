// The windows of the program on its one book: the first, with which the program ends, and others that show more of the
// book beside it. It knows which of them is worked in.
import type { WebContents } from 'electron';
import type { AppCommandInput, AppEvent } from '../../shared/contract/app.ts';
import { tell } from '../ipc/serve.ts';
import { ProgramWindow } from './program-window.ts';
import type { WindowPlace } from './window-place.ts';

/** How far another window stands from the first, in device-independent pixels. */
const step = 32;

export class ProgramWindows {
  readonly first: ProgramWindow;
  readonly #preload: string;
  readonly #onActive: () => void;
  readonly #others = new Set<ProgramWindow>();
  #active: ProgramWindow;

  /** `onActive` hears that another window is worked in. */
  constructor(preload: string, remembered: WindowPlace | undefined, onActive: () => void) {
    this.#preload = preload;
    this.#onActive = onActive;
    this.first = new ProgramWindow(preload, remembered);
    this.#active = this.first;
    this.first.onFocus(() => this.#activate(this.first));
  }

  /** The window that is worked in. */
  get active(): ProgramWindow {
    return this.#active;
  }

  get all(): readonly ProgramWindow[] {
    return [this.first, ...this.#others];
  }

  /** The window of a page, where it is one of the program's. */
  of(contents: WebContents): ProgramWindow | undefined {
    return this.all.find((window) => window.contents === contents);
  }

  /** Tells one window, or all. */
  tell(event: AppEvent, to?: ProgramWindow): void {
    for (const window of to ? [to] : this.all) tell(window.contents, event);
  }

  /** Opens another window on a view of the book, and makes it ready once its page is there. */
  async openAnother(
    view: AppCommandInput<'openWindow'>['view'],
    makeReady: (window: ProgramWindow) => void,
  ): Promise<void> {
    const { x, y, ...size } = this.#active.place;
    const window = new ProgramWindow(this.#preload, { ...size, x: x + step, y: y + step, maximized: false });
    this.#others.add(window);
    window.onFocus(() => this.#activate(window));
    window.onGone(() => {
      this.#others.delete(window);
      if (this.#active === window) this.#activate(this.first);
    });
    // Closed while its page was loading, it fails to load, and nothing is to be made ready.
    await window.load(`#${encodeURIComponent(JSON.stringify(view))}`).catch((error: unknown) => {
      if (this.#others.has(window)) throw error;
    });
    if (!this.#others.has(window)) return;
    makeReady(window);
    this.#activate(window);
  }

  closeOthers(): void {
    for (const window of this.#others) window.destroy();
  }

  #activate(window: ProgramWindow): void {
    if (this.#active === window) return;
    this.#active = window;
    this.#onActive();
  }
}
