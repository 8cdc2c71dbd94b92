// The keys that rows of the window press, and what the page says afterwards.
import type { Page } from 'playwright-core';
import { type Press, timedPress } from './key-probe.ts';
import { settled } from './shown-book.ts';

/** How many keys a pass presses. */
const count = 30;
/** From here on the window owes a clerk a sign that it is at work (ux/conventions.md §3.8). */
export const unnoticedSeconds = 0.3;
/** The cell that keys reach. */
export const focusCell = '[role=gridcell][tabindex="0"]';

/** Where the focus is, and what it is on. */
export async function focusOn(page: Page): Promise<string> {
  await settled(page);
  return page.evaluate(() => `${document.activeElement!.id}: ${document.activeElement!.textContent.trim()}`);
}

/** The keys in turn, so many presses in all; the next paint counts. */
export const keys = (...all: readonly string[]): (() => Promise<readonly Press[]>) =>
  inTurn(...all.map((key) => ({ key })));

/** The keys in turn, so many presses in all. */
export function inTurn(...presses: readonly Press[]): () => Promise<readonly Press[]> {
  return () => Promise.resolve(Array.from({ length: count }, (_, at) => presses[at % presses.length]!));
}

/** The keys in turn, each until the page says what it said when it had come to rest after that key before. */
export function untilAsBefore(
  selector: string,
  ...keys: readonly Press['key'][]
): (page: Page) => Promise<readonly Press[]> {
  return async (page) => {
    const learned: Press[] = [];
    for (const key of keys) {
      const before = await page.locator(selector).innerText();
      await timedPress(page, { key, until: { selector, lacks: before } });
      await settled(page);
      learned.push({ key, until: { selector, holds: await restingText(page, selector) } });
    }
    return inTurn(...learned)();
  };
}

/** What an element says when it has said the same for a second. */
async function restingText(page: Page, selector: string): Promise<string> {
  let text = await page.locator(selector).innerText();
  for (let rested = 0; rested < 4;) {
    await page.waitForTimeout(250);
    const now = await page.locator(selector).innerText();
    rested = now === text ? rested + 1 : 0;
    text = now;
  }
  return text;
}
