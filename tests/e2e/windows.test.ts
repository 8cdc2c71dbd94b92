// Another window on the same book, for a second screen: it opens at what was looked at, each window goes its own way, the
// menu is that of the one worked in, and what is entered in one is seen in both.
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { join } from 'node:path';
import { BookWindows } from './book-windows.ts';
import { Flow } from './flows/flow.ts';
import { addEntity, coverOf, makeSmallBook, openBookOf } from './small-books.ts';

const patience = { timeout: 30_000 };
const windows = new BookWindows();
beforeEach(() => makeSmallBook(windows.book));

const pages = (): readonly Page[] =>
  windows.app.page
    .context()
    .browser()!
    .contexts()
    .flatMap((context) => context.pages());

/** Opens another window from where the first one is. */
async function openAnother(): Promise<Page> {
  await expect
    .poll(() => windows.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('newWindow')!.enabled))
    .toBe(true);
  await windows.app.clickMenu('newWindow');
  await expect.poll(() => pages().length, patience).toBe(2);
  const other = pages().find((page) => page !== windows.app.page)!;
  await other.locator('main.host h1, main.host h2').first().waitFor(patience);
  return other;
}

const screenOf = (page: Page): Promise<string | null> => page.locator('main.host').getAttribute('aria-label');

test('it opens at what is looked at, and each window goes its own way', async () => {
  const app = await windows.open();
  await openBookOf(app);
  const flow = await Flow.begin(app);
  await flow.press('Mod+7');
  await flow.sees('Ledger');
  await flow.press('Mod+F');
  await flow.type('entity:A');
  await flow.press('Enter');
  const other = await openAnother();
  await expect.poll(() => screenOf(other), patience).toBe('Balances');
  await expect.poll(() => other.locator('.filter input').inputValue(), patience).toBe('entity:A');

  await app.clickMenu('goBills');
  await expect.poll(() => screenOf(other), patience).toBe('Bills');
  expect(await screenOf(app.page)).toBe('Balances');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.focus());
  await app.clickMenu('goAllocations');
  await expect.poll(() => screenOf(app.page), patience).toBe('Allocations');
  expect(await screenOf(other)).toBe('Bills');
});

test('what the palette finds is shown in another window by Shift+Enter', async () => {
  const app = await windows.open();
  await openBookOf(app);
  const flow = await Flow.begin(app);
  await flow.press('Mod+K');
  await flow.type('@B');
  await app.page
    .locator('#palette-list [aria-selected=true]')
    .getByText('B', { exact: true })
    .first()
    .waitFor(patience);
  await flow.press('Tab');
  await app.page.locator('#palette-list').getByText('Balances').waitFor(patience);
  await flow.type('bal');
  await flow.press('Shift+Enter');
  await expect.poll(() => pages().length, patience).toBe(2);
  const other = pages().find((page) => page !== app.page)!;
  await expect.poll(() => screenOf(other), patience).toBe('Balances');
  const scope = (page: Page) => page.locator('[data-action=scope]').innerText();
  expect([await scope(other), await scope(app.page)]).toEqual(['B', 'All entities']);
  expect(await screenOf(app.page)).toBe('Overview');
});

test('what is entered in one is known in both, and closing it leaves the first at work', async () => {
  const app = await windows.open();
  const { records } = await openBookOf(app);
  const other = await openAnother();
  const answer = await other.evaluate(() =>
    window.purser.command('addEntity', { code: 'NEW', name: 'New', currency: 'CNY' }),
  );
  expect(answer.done).toBe(true);
  for (const page of [app.page, other]) await page.getByText(/ · 1 since$/).waitFor(patience);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[1]!.close());
  await expect.poll(() => pages().length, patience).toBe(1);
  expect(await addEntity(app, 'MORE')).toMatchObject({ done: true, seq: records + 2 });
  await app.clickMenu('goBills');
  await expect.poll(() => screenOf(app.page), patience).toBe('Bills');
});

test('closed while its page is loading, it leaves the first at work', async () => {
  const app = await windows.open();
  await openBookOf(app);
  const closed = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((done) => {
        const watch = setInterval(() => {
          const [, other] = BrowserWindow.getAllWindows();
          if (!other) return;
          clearInterval(watch);
          other.destroy();
          done();
        }, 1);
      }),
  );
  const view = { screen: 'balances', tab: '', period: '', scope: { entity: '', account: '' }, filter: '' };
  const answer = await app.page.evaluate((asked) => window.purser.command('openWindow', { view: asked }), view);
  await closed;
  expect(answer.done).toBe(true);
  await expect.poll(() => pages().length, patience).toBe(1);
  await app.clickMenu('goBills');
  await expect.poll(() => screenOf(app.page), patience).toBe('Bills');
});

test('it goes with its book, and with the first window', async () => {
  const app = await windows.open();
  await openBookOf(app);
  await openAnother();
  const brought = join(windows.place, 'Other');
  await makeSmallBook(brought);
  await app.answerDialog([coverOf(brought)]);
  await app.page.evaluate(() => window.purser.command('openBook', {}));
  await expect.poll(() => pages().length, patience).toBe(1);
  await openAnother();
  expect(await app.quit()).toBe(0);
  await expect.poll(pages, patience).toEqual([]);
});
