// The windows of the parent half: one Chromium page in a context of its own for each BrowserWindow of the main process.
// It refuses nothing by itself: requests, navigations, new windows, downloads and permissions go to the main process,
// which allows or refuses them as in Electron; what it said is kept for tests.
import type { PrintToPDFOptions } from 'electron';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Browser, BrowserContext, CDPSession, Download, Frame, Page, Request, Route } from 'playwright-core';
import { fromPageAddress, toPageAddress } from './origin.ts';
import { printPage } from './print-page.ts';
import type { Answers, Call, MainCalls, NewWindow, ParentCalls, Wish } from './wire.ts';

const pageSide = readFileSync(new URL('./page-side.js', import.meta.url), 'utf8');

interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly session: CDPSession;
  /** The main process itself loads a page: that is no navigation of the page's. */
  isLoading: boolean;
  /** Windows that the page opens and whose first request was allowed or not. */
  readonly isOpening: boolean[];
}

/** What pages asked for and whether the main process let them have it, in order. */
export type Asked = (Wish | { readonly kind: 'request'; readonly url: string }) & { readonly allowed: boolean };

/** Answers what the main process asks of its windows. */
export class Pages {
  readonly asked: Asked[] = [];
  /** The first page that the main process has loaded. */
  readonly firstLoaded: Promise<Page>;
  #sayLoaded: (page: Page) => void = () => {};
  readonly #browser: Promise<Browser>;
  readonly #onScreen: boolean;
  readonly #windows = new Map<number, Window>();
  #call: Call<MainCalls> | undefined;

