// The built program with its window on a book, as the rows of the window share it: one at a time, so that no other takes
// the machine's time meanwhile.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type RunningApp, launchApp } from '../../launch-app.ts';
import { startChromium } from '../../stand-in/chromium.ts';
import { installProbe } from './key-probe.ts';

let browser: Browser | undefined;
let shown: { readonly book: string; readonly home: string; readonly app: RunningApp } | undefined;

/** The program on a book, started where another or none is shown. */
export async function showBook(book: string): Promise<RunningApp> {
  if (shown?.book === book) return shown.app;
  await closeShown();
  browser ??= await startChromium();
  const home = mkdtempSync(join(tmpdir(), 'purser-bench-home-'));
  const app = await launchApp({ browser, home, args: [coverOf(book)] });
  shown = { book, home, app };
  await installProbe(app.page);
  await app.page.locator('main[aria-label=Overview]').waitFor({ timeout: 60_000 });
  await settled(app.page);
  return app;
}

/** What a double click on a book opens. */
export function coverOf(book: string): string {
  return join(
    book,
    readdirSync(book).find((name) => name.endsWith('.purser'))!,
  );
}

/** Closes the program and its browser; to be called when all rows have been measured. */
export async function closeWindow(): Promise<void> {
  await closeShown();
  await browser?.close();
  browser = undefined;
}

async function closeShown(): Promise<void> {
  await shown?.app.quit();
  if (shown) rmSync(shown.home, { recursive: true, force: true });
  shown = undefined;
}

/** Goes to a screen by its chord, and to one of its tabs. */
export async function goTo(page: Page, screen: keyof typeof chords, tab?: number): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press(chords[screen]);
  await page.locator(`main[aria-label=${screen}]`).waitFor({ timeout: 60_000 });
  if (tab !== undefined) await page.locator('main').getByRole('tab').nth(tab).click();
  await settled(page);
}

const chords = {
  Overview: 'Control+1',
  Bills: 'Control+3',
  Balances: 'Control+7',
  Allocations: 'Control+8',
} as const;

/** Waits until a screen has been read: no bones, and no list that is still asking. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => !document.querySelector('.bone, .bones, [aria-busy=true]'), undefined, {
    timeout: 60_000,
  });
}
