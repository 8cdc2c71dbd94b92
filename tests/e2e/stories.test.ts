// Every screen in every state it can be in, in both languages and themes, wide, narrow and enlarged: axe finds nothing,
// nothing is cut off, out of reach, too small to press, or in the other language, and nothing is thrown (measures U01, U09,
// U19, U20, U28, U30, U33).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Size, type Stories, atRest, narrow, openStories, showStory, wide } from '../../build/stories.ts';
import {
  type StoryAsked,
  bookStories,
  parts,
  signs,
  storyScreens,
  storyStates,
} from '../../renderer/stories/declared.ts';
import { type TieredCommand, tiers } from '../../shared/contract/tiers.ts';
import type { StoryControl } from '../../renderer/stories/main.ts';
import { numbersShown, withoutKey } from './figure-crawl.ts';
import { isStrangeInChinese, isStrangeInEnglish } from './languages.ts';
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

type Shown = Required<Pick<StoryAsked, 'language' | 'theme'>>;
const inEnglish: Shown = { language: 'en', theme: 'light' };
const inChinese: Shown = { language: 'zh-CN', theme: 'dark' };
const otherThemes: readonly Shown[] = [
  { language: 'en', theme: 'dark' },
  { language: 'zh-CN', theme: 'light' },
];

/** Looks at what is shown, once for each language, wide and light in English, narrow and dark in Chinese. */
async function expectSound({ language }: Shown): Promise<void> {
  expect(await faults(), 'axe').toEqual([]);
  const isStrange = language === 'en' ? isStrangeInEnglish : isStrangeInChinese;
  expect((await textsOf(page)).filter(isStrange), 'in another language').toEqual([]);
  expect(await smallTargets(page), 'too small').toEqual([]);
  expect.soft(withoutKey(await numbersShown(page)), 'numbers without a key').toEqual([]);
  for (const size of language === 'en' ? [wide, narrow, ...enlarged] : [narrow]) await fits(size, language);
  if (language === 'en') {
    await page.evaluate(() => (window as unknown as { story: StoryControl }).story.widen());
    for (const size of [enlarged[0]!, narrow, wide]) await fits(size, 'a longer language');
  }
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
  for (const shown of [inChinese, inEnglish]) {
    await page.setViewportSize(shown === inEnglish ? wide : narrow);
    await showStory(page, { ...story, ...shown });
    await expectSound(shown);
  }
});

test.each(storyScreens)('%s in the other theme of each language', async (screen) => {
  for (const shown of otherThemes) {
    await showStory(page, { screen, ...shown });
    expect(await faults()).toEqual([]);
  }
});

test.each(bookStories)('a book as a whole that is %s', async (book) => {
  for (const shown of [inChinese, inEnglish]) {
    await page.setViewportSize(shown === inEnglish ? wide : narrow);
    await showStory(page, { screen: 'overview', book, ...shown });
    await expectSound(shown);
  }
});

test('an import after its dry run: what each file is, what the book does not know, what another file has too', async () => {
  for (const shown of [inChinese, inEnglish]) {
    await page.setViewportSize(shown === inEnglish ? wide : narrow);
    await showStory(page, { screen: 'import', ...shown });
    await page.keyboard.press('Control+I');
    await page.locator('.name').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.facts .chip').first().waitFor();
    const facts = await page.locator('.facts').first().innerText();
    for (const told of ['UTC+8', '2026-10', '25', 'tencent-2026-10.csv']) expect(facts).toContain(told);
    await expectSound(shown);
  }
});

