// A clerk comes back from the vendor's console and checks the transfers off: Space and down the list, several at once, and
// what was checked by mistake taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Flow, ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => sample.close());

const patience = { timeout: 30_000 };

interface Movement {
  readonly id: string;
  readonly doneAtVendor: string;
  readonly vendorReference: string;
}

/** The allocations as the screen lists them. */
async function allocations(): Promise<readonly Movement[]> {
  const filter = [{ column: 'kind', test: 'is', value: 'allocation' }];
  return (await ask<{ rows: readonly Movement[] }>(sample.app, 'movements', { to: '2026-09-30', filter })).rows;
}

async function marks(): Promise<readonly string[]> {
  return (await allocations()).map(({ doneAtVendor }) => doneAtVendor);
}

/** Waits until the rows of the list, as far as they are named, bear these marks in the journal and on the screen. */
async function hasMarks(expected: readonly string[]): Promise<void> {
  await expect.poll(marks, patience).toEqual(expected);
  const { page } = sample.app;
  const column = await page.getByRole('columnheader', { name: 'Done at vendor' }).getAttribute('aria-colindex');
  const cells = page.locator(`[id^=movements-][aria-colindex="${column}"]`);
  await expect.poll(async () => (await cells.allInnerTexts()).slice(0, 6), patience).toEqual(expected.slice(0, 6));
}

test('transfers are checked off by Space, one after the other and several at once, and the checks are taken back', async () => {
  const { app } = sample;
  await app.page.setViewportSize({ width: 1440, height: 900 });
  await goTo(app, 'Allocations');
  const flow = await Flow.begin(app);
  await flow.press('Mod+F');
  await flow.type('type=allocation');
  await flow.press('Enter');
  await settled(app.page);
  await flow.hasFocusIn('#movements-0-0');
  const before = await marks();
  const rest = before.slice(4);
  const day = '2026-09-30';
  expect(before.length).toBeGreaterThan(6);
  expect(new Set(before)).toEqual(new Set(['']));

  await flow.press('Space', 'ArrowDown', 'Space');
  await hasMarks([day, day, '', '', ...rest]);
  await flow.press('ArrowDown', 'Shift+ArrowDown', 'Space');
  await hasMarks([day, day, day, day, ...rest]);
  await flow.press('Mod+Home', 'Space');
  await hasMarks(['', day, day, day, ...rest]);
  await flow.press('Mod+Z');
  await hasMarks([day, day, day, day, ...rest]);
  await flow.press('Mod+Z');
  await hasMarks([day, day, '', '', ...rest]);
  await flow.press('Mod+Y');
  await hasMarks([day, day, day, day, ...rest]);
  await flow.done(16);
});

test('a check taken away by mistake comes back with the reference that it bore', async () => {
  const { app } = sample;
  await app.page.setViewportSize({ width: 2200, height: 900 });
  const [first] = await allocations();
  await app.page.evaluate(
    (movement) =>
      window.purser.command('markDoneAtVendor', { movements: [movement], date: '2026-09-29', reference: 'V-7' }),
    first!.id,
  );
  await app.page.locator('#movements-0-0').focus();
  await app.page.getByText('V-7').waitFor(patience);
  await app.page.keyboard.press('Space');
  await expect.poll(async () => (await allocations())[0], patience).toMatchObject({ doneAtVendor: '' });
  await app.page.keyboard.press('Control+z');
  const again = { doneAtVendor: '2026-09-29', vendorReference: 'V-7' };
  await expect.poll(async () => (await allocations())[0], patience).toMatchObject(again);
});
