// The parent half: owns Chromium and runs the built main process as a child under plain Node, where
// `import … from 'electron'` gets the stand-in's main half. It knows nothing of Purser.
import { type ChildProcess, type StdioOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { type Asked, Pages } from './pages.ts';
import { type Call, type MainCalls, type ParentCalls, connect } from './wire.ts';

export interface LaunchOptions {
  /** The built main process, a file. */
  readonly main: string;
  /** Its command-line arguments. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** A Chromium that is shared and stays open; without one, one is started, and closed at the end. */
  readonly browser?: Browser;
  /** The windows are on a screen, where people size them; else they have the size that they are made with. */
  readonly onScreen?: boolean;
  /** Where the child's standard streams go; inherited by default. */
  readonly stdio?: 'inherit' | 'pipe';
}

/** A main process that runs in the stand-in. */
export class StandIn {
  readonly process: ChildProcess;
  /** The exit status of the main process, once it has ended and its Chromium is closed. */
  readonly ended: Promise<number>;
  /** The way to the main process, for what a test does in a person's place. */
  readonly call: Call<MainCalls>;
  readonly #pages: Pages;

  constructor(options: LaunchOptions) {
    const { main, args = [], env = {}, stdio = 'inherit' } = options;
    // Chromium starts while the child does: whoever makes a window waits for it.
    const browser = options.browser ? Promise.resolve(options.browser) : startChromium();
    browser.catch(() => {});
    this.#pages = new Pages(browser, options.onScreen ?? false);
    const streams: StdioOptions = [stdio === 'inherit' ? 'inherit' : 'ignore', stdio, stdio, 'ipc'];
    this.process = fork(new URL('./child.mjs', import.meta.url), [main, ...args], {
      stdio: streams,
      serialization: 'advanced',
      execArgv: [],
      env: { ...process.env, ...env },
      ...(options.cwd !== undefined && { cwd: options.cwd }),
    });
    this.call = connect<MainCalls, ParentCalls>(this.process, this.#pages.answers);
    this.#pages.connectTo(this.call);
    this.ended = this.#end(options.browser ? undefined : browser);
  }

  /** The pages of the windows that are open. */
  windows(): Page[] {
    return this.#pages.list();
  }

  /** The page of the first window, once it has loaded. */
  firstWindow(): Promise<Page> {
    return this.#pages.firstLoaded;
  }

  /** What pages asked for and whether the main process let them have it, in order. */
  get asked(): readonly Asked[] {
    return this.#pages.asked;
  }

  /** Lets files fall on a window as a hand would. */
  drop(page: Page, files: readonly string[]): Promise<void> {
    return this.#pages.drop(page, files);
  }

  async #end(browser: Promise<Browser> | undefined): Promise<number> {
    const [status] = (await once(this.process, 'exit')) as [number | null];
    const started = await browser?.catch(() => undefined);
    await started?.close();
    await this.#pages.end();
    // Ended by a signal: the status that a shell would give.
    return status ?? 128;
  }
}
