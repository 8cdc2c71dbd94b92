// Nothing jumps (measure U10): what is on the screen stays where it is while a screen is read, a table is filtered, a sheet
// opens or the language changes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SampleWindow, goTo, openSampleWindow, screenNames, settled } from './sample-window.ts';

let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => sample.close());

/** How far things were moved while something was done, as the browser reckons it; what a key moved counts as well. */
async function shiftDuring(work: () => Promise<void>): Promise<{ shift: number; moved: readonly string[] }> {
  const { page } = sample.app;
  await page.evaluate(() => {
    const shifts: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => void shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift' });
    Object.assign(window, { shifts, observer });
  });
  await work();
  await settled(page);
  return page.evaluate(() => {
    interface Shift {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const { shifts, observer } = window as unknown as { shifts: Shift[]; observer: PerformanceObserver };
    shifts.push(...(observer.takeRecords() as unknown as Shift[]));
    observer.disconnect();
    const named = ({ node }: { node: Node | null }): string =>
      node instanceof Element ? node.outerHTML.slice(0, 100) : (node?.textContent ?? 'gone');
    return {
      shift: shifts.map(({ value }) => value).reduce((sum, value) => sum + value, 0),
      moved: shifts.flatMap(({ sources }) => sources.map(named)),
    };
  });
}

async function isSteady(what: string, work: () => Promise<void>): Promise<void> {
  const { shift, moved } = await shiftDuring(work);
  expect(shift, `${what} moved ${moved.join('\n')}`).toBeLessThanOrEqual(0.01);
}

test('a jump would be seen', async () => {
  const { shift } = await shiftDuring(async () => {
    await sample.app.page.evaluate(() => {
      const gap = document.createElement('div');
      gap.style.height = '80px';
      document.querySelector('main')!.prepend(gap);
      setTimeout(() => gap.remove(), 100);
    });
    await sample.app.page.waitForTimeout(200);
  });
  expect(shift).toBeGreaterThan(0.01);
});

test('every screen comes as it stays', async () => {
  for (const screen of screenNames) await isSteady(screen, () => goTo(sample.app, screen));
});

test('a table that is filtered keeps its place', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await isSteady('the filter', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('tech');
    await page.keyboard.press('Enter');
  });
  await isSteady('clearing it', async () => page.keyboard.press('Escape'));
});

test('sheets, palette and inspector move nothing that stays', async () => {
  const { page } = sample.app;
  for (const chord of ['Control+k', 'Control+t', 'F1'])
    await isSteady(chord, async () => {
      await page.keyboard.press(chord);
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    });
});

test('another language changes the words alone', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Overview');
  for (const name of ['中文', 'English']) {
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').waitFor();
    await page.keyboard.type('lang');
    await page.getByText(name).first().waitFor();
    await isSteady(name, async () => {
      await page.keyboard.press('Enter');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    });
  }
});
