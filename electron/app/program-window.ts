// The window as the program handles it: sandboxed, isolated, without Node; shown when it has something to show, where it
// stood before. It knows nothing of books.
import { BrowserWindow, type WebContents, app, screen } from 'electron';
import { appOrigin } from './app-files.ts';
import { SignsOfWork } from './signs-of-work.ts';
import { type WindowPlace, placeOn, smallestWindow } from './window-place.ts';

export class ProgramWindow {
  readonly #window: BrowserWindow;
  readonly signs: SignsOfWork;

  /** Makes the window, hidden until its page can be seen. `preload` is the built preload script. */
  constructor(preload: string, remembered: WindowPlace | undefined) {
    const { maximized, ...bounds } = placeOn(workAreas(), remembered);
    this.#window = new BrowserWindow({
      ...bounds,
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      show: false,
      title: app.name,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        // Chromium's spelling dictionaries come from the network.
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    this.#window.on('page-title-updated', (event) => event.preventDefault());
    this.#window.once('ready-to-show', () => {
      if (maximized) this.#window.maximize();
      this.#window.show();
    });
    this.signs = new SignsOfWork(this.#window);
  }

  /** For dialogs, which stand before their window. */
  get native(): BrowserWindow {
    return this.#window;
  }

  get contents(): WebContents {
    return this.#window.webContents;
  }

  /** Where the window stands now. */
  get place(): WindowPlace {
    return { ...this.#window.getNormalBounds(), maximized: this.#window.isMaximized() };
  }

  /** Loads the program's page; `hash` says what it shows first. */
  load(hash = ''): Promise<void> {
    return this.#window.loadURL(`${appOrigin}/index.html${hash}`);
  }

  /** Asks instead of closing: the window goes when it is destroyed. */
  onClose(ask: () => void): void {
    this.#window.on('close', (event) => {
      event.preventDefault();
      ask();
    });
  }

  onFocus(told: () => void): void {
    this.#window.on('focus', told);
  }

  onGone(told: () => void): void {
    this.#window.once('closed', told);
  }

  destroy(): void {
    this.#window.destroy();
  }

  comeForward(): void {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  /** Puts the window where it stood with another book. */
  put(remembered: WindowPlace | undefined): void {
    if (!remembered) return;
    const { maximized, ...bounds } = placeOn(workAreas(), remembered);
    this.#window.setBounds(bounds);
    if (maximized) this.#window.maximize();
  }

  /** Names the book in the title bar; on macOS its folder is the title's icon. */
  title(name: string | undefined, folder: string | undefined): void {
    this.#window.setTitle(name === undefined ? app.name : `${name} – ${app.name}`);
    this.#window.setRepresentedFilename(folder ?? '');
  }

  /** In per cent. */
  zoom(percent: number): void {
    this.#window.webContents.setZoomFactor(percent / 100);
  }
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}
