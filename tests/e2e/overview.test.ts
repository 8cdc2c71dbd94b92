// The overview as a clerk uses it: what is to be done, figures that lead to their lines, an entity opened and left again,
// and charts by keyboard.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../../build/launch-app.ts';
import type { Explanation } from '../../shared/reports/explain/explanation.ts';
import type { Overview } from '../../shared/reports/overview.ts';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

const period = '2026-09';
let sample: SampleWindow;
let app: RunningApp;
let page: Page;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ app } = sample);
  ({ page } = app);
}, 120_000);
afterAll(async () => sample.close());
beforeEach(async () => goTo(app, 'Overview'));

/** The key of the figure that has the focus. */
function figureInFocus(): Promise<string> {
  return page.evaluate(() => document.activeElement!.closest<HTMLElement>('[data-fig]')!.dataset['fig']!);
}

/** Waits until a screen is there, and goes back. */
async function seesAndLeaves(screen: string): Promise<void> {
  await page.locator(`main[aria-label=${screen}]`).waitFor();
  await settled(page);
  await page.keyboard.press('Alt+ArrowLeft');
  await page.locator('main[aria-label=Overview]').waitFor();
  await settled(page);
}

test('each figure has its change, and its name leads to where its lines are', async () => {
  const { figures } = await ask<Overview>(app, 'overview', { period });
  expect(await page.locator('dl .figure').count()).toBe(7);
  for (const currency of figures.map(({ id }) => id))
    for (const name of ['charges', 'balance', 'intercompany'])
      expect(
        await page.locator(`dl [data-fig="overview?period=${period}#${currency}/${name}Delta"]`).innerText(),
      ).toMatch(/^[+-]?[\d,]+\.\d%$|^n\/m$/);
  for (const [name, screen] of [
    ['Charges', 'Bills'],
    ['Paid on behalf', 'Bills'],
    ['Balance', 'Balances'],
    ['Allocated, unspent', 'Balances'],
    ['Recoverable', 'Balances'],
  ] as const) {
    await page.locator('dl').getByRole('button', { name, exact: true }).click();
    await seesAndLeaves(screen);
  }
  for (const name of ['To invoice', 'Between entities']) {
    await page.locator('dl').getByRole('button', { name, exact: true }).click();
    await page.locator('dialog[open] [role=option]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  }
});

test('Enter opens the entity of a row, and Back returns to all of them', async () => {
  const cell = page.locator('[role=gridcell]', { hasText: 'Harbour Logistics' }).first();
  await cell.click();
  await page.keyboard.press('Enter');
  await page.locator('main[aria-label=Bills]').waitFor();
  await expect
    .poll(() => page.locator('header, nav').allInnerTexts())
    .toContainEqual(expect.stringContaining('Harbour Logistics'));
  await seesAndLeaves('Bills');
  expect(await page.locator('body').innerText()).toContain('All entities');
});

test('the marks of the charts are reached by keyboard, say their figure, and are explained', async () => {
  const { history, movers } = await ask<Overview>(app, 'overview', { period });
  const stop = (place: number) => page.locator('main figure').nth(place).locator('[role=img][tabindex="0"]');
  await stop(0).focus();
  await page.keyboard.press('ArrowLeft');
  const month = history.months.at(-2)!;
  const first = (await page.evaluate(() => document.activeElement!.ariaLabel))!;
  expect(first).toContain(month.period);
  await page.keyboard.press('ArrowDown');
  const label = (await page.evaluate(() => document.activeElement!.ariaLabel))!;
  expect(label).not.toBe(first);
  expect(await page.locator('main figure .reading').first().innerText()).toBe(label);
  const { sentence, amount } = await ask<Explanation>(app, 'explain', { figure: await figureInFocus() });
  expect(label.replaceAll(',', '')).toContain(amount);
  await page.keyboard.press('Control+j');
  await page.locator('aside .sentence', { hasText: sentence.en }).waitFor();

  await stop(1).focus();
  for (let row = 0; row < movers.rows.length; row += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  const moved = await figureInFocus();
  expect(moved).toMatch(/\/delta$/);
  const told = await ask<Explanation>(app, 'explain', { figure: moved });
  await page.keyboard.press('Enter');
  await page.locator('aside .sentence', { hasText: told.sentence.en }).waitFor();
  await page.keyboard.press('Control+Backslash');
});

test('each chart is a table too, with the same figures', async () => {
  for (const place of [0, 1]) {
    const chart = page.locator('main figure').nth(place);
    const marked = await chart.locator('[role=img]').evaluateAll((all) => all.map((one) => one.dataset['fig']));
    await chart.getByRole('button', { name: 'Table' }).click();
    const listed = await chart
      .locator('td [data-fig]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['fig']));
    const missing = marked.filter((figure) => !listed.includes(figure) && !/#(?:CNY|others)/.test(figure ?? ''));
    expect([marked.length > 3, missing]).toEqual([true, []]);
    await chart.getByRole('button', { name: 'Table' }).click();
  }
});

test('no cell of the entities is cut where the window is wide', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await settled(page);
  const cut = await page
    .locator('[role=gridcell] .text, [role=columnheader] span')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent));
  expect(cut).toEqual([]);
});

test('what moved is named in full where there is room', async () => {
  const cut = await page
    .locator('main figure .what')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
  expect(cut).toEqual([]);
});

test('entities and accounts are entered from the menu of the overview too', async () => {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /Add entity/ }).click();
  await page.locator('dialog[open] input:focus').waitFor();
  await page.keyboard.type('HX');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Harbour Extra Ltd');
  await page.locator('dialog[open] button:not([aria-disabled=true])', { hasText: 'Add 1 entity' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.locator('[role=gridcell]', { hasText: 'Harbour Extra Ltd' }).waitFor();
});

test('the next thing that can be done is the main one; what cannot be done yet is no button', async () => {
  const todo = page.getByRole('region', { name: 'To do' });
  await todo.getByRole('button', { name: /Drafts? of \d+ invoice requests?/ }).click();
  await page.locator('dialog[open] [role=option]').first().waitFor();
  const kinds = await page.locator('dialog[open] [role=option] span:first-child').allInnerTexts();
  expect(kinds.length).toBe((await ask<Overview>(app, 'overview', { period })).work.at(0)!.count);
  expect(kinds.filter((kind) => !/request|charge note/.test(kind))).toEqual([]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+PageDown');
  await page.getByRole('heading', { name: /2026-10/ }).waitFor();
  await settled(page);
  expect(await todo.locator('.next').innerText()).toContain('Import');
  const waiting = todo.locator('li', { hasText: /draft/i });
  expect([await waiting.count(), await waiting.locator('button').count()]).toEqual([1, 0]);
  await page.keyboard.press('Control+PageUp');
  await page.getByRole('heading', { name: /2026-09/ }).waitFor();
});
