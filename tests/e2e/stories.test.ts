// Every screen in every state, language and theme, as anybody with a screen reader or without a mouse meets it: axe finds
// nothing, nothing is cut off, nothing is thrown.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Stories, clipped, openStories, screenNames } from '../../build/stories.ts';
import { storyStates } from '../../renderer/screens/screen.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const wide = { width: 1440, height: 900 };
const narrow = { width: 1024, height: 640 };

let stories: Stories;
beforeAll(async () => {
  stories = await openStories();
}, 60_000);
afterAll(async () => stories.close());

/** What axe finds wrong, as rule and element. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rules);
}

async function inspected(
  story: Readonly<Record<string, string>>,
  size = wide,
  act: (page: Page) => Promise<void> = async () => Promise.resolve(),
): Promise<{ faults: readonly string[]; clipped: readonly string[]; thrown: readonly string[] }> {
  const thrown: string[] = [];
  const page = await stories.open(story, size, (what) => thrown.push(what));
  await act(page);
  const found = { faults: await faults(page), clipped: await clipped(page), thrown };
  await page.context().close();
  return found;
}

const nothing = { faults: [], clipped: [], thrown: [] };

test.each(screenNames)('%s, wide in English and light, narrow in Chinese and dark', async (screen) => {
  expect(await inspected({ screen, language: 'en', theme: 'light' }, wide)).toEqual(nothing);
  expect(await inspected({ screen, language: 'zh-CN', theme: 'dark' }, narrow)).toEqual(nothing);
});

test.each(storyStates.filter((state) => state !== 'full'))('every screen when it is %s', async (state) => {
  for (const screen of screenNames) expect(await inspected({ screen, state }), screen).toEqual(nothing);
});

const over = {
  'the run of charges': [{ screen: 'bills' }, 'Control+Shift+R'],
  'the palette': [{ screen: 'bills' }, 'Control+K'],
  'the shortcuts': [{ screen: 'bills' }, 'F1'],
  'a top-up': [{ screen: 'balances', theme: 'dark' }, 'Control+T'],
  'a reversal': [{ screen: 'allocations', language: 'zh-CN' }, 'Control+Backspace'],
} as const;

test.each(Object.entries(over))('%s over a screen, which gets the focus back', async (_, [story, chord]) => {
  const open = async (page: Page): Promise<void> => {
    await page.keyboard.press(chord);
    await page.waitForSelector('dialog[open]');
    await page.waitForTimeout(200);
  };
  expect(await inspected(story, wide, open)).toEqual(nothing);
  const page = await stories.open(story, wide);
  await page.keyboard.press('F6');
  const opener = await page.evaluate(() => document.activeElement?.outerHTML);
  await open(page);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(opener);
  await page.context().close();
});
