// A list of more rows than the window hands over, written out by the main process: the cells read as on the screen, in the
// language of the window.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BookWindows } from './book-windows.ts';
import { settled } from './sample-window.ts';
import { makeBookBy, openBookOf } from './small-books.ts';

const patience = { timeout: 60_000 };
const windows = new BookWindows();
const [admin, period] = ['100000000001', '2026-10'] as const;
const rows = 10_020;
const heading =
  'Payer Account ID,Owner Account ID,Product Code,Transaction Time,Component List Price,Component Usage,Original Cost,Total Amount After Discount (Excluding Tax),Currency,Bill Month';

/** A month of lines of as many products, priced by a multiplier, one by a price of its own. */
function makeLongMonth(): Promise<void> {
  return makeBookBy(windows.book, async ({ enter, importBill }) => {
    await enter('addEntity', { code: 'A', name: 'Harbour', currency: 'CNY' });
    const account = { provider: 'tencent', entity: 'A', currency: 'CNY', id: admin, role: 'group-admin' } as const;
    await enter('addAccount', account);
    const offer = { provider: 'tencent', holder: admin } as const;
    await enter('addOffer', { ...offer, kind: 'multiplier', value: '0.7' });
    await enter('addOffer', { ...offer, product: 'p_0', kind: 'unit-price', value: '0.6' });
    const lines = Array.from(
      { length: rows },
      (_, place) => `${admin},${admin},p_${place},2026-10-30 10:59:08,1,1,1.00,0.70,CNY,${period}`,
    );
    await importBill([heading, ...lines, ''].join('\n'));
    await enter('runCharges', { period });
  });
}

test('offers and codes of a long list are written in the language of the window', async () => {
  await makeLongMonth();
  const app = await windows.open();
  await openBookOf(app);
  const { page } = app;
  for (const [language, tab, offers, category] of [
    ['zh-CN', '明细', ['合同单价 0.6', '×0.70（7 折）'], '用量'],
    ['en', 'Lines', ['unit price 0.6', '×0.70 (30% off)'], 'Usage'],
  ] as const) {
    await page.evaluate((chosen) => window.purser.command('setSettings', { language: chosen }), language);
    await page.keyboard.press('Control+3');
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await settled(page);
    await page.locator('[role=gridcell]').first().waitFor(patience);
    await page
      .getByText(/10,020/)
      .first()
      .waitFor(patience);
    const path = join(windows.place, `${language}.csv`);
    await app.answerDialog([path]);
    await page.keyboard.press('Control+e');
    await page.locator('.toast', { hasText: path }).waitFor(patience);
    const [titles = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(rows);
    const at = (title: RegExp): number => titles.split(',').findIndex((one) => title.test(one));
    const cells = lines.map((line) => line.split(','));
    const column = (title: RegExp): readonly string[] => [...new Set(cells.map((line) => line[at(title)]!))].sort();
    expect(column(/^(优惠方式|Offer)$/)).toEqual([...offers].sort());
    expect(column(/^(类别|Category)$/)).toEqual([category]);
  }
});