const over = {
  'the run of charges': [{ screen: 'bills' }, 'Control+Shift+R', 'runCharges'],
  'the palette': [{ screen: 'bills' }, 'Control+K'],
  'the shortcuts': [{ screen: 'bills' }, 'F1'],
  'the activity': [{ screen: 'bills' }, 'Control+Shift+Y'],
  'a new book': [{ screen: 'overview' }, 'Control+Shift+N', 'newBook'],
  'a top-up': [{ screen: 'balances' }, 'Control+T', 'topUp'],
  'a vendor’s balance': [{ screen: 'balances' }, 'Control+N', 'recordVendorBalance'],
  'rows from a spreadsheet': [{ screen: 'balances' }, 'Control+Shift+V', 'recordVendorBalance'],
  'an account to add': [{ screen: 'overview', state: 'empty-new' }, 'Control+N', 'addAccount'],
  'accounts from a spreadsheet': [{ screen: 'overview', state: 'empty-new' }, 'Control+Shift+V', 'importDirectory'],
  'a reversal': [{ screen: 'allocations' }, 'Control+Backspace', 'reverseMovement'],
  'done at the vendor': [{ screen: 'allocations' }, 'Control+Enter', 'markDoneAtVendor'],
  'a print preview': [{ screen: 'balances' }, 'Control+Shift+P'],
  'an import to undo': [{ screen: 'import' }, 'Control+Backspace', 'undoImport'],
} as const satisfies Readonly<Record<string, readonly [StoryAsked, string, TieredCommand?]>>;

test.each(Object.entries(over))('%s over a screen, which gets the focus back', async (_, [story, chord]) => {
  const open = async (): Promise<void> => {
    await page.keyboard.press(chord);
    await page.locator('dialog[open]').waitFor();
    await atRest(page);
  };
  for (const shown of [inChinese, inEnglish]) {
    await page.setViewportSize(shown === inEnglish ? wide : narrow);
    await showStory(page, { ...story, ...shown });
    await page.keyboard.press('F6');
    const opener = await page.evaluate(() => document.activeElement?.outerHTML);
    await open();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(opener);
    await open();
    await expectSound(shown);
  }
});

const sheets = Object.entries(over).flatMap(
  ([name, [story, chord, command]]: [string, readonly [StoryAsked, string, TieredCommand?]]) =>
    command === undefined ? [] : [[name, story, chord, command] as const],
);

test.each(sheets)(
  '%s asks what its tier says, and Enter alone posts nothing (U28)',
  async (_, story, chord, command) => {
    await page.setViewportSize(wide);
    await showStory(page, story);
    await page.keyboard.press('F6');
    await page.keyboard.press(chord);
    const sheet = page.locator('dialog[open]');
    await sheet.waitFor();
    expect(await sheet.locator('textarea[required]').count()).toBe(tiers[command] === 'T2' ? 1 : 0);
    const main = sheet.locator('footer button').last();
    await main.focus();
    const before = await posted();
    await page.keyboard.press('Enter');
    await atRest(page);
    expect(await posted()).toEqual(before);
    expect(await sheet.count()).toBe(1);
    if (tiers[command] === 'T1') return;
    await page.keyboard.press('Control+Enter');
    expect(await posted(), 'without a reason').toEqual(before);
    await sheet.locator('textarea').fill('A reason');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(
      (name) => (window as unknown as { story: StoryControl }).story.posted.includes(name),
      command,
    );
  },
);

function posted(): Promise<readonly string[]> {
  return page.evaluate(() => [...(window as unknown as { story: StoryControl }).story.posted]);
}

const statesInWords = [
  { screen: 'overview' },
  { screen: 'bills', tab: 'imports' },
  { screen: 'balances' },
  { screen: 'allocations' },
] as const satisfies readonly StoryAsked[];

test.each(statesInWords)('the colours of the system, and no motion, lose nothing of %o', async (story) => {
  await page.setViewportSize(wide);
  await showStory(page, story);
  const words = () => page.locator('.chip').allInnerTexts();
  const usual = await words();
  expect(usual.length).toBeGreaterThan(0);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await words()).toEqual(usual);
  expect(usual.filter((word) => word.trim() === '')).toEqual([]);
  const cell = page.locator('[role=gridcell]').first();
  await cell.focus();
  const marks = await page.evaluate(() => {
    const focus = getComputedStyle(document.activeElement!);
    const moving = [...document.querySelectorAll('*')].filter((one) => {
      const { animationName, transitionDuration } = getComputedStyle(one);
      return animationName !== 'none' || /[1-9]/.test(transitionDuration);
    });
    const ground = getComputedStyle(document.querySelector('nav [aria-current=page]')!).backgroundColor;
    const other = getComputedStyle(document.querySelector('nav button:not([aria-current])')!).backgroundColor;
    return { ring: focus.outlineStyle, moving: moving.length, isPageMarked: ground !== other };
  });
  expect(marks).toEqual({ ring: 'solid', moving: 0, isPageMarked: true });
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
});
