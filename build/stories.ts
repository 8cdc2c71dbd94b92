// The window's stories in a browser: built into a folder of their own, served from there, and nothing else is answered.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { startChromium } from './stand-in/chromium.ts';

const origin = 'http://stories.invalid';
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

/** The screens that have stories. */
export const screenNames = ['first-run', 'overview', 'bills', 'balances', 'allocations', 'import', 'settings'];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A built set of stories with a browser to show them; the caller closes it. */
export class Stories {
  readonly #folder: string;
  readonly #browser: Browser;

  constructor(folder: string, browser: Browser) {
    this.#folder = folder;
    this.#browser = browser;
  }

  /** Opens a story in a context of its own; `tell` hears what is thrown or complained of. */
  async open(
    story: Readonly<Record<string, string>>,
    viewport: Size,
    tell: (what: string) => void = (what) => console.log(`  ${what}`),
  ): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, locale: story['language'] ?? 'en' });
    const page = await context.newPage();
    page.on('pageerror', (error) => tell(error.message));
    page.on('console', (message) => message.type() === 'error' && tell(message.text()));
    await page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname;
      const contentType = contentTypes[path.split('.').at(-1)!] ?? 'application/octet-stream';
      await route.fulfill({ body: readFileSync(join(this.#folder, path)), contentType });
    });
    await page.goto(`${origin}/stories.html?${new URLSearchParams(story).toString()}`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    await page.waitForTimeout(250);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** Builds the stories and starts a browser. */
export async function openStories(): Promise<Stories> {
  const outDir = mkdtempSync(join(tmpdir(), 'purser-stories-'));
  const configFile = join(import.meta.dirname, 'vite.stories.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir } });
  return new Stories(outDir, await startChromium());
}

/** Texts on a page that are cut off without a title to read them by. */
export async function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, th, label, [role=columnheader] span, [role=tab]')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => element.closest('[title], .visually-hidden') === null)
      .map((element) => `${element.tagName} "${element.textContent.trim().slice(0, 40)}"`),
  );
}
