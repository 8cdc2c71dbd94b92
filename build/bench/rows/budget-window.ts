// What a clerk waits for in the window of a large group, 480 accounts and 13 months: the palette, a figure explained,
// another screen; and the balances of 10,000 accounts by keyboard.
import type { Page } from 'playwright-core';
import { bench, budget } from '../../sample/sizes.ts';
import { chargedBook } from '../charged-book.ts';
import type { Contest } from '../contest.ts';
import { type KeyRow, keyContest } from '../window/key-contest.ts';
import { focusCell, focusOn, inTurn, keys, untilAsBefore } from '../window/key-rows.ts';
import { goTo, settled, showBook } from '../window/shown-book.ts';

const input = 'dialog[open] input[role=combobox]';
/** The place of an amount among the figures of a charge. */
const cash = 3;
const digits = ['1', '0', '2', 'Backspace', 'Backspace', 'Backspace'];

/** The charges of the month by account. */
async function beginAtCharges(): Promise<Page> {
  const { page } = await showBook(await chargedBook(budget));
  await closeDialogs(page);
  await goTo(page, 'Bills', 1);
  await page.locator(focusCell).focus();
  return page;
}

async function beginInPalette(): Promise<Page> {
  const page = await beginAtCharges();
  await page.keyboard.press('Control+k');
  await page.locator(input).waitFor();
  return page;
}

async function closeDialogs(page: Page): Promise<void> {
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** To the next row's charge, with whatever explained the one before closed. */
async function toNextCharge(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator(`${focusCell}:focus`).waitFor();
  await page.keyboard.press('ArrowDown');
}

async function beginAtBalances(): Promise<Page> {
  const { page } = await showBook(await chargedBook(bench(10_000, 40_000, 'tencent')));
  if ((await page.locator('main[aria-label=Balances]').count()) === 0) await goTo(page, 'Balances');
  await page.locator(focusCell).focus();
  await page.keyboard.press('Control+Home');
  await settled(page);
  return page;
}

const wait = (what: string, limitSeconds: number, row: Omit<KeyRow, 'name' | 'limitSeconds' | 'isAtOnce'>): Contest =>
  keyContest({ name: `480 accounts, 13 months: ${what}`, limitSeconds, isAtOnce: false, ...row });

const atOnce = (what: string, row: Pick<KeyRow, 'presses'>): Contest =>
  keyContest({ name: `10,000 accounts: ${what}`, begin: beginAtBalances, answer: focusOn, isAtOnce: true, ...row });

const typedInto = (page: Page): Promise<string> =>
  page
    .locator(input)
    .inputValue()
    .then((value) => `typed: ${value}`);

/** What has to be seen of a screen before it is of use. */
const useful = {
  Overview: { selector: 'main[aria-label=Overview] [role=gridcell] .text' },
  Bills: { selector: 'main[aria-label=Bills] [role=gridcell] .text, main[aria-label=Bills] .groups button' },
  Balances: { selector: 'main[aria-label=Balances] [role=gridcell] .text' },
  Allocations: { selector: 'main[aria-label=Allocations] [role=gridcell] .text' },
};

export const budgetWindowContests: readonly Contest[] = [
  wait('the palette opens', 0.05, {
    begin: beginAtCharges,
    before: closeDialogs,
    presses: inTurn({ key: 'Control+k', until: { selector: input } }),
    answer: typedInto,
  }),
  wait('a letter typed into the palette', 0.05, { begin: beginInPalette, presses: keys(...digits), answer: typedInto }),
  wait('the palette answers', 0.1, {
    begin: beginInPalette,
    presses: untilAsBefore('#palette-list', ...digits),
    answer: (page) => page.locator('#palette-list').innerText(),
  }),
  wait('a figure is explained', 0.1, {
    begin: async () => {
      const page = await beginAtCharges();
      await page.keyboard.press('Control+Home');
      await page.locator('[role=gridcell][data-fig]').nth(cash).click();
      await page.keyboard.press('Control+j');
      await page.locator('aside .sentence').waitFor();
      return page;
    },
    before: toNextCharge,
    presses: inTurn({ key: 'Control+j', until: { selector: 'aside .sentence', changes: true } }),
    answer: (page) => page.locator('aside .sentence').innerText(),
  }),
  wait('another screen, to its first useful row', 0.15, {
    begin: beginAtCharges,
    presses: inTurn(
      { key: 'Control+1', until: useful.Overview },
      { key: 'Control+3', until: useful.Bills },
      { key: 'Control+7', until: useful.Balances },
      { key: 'Control+8', until: useful.Allocations },
    ),
    answer: (page) => page.locator('main').getAttribute('aria-label').then(String),
  }),
  atOnce('arrow', { presses: keys('ArrowDown') }),
  atOnce('page down', { presses: keys('PageDown') }),
];
