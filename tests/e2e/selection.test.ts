// A selection of the grid is what the clerk sees of it: the status bar's sums are exact (measure U16), and what is copied
// comes back from a paste as it was, identifiers as text (measure U17).
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { clipboardRows } from '../../renderer/components/grid/clipboard-rows.ts';
import { type Decimal, add, formatCoefficient, formatDecimal, parseDecimal, zero } from '../../shared/money/decimal.ts';
import { ratioOf, roundRatio } from '../../shared/money/ratio.ts';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
/** The whole table as it is copied: titles and raw values. */
let titles: readonly string[];
let rows: readonly (readonly string[])[];
let html: string;
beforeAll(async () => {
  sample = await openSampleWindow();
  await goTo(sample.app, 'Bills');
  const { page } = sample.app;
  await page.locator('main').getByRole('tab').nth(3).click();
  await settled(page);
  await page.locator('#bill-lines-0-0').click();
  await page.keyboard.press('Control+A');
  const clip = await copied();
  [titles = [], ...rows] = clipboardRows(clip.text);
  html = clip.html;
}, 120_000);
afterAll(async () => sample.close());

interface Clip {
  readonly text: string;
  readonly html: string;
}

/** Copies what is selected with its titles, and reads the clipboard as a program that pastes it. */
async function copied(): Promise<Clip> {
  await sample.app.page.keyboard.press('Control+Shift+C');
  return vi.waitFor(async () => {
    const clip = await pasted();
    expect(clip.text).toContain('\t');
    return clip;
  }, 10_000);
}

/** What a paste into a field would bring. */
async function pasted(): Promise<Clip> {
  const { page } = sample.app;
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.addEventListener('paste', ({ clipboardData }) => {
      const clip = { text: clipboardData!.getData('text/plain'), html: clipboardData!.getData('text/html') };
      Object.assign(window, { clip });
    });
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  return page.evaluate(() => {
    document.querySelector('body > textarea')!.remove();
    return (window as unknown as { clip: Clip }).clip;
  });
}

const summedTitles = ['Lines', 'List price', 'Billed'];

/** The sums per currency of a rectangle, added here from the raw values; the count of lines has no currency. */
function sumsOf(top: number, bottom: number, left: number, right: number): Readonly<Record<string, string>> {
  const sums = new Map<string, Decimal>();
  for (const row of rows.slice(top, bottom + 1))
    for (let column = left; column <= right; column += 1) {
      const value = parseDecimal(row[column]!);
      if (!summedTitles.includes(titles[column]!) || !value) continue;
      const currency = titles[column] === 'Lines' ? '' : row[titles.indexOf('Currency')]!;
      sums.set(currency, add(sums.get(currency) ?? zero, value));
    }
  const shown = (value: Decimal, currency: string): string =>
    formatCoefficient(roundRatio(ratioOf(value), currency === '' ? 0 : 2), currency === '' ? 0 : 2);
  return Object.fromEntries([...sums].map(([currency, value]) => [currency, shown(value, currency)]));
}

/** The sums that the status bar shows, per currency. */
async function sumsShown(): Promise<Readonly<Record<string, string>>> {
  const figures = await sample.app.page
    .locator('.status .figure')
    .evaluateAll((buttons) => buttons.map((button) => [...button.children].map((part) => part.textContent)));
  return Object.fromEntries(
    figures
      .filter(([name]) => name === 'Sum')
      .map(([, text]) => {
        const [, currency = '', figure = ''] = /^([A-Z]{3})?\s*(.*?)\s*$/.exec(text!)!;
        const plain = figure.replaceAll(',', '').replace(/^\((.*)\)$/, '-$1');
        return [currency, plain === '–' ? (currency === '' ? '0' : '0.00') : plain];
      }),
  );
}

/** Random numbers that are the same in every run. */
function* randoms(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

test('the table has lines of several currencies', () => {
  expect(rows.length).toBeGreaterThan(2000);
  expect(new Set(rows.map((row) => row[titles.indexOf('Currency')]))).toEqual(new Set(['CNY', 'USD']));
});

test('fifty random ranges: the status bar adds them exactly', async () => {
  const { page } = sample.app;
  const random = randoms(20_261_031);
  const upTo = (limit: number): number => Math.floor(random.next().value! * limit);
  const first = titles.indexOf('Lines');
  const last = titles.indexOf('Billed');
  let mixed = 0;
  await page.locator('[role=grid]').evaluate((grid) => grid.scrollTo({ left: 0 }));
  for (let round = 0; round < 50; round += 1) {
    const isLong = round % 2 === 0;
    const top = upTo(isLong ? rows.length / 2 : rows.length - 1);
    const bottom = Math.min(rows.length - 1, top + 1 + upTo(isLong ? rows.length : 18));
    const left = first + upTo(last - first + 1);
    const right = left + upTo(last - left + 1);
    await select(top, left);
    await select(bottom, right, true);
    const expected = sumsOf(top, bottom, left, right);
    if (Object.keys(expected).filter(Boolean).length > 1) mixed += 1;
    await expect
      .poll(sumsShown, { timeout: 10_000, message: `rows ${top} to ${bottom}, columns ${left} to ${right}` })
      .toEqual(expected);
  }
  expect(mixed, 'ranges of several currencies').toBeGreaterThan(3);
});

/** Brings a cell into view and points at it. */
async function select(row: number, column: number, isEnd = false): Promise<void> {
  const { page } = sample.app;
  const rowHeight = 28;
  await page.locator('[role=grid]').evaluate((grid, top) => grid.scrollTo({ top }), Math.max(0, row - 5) * rowHeight);
  await page.locator(`#bill-lines-${row}-${column}`).click({ modifiers: isEnd ? ['Shift'] : [] });
}

test('what was copied is pasted as it was, and as HTML identifiers stay text', async () => {
  const { page } = sample.app;
  const account = titles.indexOf('Account ID');
  const read = await page.evaluate((markup) => {
    const table = new DOMParser().parseFromString(markup, 'text/html').querySelector('table')!;
    return [...table.rows].map((row) =>
      [...row.cells].map((cell) => ({ text: cell.textContent, style: cell.getAttribute('style') ?? '' })),
    );
  }, html);
  expect(read.map((row) => row.map(({ text }) => text))).toEqual([titles, ...rows]);
  const isText = (style: string): boolean => /mso-number-format:\s*'?\\@/.test(style);
  for (const row of read.slice(1)) {
    expect(row[account]!.text).toMatch(/^\d{12}$/);
    expect(isText(row[account]!.style)).toBe(true);
    expect(isText(row[titles.indexOf('Billed')]!.style)).toBe(false);
  }
  for (const row of rows)
    for (const title of ['List price', 'Billed']) {
      const written = row[titles.indexOf(title)]!;
      expect(formatDecimal(parseDecimal(written)!), `${title} ${written}`).toBe(written);
    }
});
