// The windows of the parent half: one Chromium page in a context of its own for each BrowserWindow of the main process.
// It refuses nothing by itself: every request goes to the main process, which allows or refuses it as in Electron.
import type { PrintToPDFOptions } from 'electron';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { fromPageAddress, toPageAddress } from './origin.ts';
import { printPage } from './print-page.ts';
import type { Answers, Call, MainCalls, ParentCalls } from './wire.ts';

interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Answers what the main process asks of its windows. */
export class Pages {
  readonly #browser: Promise<Browser>;
  readonly #windows = new Map<number, Window>();
  #call: Call<MainCalls> | undefined;

  /** `browser` may still be starting. */
  constructor(browser: Promise<Browser>) {
    this.#browser = browser;
  }

  /** The pages that are open, in the order in which their windows were made. */
  list(): Page[] {
    return [...this.#windows.values()].map((window) => window.page);
  }

  /** Names the way to the main process; to be called once, before any window is made. */
  connectTo(call: Call<MainCalls>): void {
    this.#call = call;
  }

  readonly answers: Answers<ParentCalls> = {
    createWindow: async ({ window, width, height }) => {
      const browser = await this.#browser;
      const viewport = { width, height };
      const context = await browser.newContext({ viewport, locale: 'en-US', serviceWorkers: 'block' });
      await context.route('**/*', (route) => this.#answerRequest(window, route));
      const page = await context.newPage();
      this.#windows.set(window, { page, context });
      page.on('close', () => {
        if (this.#windows.delete(window)) this.#call?.('windowClosed', { window }).catch(() => {});
      });
    },
    loadURL: async ({ window, url }) => {
      await this.#of(window).page.goto(toPageAddress(url), { waitUntil: 'load' });
    },
    closeWindow: async ({ window }) => {
      const { context } = this.#of(window);
      this.#windows.delete(window);
      await context.close();
    },
    executeJavaScript: ({ window, code }): Promise<unknown> => this.#of(window).page.evaluate(code),
    printToPDF: ({ window, options }) => this.#print(window, options),
  };

  async #print(window: number, options: PrintToPDFOptions): Promise<Uint8Array> {
    return printPage(this.#of(window).page, options);
  }

  #of(window: number): Window {
    const found = this.#windows.get(window);
    if (!found) throw new Error(`stand-in: window ${window} is closed`);
    return found;
  }

  async #answerRequest(window: number, route: Route): Promise<void> {
    const asked = route.request();
    const request = {
      url: fromPageAddress(asked.url()),
      method: asked.method(),
      headers: asked.headers(),
      body: asked.postDataBuffer(),
      resourceType: asked.resourceType(),
    };
    const response = await this.#call?.('fetch', { window, request }).catch(() => null);
    // A page that closes meanwhile has no use for the answer.
    if (!response) await route.abort('blockedbyclient').catch(() => {});
    else await route.fulfill({ ...response, body: Buffer.from(response.body) }).catch(() => {});
  }
}
