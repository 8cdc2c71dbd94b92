// `BrowserWindow`: opening, closing, its place and its title, and the events around them. The page itself lives in the
// parent half.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app } from './app.ts';
import { callParent } from './parent-line.ts';
import { WebContents } from './web-contents.ts';
import { addWindow, allWindows, removeWindow, windowOf } from './window-list.ts';

type WindowSurface = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'show'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'isFocused'
  | 'maximize'
  | 'isMaximized'
  | 'isMinimized'
  | 'restore'
  | 'setBounds'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setTitle'
  | 'getTitle'
  | 'setRepresentedFilename'
  | 'setProgressBar'
>;

export class BrowserWindow extends EventEmitter implements WindowSurface {
  readonly id: number;
  readonly webContents: WebContents;
  /** What setProgressBar was told last; real windows do not tell. */
  progress = -1;
  readonly #created: Promise<void>;
  #destroyed = false;
  #visible: boolean;
  #maximized = false;
  #title: string;
  #bounds: Electron.Rectangle;

  static getAllWindows(): BrowserWindow[] {
    return allWindows() as BrowserWindow[];
  }

  static fromWebContents(contents: { readonly id: number }): BrowserWindow | null {
    return (windowOf(contents.id) as BrowserWindow | undefined) ?? null;
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.id = addWindow(this);
    this.#visible = options.show !== false;
    this.#title = options.title ?? app.name;
    const { x = 0, y = 0, width = 800, height = 600, webPreferences = {} } = options;
    this.#bounds = { x, y, width, height };
    const preload = webPreferences.preload === undefined ? null : readFileSync(webPreferences.preload, 'utf8');
    const contextIsolation = webPreferences.contextIsolation ?? true;
    this.#created = callParent('createWindow', { window: this.id, width, height, preload, contextIsolation });
    this.webContents = new WebContents(this.id, this.#created, webPreferences);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
    this.emit('ready-to-show');
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
  }

  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    this.emit('focus');
  }

  isFocused(): boolean {
    return this.#visible;
  }

  maximize(): void {
    this.#maximized = true;
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.#maximized = false;
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    const { width, height } = this.#bounds;
    callParent('resizeWindow', { window: this.id, width, height }).catch(() => {});
  }

  getBounds(): Electron.Rectangle {
    return this.#bounds;
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#bounds;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setRepresentedFilename(_path: string): void {}

  setProgressBar(progress: number): void {
    this.progress = progress;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  close(): void {
    if (this.#destroyed) return;
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    removeWindow(this.id);
    // The page may be still on its way, or gone already; then there is nothing to close.
    this.#created.then(() => callParent('closeWindow', { window: this.id })).catch(() => {});
    this.emit('closed');
    if (allWindows().length > 0) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}
