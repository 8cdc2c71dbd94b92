// A month of more than 200,000 lines in the window's grid, by keyboard: movement and typing against an empty handler, and
// how long a clerk waits for a jump, a sorting, a filter and a sum.
import type { Page } from 'playwright-core';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchGroup, benchPeriod } from '../bench-group.ts';
import type { Contest } from '../contest.ts';
import { keptInput } from '../kept-input.ts';
import { timedProgram } from '../timed-program.ts';
import { type KeyRow, keyContest } from '../window/key-contest.ts';
import { type Press, timedPress } from '../window/key-probe.ts';
import { goTo, settled, showBook } from '../window/shown-book.ts';

const program = fileURLToPath(new URL('../../../out/cli/cli.js', import.meta.url));
/** Raised when the generator, or the journal's form, gives another book for the same seed. */
const generation = 1;
const lines = 1_000_000;
const count = 30;
/** The place of an amount among the columns. */
const billed = 10;
/** From here on the window owes a clerk a sign that it is at work (ux/conventions.md §3.8). */
const unnoticedSeconds = 0.3;
const focusCell = '[role=gridcell][tabindex="0"]';

/** The book of a month whose million lines are alike in groups: more than 200,000 rows of the grid. */
export function largeMonthBook(): Promise<string> {
  return keptInput(`book-month-${lines}-${generation}`, async (book) => {
    const out = `${book}-out`;
    const { setup } = benchGroup(lines, 'tencent');
    await timedProgram([
      program,
      ...['month', setup, '--period', benchPeriod, '--book', book, '--out', out, '--no-documents'],
    ]);
    rmSync(out, { recursive: true });
  });
}

/** The lines of the month in their own order, with the focus in their first row. */
async function beginAt(column: number): Promise<Page> {
  const page = await beginInFilter('');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Home');
  await page.locator(`#bill-lines-0-${column}`).click();
  await settled(page);
  return page;
}

/** The lines of the month that a filter leaves, with the focus in its box. */
async function beginInFilter(text: string): Promise<Page> {
  const { page } = await showBook(await largeMonthBook());
  if ((await page.getByRole('tab', { name: 'Lines', selected: true }).count()) === 0) await goTo(page, 'Bills', 3);
  await page.keyboard.press('Control+f');
  await page.locator('.filter input').fill(text);
  await page.locator(focusCell).waitFor();
  await settled(page);
  return page;
}

/** Where the focus is, and what it is on. */
async function focusOn(page: Page): Promise<string> {
  await settled(page);
  return page.evaluate(() => `${document.activeElement!.id}: ${document.activeElement!.textContent.trim()}`);
}

async function sumShown(page: Page): Promise<string> {
  await page.locator('.status .figure').first().waitFor();
  return page.locator('.status').innerText();
}

/** The keys in turn, so many presses in all. */
function inTurn(...presses: readonly Press[]): () => Promise<readonly Press[]> {
  return () => Promise.resolve(Array.from({ length: count }, (_, at) => presses[at % presses.length]!));
}

/** The keys in turn, each until the page says what it said when it had come to rest after that key before. */
function untilAsBefore(selector: string, ...keys: readonly Press['key'][]): (page: Page) => Promise<readonly Press[]> {
  return async (page) => {
    const learned: Press[] = [];
    for (const key of keys) {
      const before = await page.locator(selector).innerText();
      await timedPress(page, { key, until: { selector, lacks: before } });
      await settled(page);
      learned.push({ key, until: { selector, holds: await page.locator(selector).innerText() } });
    }
    return inTurn(...learned)();
  };
}

const keys = (...all: readonly string[]): (() => Promise<readonly Press[]>) => inTurn(...all.map((key) => ({ key })));
const sum = { selector: '.status .figure' };
const cell = { selector: `${focusCell} .text`, without: '.bone' };
const sorting = { clickOn: `[role=columnheader][aria-colindex="${billed + 1}"] button` };
const typing = ['c', 'v', 'm', 'Backspace', 'Backspace', 'Backspace'];

function atOnce(what: string, row: Pick<KeyRow, 'presses' | 'answer'> & Partial<KeyRow>): Contest {
  return keyContest({ name: `200,000 lines: ${what}`, begin: () => beginAt(0), isAtOnce: true, ...row });
}

function answered(what: string, row: Pick<KeyRow, 'presses' | 'answer'> & Partial<KeyRow>): Contest {
  return atOnce(`${what}, until it is there`, { isAtOnce: false, limitSeconds: unnoticedSeconds, ...row });
}

export const largeMonthContests: readonly Contest[] = [
  atOnce('arrow', { presses: keys('ArrowDown'), answer: focusOn, limitSeconds: 0.032 }),
  atOnce('page down', { presses: keys('PageDown'), answer: focusOn }),
  atOnce('Shift and arrow', { begin: () => beginAt(billed), presses: keys('Shift+ArrowDown'), answer: sumShown }),
  atOnce('typing in the filter', {
    begin: () => beginInFilter(''),
    presses: keys(...typing),
    answer: (page) =>
      page
        .locator('.filter input')
        .inputValue()
        .then((value) => `typed: ${value}`),
    limitSeconds: 0.05,
  }),
  answered('to the end and back', {
    presses: inTurn({ key: 'Control+End', until: cell }, { key: 'Control+Home', until: cell }),
    answer: focusOn,
  }),
  answered('the sum of a few cells', {
    begin: () => beginAt(billed),
    before: (page) => page.keyboard.press('ArrowDown'),
    presses: inTurn({ key: 'Shift+ArrowDown', until: sum }),
    answer: sumShown,
  }),
  answered('the sum of a column', {
    begin: () => beginAt(billed),
    before: (page) => page.keyboard.press('Control+ArrowUp'),
    presses: inTurn({ key: 'Control+Shift+ArrowDown', until: sum }),
    answer: sumShown,
  }),
  answered('sorted by a column', {
    presses: untilAsBefore(`#bill-lines-0-${billed}`, sorting, sorting, sorting),
    answer: (page) => page.locator(`#bill-lines-0-${billed}`).innerText(),
  }),
  answered('filtered', {
    begin: () => beginInFilter('owner:10000008551'),
    presses: untilAsBefore('.toolbar .count', '9', 'Backspace'),
    answer: (page) => page.locator('.toolbar .count').innerText(),
  }),
];
