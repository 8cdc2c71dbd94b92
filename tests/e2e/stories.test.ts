// Every screen in every state it can be in, in both languages and themes, wide, narrow and enlarged: axe finds nothing,
// nothing is cut off, out of reach, too small to press, or in the other language, and nothing is thrown (measures U01, U09,
// U19, U20, U30, U33).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Size, type Stories, atRest, narrow, openStories, showStory, wide } from '../../build/stories.ts';
import { type StoryAsked, parts, signs, storyScreens, storyStates } from '../../renderer/stories/declared.ts';
import type { StoryControl } from '../../renderer/stories/main.ts';
import { isStrangeInEnglish, strangersInChinese } from './languages.ts';
import { clipped, outOfReach, smallTargets, textsOf } from './looks.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The window as it is at 200 %, at its usual and at its smallest size. */
const enlarged: readonly Size[] = [
  { width: 720, height: 450 },
  { width: 512, height: 320 },
];

let stories: Stories;
let page: Page;
const thrown: string[] = [];
beforeAll(async () => {
  stories = await openStories();
  page = await stories.page(wide, (what) => thrown.push(what));
}, 60_000);
afterAll(async () => stories.close());

/** What axe finds wrong, as rule and element. */
async function faults(): Promise<readonly string[]> {
  await page.evaluate(`window.axe ?? ${axe}`);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'], preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rules);
}

async function change(next: { readonly language: 'en' | 'zh-CN'; readonly theme: 'light' | 'dark' }): Promise<void> {
  await page.evaluate((settings) => (window as unknown as { story: StoryControl }).story.change(settings), next);
  await atRest(page);
}

/** Looks at what is shown in every language, theme and size; what a story begins with is English, light and wide. */
async function expectSound(): Promise<void> {
  for (const language of ['en', 'zh-CN'] as const)
    for (const theme of ['light', 'dark'] as const) {
      await change({ language, theme });
      expect(await faults(), `axe, ${language}, ${theme}`).toEqual([]);
    }
  const strangers = (await textsOf(page)).filter((text) => strangersInChinese(text).length > 0);
  expect(strangers, 'not Chinese').toEqual([]);
  expect(await clipped(page), 'cut off in Chinese').toEqual([]);
  await change({ language: 'en', theme: 'light' });
  expect((await textsOf(page)).filter(isStrangeInEnglish), 'not English').toEqual([]);
  expect(await smallTargets(page), 'too small').toEqual([]);
  for (const size of [wide, narrow, ...enlarged]) await fits(size, 'English');
  await page.evaluate(() => (window as unknown as { story: StoryControl }).story.widen());
  for (const size of [enlarged[0]!, narrow, wide]) await fits(size, 'a longer language');
  expect(thrown.splice(0)).toEqual([]);
}

async function fits(size: Size, what: string): Promise<void> {
  await page.setViewportSize(size);
  await atRest(page);
  const at = `in ${what} at ${size.width} × ${size.height}`;
  expect.soft(await outOfReach(page), `out of reach ${at}`).toEqual([]);
  expect.soft(await clipped(page), `cut off ${at}`).toEqual([]);
}

const told = storyScreens.flatMap((screen) => [
  ...storyStates.flatMap((state) => (signs[screen][state] === null ? [] : [{ screen, state }])),
  ...parts[screen].map((tab): StoryAsked => ({ screen, tab })),
]);

test.each(told.map((story) => [Object.values(story).join(', '), story] as const))('%s', async (_, story) => {
  await showStory(page, story);
  await expectSound();
});

const over = {
  'the run of charges': [{ screen: 'bills' }, 'Control+Shift+R'],
  'the palette': [{ screen: 'bills' }, 'Control+K'],
  'the shortcuts': [{ screen: 'bills' }, 'F1'],
  'the activity': [{ screen: 'bills' }, 'Control+Shift+Y'],
  'a new book': [{ screen: 'overview' }, 'Control+Shift+N'],
  'a preview of pages': [{ screen: 'balances' }, 'Control+P'],
  'a top-up': [{ screen: 'balances' }, 'Control+T'],
  'a vendor’s balance': [{ screen: 'balances' }, 'Control+N'],
  'rows from a spreadsheet': [{ screen: 'balances' }, 'Control+Shift+V'],
  'a reversal': [{ screen: 'allocations' }, 'Control+Backspace'],
  'done at the vendor': [{ screen: 'allocations' }, 'Control+Enter'],
} as const satisfies Readonly<Record<string, readonly [StoryAsked, string]>>;

test.each(Object.entries(over))('%s over a screen, which gets the focus back', async (_, [story, chord]) => {
  await showStory(page, story);
  await page.keyboard.press('F6');
  await page.locator('main :focus').waitFor();
  const opener = await page.evaluate(() => document.activeElement?.outerHTML);
  await page.keyboard.press(chord);
  await page.locator('dialog[open]').waitFor();
  await atRest(page);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(opener);
  await page.keyboard.press(chord);
  await page.locator('dialog[open]').waitFor();
  await expectSound();
});
