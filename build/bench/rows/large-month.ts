// A month of more than 200,000 lines in the window's grid, by keyboard: movement and typing against an empty handler, and
// how long a clerk waits for a jump, a sorting, a filter and a sum.
import type { Page } from 'playwright-core';
import { bench } from '../../sample/sizes.ts';
import { chargedBook } from '../charged-book.ts';
import type { Contest } from '../contest.ts';
import { type KeyRow, keyContest } from '../window/key-contest.ts';
import { focusCell, focusOn, inTurn, keys, unnoticedSeconds, untilAsBefore } from '../window/key-rows.ts';
import { goTo, settled, showBook } from '../window/shown-book.ts';

/** The place of an amount among the columns. */
const billed = 10;

/** The book of a month whose million lines are alike in groups: more than 200,000 rows of the grid. */
function largeMonthBook(): Promise<string> {
  return chargedBook(bench(500, 1_000_000, 'tencent'));
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

async function sumShown(page: Page): Promise<string> {
  await page.locator('.status .figure').first().waitFor();
  return page.locator('.status').innerText();
}

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
