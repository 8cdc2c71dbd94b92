// Where the keyboard is (measures U06 to U09): every stop of Tab is seen, Tab leads around and out of everything, a sheet
// gives the focus back, and whatever can be pressed is large enough.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallTargets } from './looks.ts';
import { type SampleWindow, goTo, openSampleWindow, screenNames, settled } from './sample-window.ts';

let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => sample.close());

interface Stop {
  readonly element: string;
  readonly pane: string;
  readonly fault: string;
}

/** The element with the focus, and what would keep a person from seeing that it has it. */
function stopHere(): Stop {
  const element = document.activeElement!;
  const path = (one: Element | null): string =>
    one === null || one === document.body
      ? ''
      : `${path(one.parentElement)}/${[...(one.parentElement?.children ?? [])].indexOf(one)}`;
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const isInView = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  const hit = document.elementFromPoint(x, y);
  const isMarked = [element, ...element.querySelectorAll('*'), element.parentElement!].some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseInt(outlineWidth, 10) >= 2;
  });
  const faults = [
    element === document.body && 'nothing has the focus',
    !isInView && 'out of view',
    width * height === 0 && 'no size',
    !(hit && (element.contains(hit) || hit.contains(element))) && `covered by ${hit?.outerHTML.slice(0, 80)}`,
    !isMarked && 'no ring',
  ];
  return {
    element: path(element),
    pane: element.closest('[data-pane]')?.getAttribute('aria-label') ?? '',
    fault: faults
      .filter(Boolean)
      .map((fault) => `${String(fault)}: ${element.outerHTML.slice(0, 120)}`)
      .join('; '),
  };
}

test.each(screenNames)('%s: Tab leads around, and every stop is seen', async (screen) => {
  const { page } = sample.app;
  await goTo(sample.app, screen);
  const seen = new Set<string>();
  const faults: string[] = [];
  let first: string | undefined;
  for (let count = 0; count < 300; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopHere);
    if (stop.element === '') continue;
    if (stop.element === first) break;
    first ??= stop.element;
    if (stop.fault !== '') faults.push(stop.fault);
    expect(seen.has(stop.element), `Tab is caught at ${stop.element}`).toBe(false);
    seen.add(stop.element);
  }
  expect(faults).toEqual([]);
  expect(seen.size, 'stops').toBeGreaterThan(10);
  expect(seen.size, 'stops').toBeLessThan(300);
});

test.each(screenNames)('%s: whatever can be pressed is large enough', async (screen) => {
  await goTo(sample.app, screen);
  expect(await smallTargets(sample.app.page)).toEqual([]);
});

const sheets = [
  ['Overview', 'Control+k'],
  ['Overview', 'F1'],
  ['Overview', 'Control+Shift+y'],
  ['Bills', 'Control+Shift+r'],
  ['Balances', 'Control+t'],
  ['Balances', 'Control+Shift+v'],
] as const;

test.each(sheets)(
  '%s, %s: the sheet holds the Tab key, Esc closes it and gives the focus back',
  async (screen, chord) => {
    const { page } = sample.app;
    await goTo(sample.app, screen);
    const grid = page.locator('main [role=gridcell][tabindex="0"]').first();
    if ((await grid.count()) > 0) await grid.focus();
    else await page.keyboard.press('F6');
    const before = await page.evaluate(stopHere);
    await page.keyboard.press(chord);
    await page.locator('dialog[open]').waitFor();
    const within = () => document.activeElement?.closest('dialog[open]') !== null;
    await page.waitForFunction(within);
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      const isOnPage = await page.evaluate(() => document.activeElement !== document.body);
      if (isOnPage) expect(await page.evaluate(within), `after ${count + 1} times Tab`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await settled(page);
    expect((await page.evaluate(stopHere)).element).toBe(before.element);
  },
);
