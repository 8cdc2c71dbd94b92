// `webContents`: what is asked of a window's page, and what the page wants that the product may refuse.
import { EventEmitter } from 'node:events';
import type { Wish } from '../wire.ts';
import { app } from './app.ts';
import { callParent } from './parent-line.ts';
import { session } from './session.ts';

type ContentsSurface = Pick<
  Electron.WebContents,
  'id' | 'getURL' | 'loadURL' | 'executeJavaScript' | 'print' | 'printToPDF' | 'send' | 'isDestroyed' | 'setZoomFactor'
>;
type OpenHandler = (details: { readonly url: string; readonly frameName: string }) => { readonly action: string };

export class WebContents extends EventEmitter implements ContentsSurface {
  readonly id: number;
  readonly session = session.defaultSession;
  /** The frame that the page's own messages come from. */
  readonly mainFrame = { url: '' };
  readonly #created: Promise<void>;
  readonly #preferences: Electron.WebPreferences;
  #openHandler: OpenHandler | undefined;
  zoomFactor = 1;
  static printed = 0;

  /** `created` is settled once the parent has made the page. */
  constructor(id: number, created: Promise<void>, preferences: Electron.WebPreferences) {
    super();
    this.id = id;
    this.#created = created;
    this.#preferences = preferences;
    created.catch(() => {});
    app.emit('web-contents-created', {}, this);
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return this.#preferences;
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }

  isDestroyed(): boolean {
    return false;
  }

  async loadURL(url: string): Promise<void> {
    await this.#created;
    this.mainFrame.url = url;
    await callParent('loadURL', { window: this.id, url });
    this.emit('did-finish-load');
  }

  executeJavaScript(code: string): Promise<unknown> {
    return callParent('executeJavaScript', { window: this.id, code });
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    return Buffer.from(await callParent('printToPDF', { window: this.id, options }));
  }

  /** No printer here: what would be printed is kept as how often it was asked for. */
  print(_options: Electron.WebContentsPrintOptions, told: (isPrinted: boolean, reason: string) => void): void {
    WebContents.printed += 1;
    told(true, '');
  }

  send(channel: string, ...args: readonly unknown[]): void {
    // A window that is closed meanwhile hears nothing.
    callParent('send', { window: this.id, channel, args }).catch(() => {});
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Whether the product lets the page have what it wants: as in Electron, whatever it does not refuse. */
  async mayHave(wish: Wish): Promise<boolean> {
    if (wish.kind === 'window') {
      const answer = this.#openHandler?.({ url: wish.url, frameName: '' });
      return answer?.action !== 'deny';
    }
    if (wish.kind !== 'navigation') return this.session.mayHave(this, wish);
    let prevented = false;
    this.emit(
      'will-navigate',
      { url: wish.url, isMainFrame: true, preventDefault: () => (prevented = true) },
      wish.url,
    );
    if (!prevented) this.mainFrame.url = wish.url;
    return !prevented;
  }
}
