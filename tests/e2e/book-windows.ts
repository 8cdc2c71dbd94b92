// Windows on books of their own, as tests of whole books share them: a browser for the file, for each test a folder and a
// home in it, and the program gone after it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { coverOf } from './small-books.ts';

export class BookWindows {
  readonly #folder = mkdtempSync(join(tmpdir(), 'purser-books-'));
  #browser: Browser | undefined;
  #app: RunningApp | undefined;
  #tests = 0;

  /** To be made at the top of a test file: it comes and goes with the tests. */
  constructor() {
    beforeAll(async () => {
      builtProgram();
      this.#browser = await startChromium();
    }, 120_000);
    afterAll(async () => {
      await this.#browser?.close();
      rmSync(this.#folder, { recursive: true, force: true });
    });
    beforeEach(() => {
      this.#tests += 1;
      mkdirSync(this.place);
    });
    afterEach(() => this.#app?.kill());
  }

  /** The folder of the test that runs. */
  get place(): string {
    return join(this.#folder, String(this.#tests));
  }

  /** Where a book of the test stands that is the only one. */
  get book(): string {
    return join(this.place, 'Group');
  }

  /** The program's own folder, the same through a test. */
  get home(): string {
    return join(this.place, 'home');
  }

  /** The program that was started last. */
  get app(): RunningApp {
    if (!this.#app) throw new Error('No window was opened.');
    return this.#app;
  }

  /** Starts the program on a book, as a double click on its cover does. */
  async open(book = this.book): Promise<RunningApp> {
    this.#app = await launchApp({ browser: this.#browser!, home: this.home, args: [coverOf(book)] });
    return this.#app;
  }
}
