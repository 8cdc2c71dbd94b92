// `webContents`: what is asked of a window's page.
import { EventEmitter } from 'node:events';
import { callParent } from './parent.ts';
import { session } from './session.ts';

type ContentsSurface = Pick<Electron.WebContents, 'id' | 'getURL' | 'loadURL' | 'executeJavaScript' | 'printToPDF'>;

export class WebContents extends EventEmitter implements ContentsSurface {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly #created: Promise<void>;
  #url = '';

  /** `created` is settled once the parent has made the page. */
  constructor(id: number, created: Promise<void>) {
    super();
    this.id = id;
    this.#created = created;
    created.catch(() => {});
  }

  getURL(): string {
    return this.#url;
  }

  async loadURL(url: string): Promise<void> {
    await this.#created;
    this.#url = url;
    await callParent('loadURL', { window: this.id, url });
    this.emit('did-finish-load');
  }

  executeJavaScript(code: string): Promise<unknown> {
    return callParent('executeJavaScript', { window: this.id, code });
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    return Buffer.from(await callParent('printToPDF', { window: this.id, options }));
  }
}
