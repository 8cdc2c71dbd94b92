// How long a page takes from a key or a click to the paint that shows what it did, measured in the page itself.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const pageSide = readFileSync(new URL('./page-probe.js', import.meta.url), 'utf8');

/** What has to be on the page before the paint counts. */
export interface Sight {
  readonly selector: string;
  /** A text that one of these elements has in it. */
  readonly holds?: string;
  /** A text that one of these elements has not in it. */
  readonly lacks?: string;
  /** Another text than when the key was pressed. */
  readonly changes?: boolean;
  /** What must not be on the page any more. */
  readonly without?: string;
}

export interface Press {
  /** A key or chord, or what is clicked on. */
  readonly key: string | { readonly clickOn: string };
  /** Where it is not said, the next paint counts. */
  readonly until?: Sight;
}

declare global {
  interface Window {
    timeNext(event: { kind: 'keydown' | 'click'; until: Sight | undefined; swallowed: boolean }): void;
    timed: Promise<number>;
  }
}

/** Makes a page able to time what is pressed. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(pageSide);
}

/** Presses a key; answers the seconds until it was painted. Swallowed: the page hears nothing of it. */
export async function timedPress(page: Page, { key, until }: Press, swallowed = false): Promise<number> {
  const isKey = typeof key === 'string';
  const event = { kind: isKey ? ('keydown' as const) : ('click' as const), until, swallowed };
  await page.evaluate((next) => window.timeNext(next), event);
  await (isKey ? page.keyboard.press(key) : page.click(key.clickOn));
  return page.evaluate(() => window.timed);
}
