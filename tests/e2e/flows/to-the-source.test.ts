// From any figure of the overview to the row of the vendor's file it comes from in at most six keys, and to its journal
// lines in full and back (ux/conventions.md §3.6).
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Explanation } from '../../../shared/reports/explain/explanation.ts';
import type { RunningApp } from '../../../build/launch-app.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from '../sample-window.ts';
import { Flow, ask } from './flow.ts';

let sample: SampleWindow;
let app: RunningApp;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ app } = sample);
}, 120_000);
afterAll(async () => sample.close());

const most = 6;

/** The keys that lead from a figure to a row of a file, the fewest first looked for; undefined where none has one. */
async function keysToSource(figure: string): Promise<readonly string[] | undefined> {
  let ways: readonly { readonly figure: string; readonly keys: readonly string[] }[] = [
    { figure, keys: ['Control+j'] },
  ];
  const seen = new Set<string>();
  while (ways.length > 0) {
    const [way, ...others] = [...ways].sort((left, right) => left.keys.length - right.keys.length);
    const { components, settledBy, sourceRows } = await ask<Explanation>(app, 'explain', { figure: way!.figure });
    if (sourceRows.length > 0) return way!.keys;
    const links = [...components, ...settledBy].flatMap(({ figure: own, partOf }) => own ?? partOf ?? []);
    const further = links.slice(0, most).map((link, place) => {
      return { figure: link, keys: [...way!.keys, ...Array.from({ length: place }, () => 'ArrowDown'), 'Enter'] };
    });
    ways = [...others, ...further.filter((each) => each.keys.length <= 2 * most && !seen.has(each.figure))];
    for (const each of further) seen.add(each.figure);
  }
  return undefined;
}

test('every figure of the overview that comes from a bill leads to its row', async () => {
  const { page } = app;
  await goTo(app, 'Overview');
  const figures = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll<HTMLElement>('main [data-fig]')].map((one) => one.dataset['fig']!)),
  ]);
  let led = 0;
  for (const figure of figures) {
    const keys = await keysToSource(figure);
    if (!keys) continue;
    expect(keys.length, figure).toBeLessThanOrEqual(most);
    await page
      .locator(`main [data-fig="${figure}"]`)
      .first()
      .evaluate((one: HTMLElement) => one.focus());
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.locator('.explanation h2').waitFor();
      if (key !== 'ArrowDown') await page.locator('.explanation .link:focus, .explanation summary:focus').waitFor();
    }
    await page.locator('.explanation details[open]').first().waitFor();
    led += 1;
    await page.keyboard.press('Escape');
  }
  expect(led, 'figures that lead to a file').toBeGreaterThan(20);
});

test('the journal lines of a figure stand in full, are filtered and copied, and back leads to the figure', async () => {
  const { page } = app;
  await goTo(app, 'Balances');
  await page.locator('#balances-ledger-0-0').focus();
  const flow = await Flow.begin(app);
  await flow.press('Mod+End', 'Home');
  for (let right = 0; right < 5; right += 1) await flow.press('ArrowRight');
  await flow.press('ArrowDown');
  await flow.hasFocusIn('.totals [data-fig$="/cash"]');
  const cash = await page.locator('.totals [data-fig$="/cash"]').first().innerText();
  await flow.press('Mod+J');
  await page.locator('.explanation .journal').waitFor();
  await flow.sees(new RegExp(`lines, in and out, sum to ${cash.trim()}`));
  await flow.press('Shift+Enter');
  await flow.sees(/^Journal lines: Cash/);
  await settled(page);
  const all = await page.locator('[role=grid]').getAttribute('aria-rowcount');
  expect(Number(all)).toBeGreaterThan(2);
  const change = page.locator('.totals [data-fig$="/change"]').first();
  expect(await change.innerText(), 'the lines sum to the figure').toBe(cash);
  const titles = await page.locator('[role=columnheader]').allInnerTexts();
  for (const title of ['Date', 'No.', 'Position', 'Debit', 'Credit', 'Period', 'By'])
    expect(titles.map((one) => one.trim())).toContain(title);
  await flow.press('Mod+F');
  await flow.type('debit>0');
  await flow.press('Enter');
  await settled(page);
  await flow.hasFocusIn('[role=gridcell]');
  expect(Number(await page.locator('[role=grid]').getAttribute('aria-rowcount'))).toBeLessThan(Number(all));
  await flow.press('Mod+A', 'Mod+Shift+C', 'Alt+ArrowLeft');
  await page.locator('main[aria-label=Balances]').waitFor();
  await flow.hasFocusIn('[role=gridcell]');
  await flow.done(20);
});
