// Pictures of the window's stories: `tsx build/pictures.ts [SCREEN…]` builds them and writes out/pictures/*.png, each screen
// in both languages and both themes at two sizes. What is clipped or thrown is printed.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { startChromium } from './stand-in/chromium.ts';

const root = resolve(import.meta.dirname, '..');
const stories = join(root, 'out/stories');
const pictures = join(root, 'out/pictures');
const origin = 'http://stories.invalid';
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

export const screenNames = ['first-run', 'overview', 'bills', 'balances', 'allocations', 'import', 'settings'];
const languages = ['en', 'zh-CN'];
const themes = ['light', 'dark'];
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
];

/** Builds the stories page. */
export async function buildStories(): Promise<void> {
  await build({ configFile: join(import.meta.dirname, 'vite.stories.config.ts'), logLevel: 'warn' });
}

/** Opens a story; the page is served from the disk, and nothing else is answered. */
export async function openStory(
  browser: Browser,
  story: Readonly<Record<string, string>>,
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  const locale = story['language'] ?? 'en';
  const context = await browser.newContext({ viewport, locale });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log('  thrown:', error.message));
  page.on('console', (message) => message.type() === 'error' && console.log('  said:', message.text()));
  await page.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    const contentType = contentTypes[path.split('.').at(-1)!] ?? 'application/octet-stream';
    await route.fulfill({ body: readFileSync(join(stories, path)), contentType });
  });
  await page.goto(`${origin}/stories.html?${new URLSearchParams(story).toString()}`);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.waitForTimeout(250);
  return page;
}

async function clipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, h1, h2, h3, th, label, [role=columnheader] span, [role=tab]')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => element.closest('[title], .visually-hidden') === null)
      .map((element) => `${element.tagName} "${element.textContent.trim().slice(0, 40)}"`),
  );
}

async function takePictures(wanted: readonly string[]): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const browser = await startChromium();
  try {
    for (const screen of wanted)
      for (const language of languages)
        for (const theme of themes)
          for (const size of sizes) {
            const page = await openStory(browser, { screen, language, theme }, size);
            const name = `${screen}-${language}-${theme}-${size.width}`;
            await page.screenshot({ path: join(pictures, `${name}.png`) });
            const cut = await clipped(page);
            console.log(name, cut.length > 0 ? `clipped: ${cut.join(', ')}` : '');
            await page.context().close();
          }
  } finally {
    await browser.close();
  }
}

const [, program, ...wanted] = process.argv;
if (program !== undefined && import.meta.filename === resolve(program)) {
  await buildStories();
  await takePictures(wanted.length > 0 ? wanted : screenNames);
}
