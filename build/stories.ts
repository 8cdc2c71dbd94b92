// The window's stories in a browser: built into a folder of their own, served from there, and nothing else is answered.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { type StoryAsked, signs } from '../renderer/stories/declared.ts';
import { startChromium } from './stand-in/chromium.ts';

const origin = 'http://stories.invalid';
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sizes of the window that are looked at: usual, and the smallest it can be made. */
export const wide: Size = { width: 1440, height: 900 };
export const narrow: Size = { width: 1024, height: 640 };

/** A built set of stories with a browser to show them; the caller closes it. */
export class Stories {
  readonly #folder: string;
  readonly #browser: Browser;

  constructor(folder: string, browser: Browser) {
    this.#folder = folder;
    this.#browser = browser;
  }

  /** A page for stories, one after the other; `tell` hears what is thrown or complained of. */
  async page(viewport: Size = wide, tell: (what: string) => void = (what) => console.log(`  ${what}`)): Promise<Page> {
    const context = await this.#browser.newContext({ viewport });
    const page = await context.newPage();
    page.on('pageerror', (error) => tell(error.message));
    page.on('console', (message) => message.type() === 'error' && tell(message.text()));
    await page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname;
      const contentType = contentTypes[path.split('.').at(-1)!] ?? 'application/octet-stream';
      await route.fulfill({ body: readFileSync(join(this.#folder, path)), contentType });
    });
    return page;
  }

  /** Opens a story in a page of its own. */
  async open(story: StoryAsked, viewport: Size = wide, tell?: (what: string) => void): Promise<Page> {
    const page = await this.page(viewport, tell);
    await showStory(page, story);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** Shows a story, and waits until its state is seen and the page has come to rest. */
export async function showStory(page: Page, story: StoryAsked): Promise<void> {
  await page.goto(`${origin}/stories.html?${new URLSearchParams({ ...story }).toString()}`);
  const sign = signs[story.screen][story.state ?? 'full'];
  if (sign === null) throw new Error(`${story.screen} is never ${story.state}.`);
  if (story.tab === undefined) await page.locator(sign).first().waitFor({ timeout: 15_000 });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await atRest(page);
}

/** Waits for two frames: what was begun is drawn. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Builds the stories and starts a browser. */
export async function openStories(): Promise<Stories> {
  const outDir = mkdtempSync(join(tmpdir(), 'purser-stories-'));
  const configFile = join(import.meta.dirname, 'vite.stories.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir } });
  return new Stories(outDir, await startChromium());
}