  /** `browser` may still be starting. */
  constructor(browser: Promise<Browser>, onScreen: boolean) {
    this.#browser = browser;
    this.#onScreen = onScreen;
    this.firstLoaded = new Promise((resolve) => (this.#sayLoaded = resolve));
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
    createWindow: (input) => this.#create(input),
    resizeWindow: async ({ window, width, height }) => {
      if (!this.#onScreen) await this.#of(window).page.setViewportSize({ width, height });
    },
    loadURL: ({ window, url }) => this.#load(this.#of(window), url),
    closeWindow: async ({ window }) => {
      const { context } = this.#of(window);
      this.#windows.delete(window);
      await context.close();
    },
    executeJavaScript: ({ window, code }): Promise<unknown> => this.#of(window).page.evaluate(code),
    printToPDF: ({ window, options }) => this.#print(window, options),
    send: ({ window, channel, args }) => this.#send(window, channel, args),
    setColorScheme: async ({ scheme }) => {
      for (const page of this.list()) await page.emulateMedia({ colorScheme: scheme });
    },
    askForPaths: ({ question }) => askAtTerminal(question),
  };

  /** Lets files fall on a window as a hand would. */
  async drop(page: Page, files: readonly string[]): Promise<void> {
    const window = [...this.#windows.values()].find((each) => each.page === page)!;
    const paths = Object.fromEntries(files.map((path) => [path.slice(path.lastIndexOf('/') + 1), path]));
    await page.evaluate((known) => Object.assign(globalThis, { __standInPaths: known }), paths);
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await window.session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }

  /** Closes what a main process that was killed has left open in a Chromium that stays. */
  async end(): Promise<void> {
    const left = [...this.#windows.values()];
    this.#windows.clear();
    for (const { context } of left) await context.close().catch(() => {});
  }

  async #create({ window, width, height, preload, contextIsolation }: NewWindow): Promise<void> {
    const browser = await this.#browser;
    const viewport = this.#onScreen ? null : { width, height };
    const context = await browser.newContext({ viewport, locale: 'en-US', serviceWorkers: 'block' });
    await context.route('**/*', (route) => this.#answerRequest(window, route));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.exposeBinding('__standIn', ({ frame }, ...call: [string, string, unknown[]?]) =>
      this.#hearPage(window, frame, call),
    );
    // As a function in the text itself: the page's content policy forbids making one of a text.
    const content = `${pageSide}runInPage({ preload: (require) => {${preload ?? ''}}, contextIsolation: ${contextIsolation} });`;
    await page.addInitScript({ content });
    this.#windows.set(window, { page, context, session, isLoading: false, isOpening: [] });
    context.on('page', (opened) => void this.#judgeWindow(window, opened));
    page.on('download', (download) => void this.#judgeDownload(window, download));
    page.on('close', () => {
      if (this.#windows.delete(window)) this.#call?.('windowClosed', { window }).catch(() => {});
    });
  }

  async #load(window: Window, url: string): Promise<void> {
    window.isLoading = true;
    try {
      await window.page.goto(toPageAddress(url), { waitUntil: 'load' });
      this.#sayLoaded(window.page);
    } finally {
      window.isLoading = false;
    }
  }

  async #print(window: number, options: PrintToPDFOptions): Promise<Uint8Array> {
    return printPage(this.#of(window).page, options);
  }

  /** A page that is just being loaded or closed hears nothing, as in Electron. */
  async #send(window: number, channel: string, args: readonly unknown[]): Promise<void> {
    const receive = ([to, given]: readonly [string, readonly unknown[]]): void =>
      (globalThis as { __standInReceive?: (channel: string, args: readonly unknown[]) => void }).__standInReceive?.(
        to,
        given,
      );
    await this.#of(window)
      .page.evaluate(receive, [channel, args] as const)
      .catch(() => {});
  }

  async #hearPage(window: number, frame: Frame, [kind, subject, args]: [string, string, unknown[]?]): Promise<unknown> {
    if (kind === 'permission' || kind === 'permission check')
      return this.#mayHave(window, { kind, permission: subject });
    const sender = { url: fromPageAddress(frame.url()), isMain: frame.parentFrame() === null };
    return this.#call?.('invoke', { window, frame: sender, channel: subject, args: args ?? [] });
  }

  async #mayHave(window: number, wish: Wish): Promise<boolean> {
    const allowed = (await this.#call?.('mayHave', { window, wish }).catch(() => false)) ?? false;
    this.asked.push({ ...wish, allowed });
    return allowed;
  }

  /** A window that loads something was judged by its first request; one that does not is judged now. */
  async #judgeWindow(window: number, opened: Page): Promise<void> {
    const opener = this.#windows.get(window);
    // A window whose opener is gone goes with it.
    if (!opener) return;
    const allowed = opener.isOpening.shift() ?? (await this.#mayHave(window, { kind: 'window', url: opened.url() }));
    if (!allowed) await opened.close();
  }

  async #judgeDownload(window: number, download: Download): Promise<void> {
    const wish = { kind: 'download', url: download.url(), name: download.suggestedFilename() } as const;
    if (!(await this.#mayHave(window, wish))) await download.cancel();
  }

  #of(window: number): Window {
    const found = this.#windows.get(window);
    if (!found) throw new Error(`stand-in: window ${window} is closed`);
    return found;
  }

  /** Whether a request is let that takes the page elsewhere or fills a window that it opens; others are no matter here. */
  async #mayGo(number: number, asked: Request, url: string): Promise<boolean> {
    const window = this.#of(number);
    if (!asked.isNavigationRequest() || window.isLoading) return true;
    const frame = frameOf(asked);
    if (frame === window.page.mainFrame()) return this.#mayHave(number, { kind: 'navigation', url });
    if (frame) return true;
    const allowed = await this.#mayHave(number, { kind: 'window', url });
    window.isOpening.push(allowed);
    return allowed;
  }

  async #answerRequest(window: number, route: Route): Promise<void> {
    const asked = route.request();
    const url = fromPageAddress(asked.url());
    if (!(await this.#mayGo(window, asked, url))) return route.abort('aborted').catch(() => {});
    const request = {
      url,
      method: asked.method(),
      headers: asked.headers(),
      body: asked.postDataBuffer(),
      resourceType: asked.resourceType(),
    };
    const answer = await this.#call?.('fetch', { window, request }).catch(() => undefined);
    this.asked.push({ kind: 'request', url, allowed: answer?.allowed ?? false });
    const { response } = answer ?? {};
    // A page that closes meanwhile has no use for the answer.
    if (!response) await route.abort('blockedbyclient').catch(() => {});
    else await route.fulfill({ ...response, body: Buffer.from(response.body) }).catch(() => {});
  }
}

/** The frame of a request; undefined where it opens a window, whose frame is not there yet. */
function frameOf(asked: Request): Frame | undefined {
  try {
    return asked.frame();
  } catch {
    return undefined;
  }
}

/** Paths one a line, typed at the terminal; none where nobody sits there. */
async function askAtTerminal(question: string): Promise<readonly string[]> {
  if (!process.stdin.isTTY) return [];
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const path = await terminal.question(`${question} (a path, or nothing to cancel): `);
  terminal.close();
  return path === '' ? [] : [path];
}
