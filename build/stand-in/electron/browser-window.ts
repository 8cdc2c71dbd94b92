// `BrowserWindow`: opening, closing, and the events around them. The page itself lives in the parent half.
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { callParent } from './parent.ts';
import { WebContents } from './web-contents.ts';
import { addWindow, allWindows, removeWindow, windowOf } from './window-list.ts';

type WindowSurface = Pick<
  Electron.BrowserWindow,
  'id' | 'loadURL' | 'close' | 'destroy' | 'isDestroyed' | 'show' | 'hide' | 'isVisible'
>;

export class BrowserWindow extends EventEmitter implements WindowSurface {
  readonly id: number;
  readonly webContents: WebContents;
  #destroyed = false;
  #visible: boolean;

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
    const { width = 800, height = 600 } = options;
    this.webContents = new WebContents(this.id, callParent('createWindow', { window: this.id, width, height }));
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
    // The page may be gone already; then there is nothing to close.
    callParent('closeWindow', { window: this.id }).catch(() => {});
    this.emit('closed');
    if (allWindows().length > 0) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}
