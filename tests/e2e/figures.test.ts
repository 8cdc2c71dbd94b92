// Every number on the screen is a link (measure U15): in every screen and tab of the sample book, what shows a number has
// a key, the key is explained, and the explanation says the number shown. A number without a key fails.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { add, formatCoefficient, formatDecimal, parseDecimal, zero } from '../../shared/money/decimal.ts';
import { ratioOf, roundRatio } from '../../shared/money/ratio.ts';
import type { Explanation } from '../../shared/reports/explain/explanation.ts';
import { ask } from './flows/flow.ts';
import type { RunningApp } from '../../build/launch-app.ts';
import { type SampleWindow, openSampleWindow, settled } from './sample-window.ts';

let sample: SampleWindow;
let app: RunningApp;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ app } = sample);
}, 120_000);
afterAll(async () => sample.close());

interface Seen {
  readonly text: string;
  /** Null where the number has no key. */
  readonly figure: string | null;
  readonly place: string;
}

/**
 * The numbers on the screen. Exempt are what the clerk types, what counts places and work (steps, tabs, badges, causes
 * of exceptions, rows of a list, the selection's own sums), chords, days and months, identifiers, and sizes of files.
 */
function numbersShown(): readonly Seen[] {
  const exempt = [
    'input, kbd, [role=tab], nav, .groups, .status, .step, .rows-shown, .identifier, time, [data-plain]',
    '.visually-hidden, [aria-hidden=true]',
  ].join(', ');
  const isNumber = /^\(?[-−–]?(?:[A-Z]{3}\s)?\d[\d,]*(?:\.\d+)?\)?(?:%|[KMB万亿])?$/;
  const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
  const seen: Seen[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.trim();
    const parent = node.parentElement!;
    if (!isNumber.test(text) || parent.closest(exempt) || parent.getClientRects().length === 0) continue;
    const key = parent.closest<HTMLElement>('[data-fig]')?.dataset['fig'] ?? null;
    seen.push({ text, figure: key, place: `${parent.tagName} ${parent.className}` });
  }
  // A mark of a chart says its figure without writing it: `Harbour Retail 2026-10: CNY 1,071,060.27`.
  for (const mark of document.querySelectorAll<HTMLElement>('main figure [role=img]')) {
    const [text = ''] = /[\d,]*\d(?:\.\d+)?\)?$/.exec(mark.ariaLabel ?? '') ?? [];
    seen.push({ text, figure: mark.dataset['fig'] ?? null, place: `mark: ${mark.ariaLabel}` });
  }
  return seen;
}

/** Whether a text shows an amount: its digits, rounded to as many decimals as the text has. */
function shows(text: string, amount: string): boolean {
  const digits = text.replace(/[^\d.]/g, '');
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const exact = parseDecimal(amount.replace('-', ''))!;
  return formatCoefficient(roundRatio(ratioOf(exact), decimals), decimals) === digits;
}

async function checkScreen(name: string): Promise<number> {
  const seen = await app.page.evaluate(numbersShown);
  expect(
    seen.filter(({ figure }) => figure === null),
    `${name}: numbers without a key`,
  ).toEqual([]);
  for (const { text, figure } of new Map(seen.map((one) => [one.figure, one])).values()) {
    const explained = await ask<Explanation>(app, 'explain', { figure: figure! });
    const isShort = /[KMB万亿%]$/.test(text);
    expect(isShort || shows(text, explained.amount), `${name}: ${figure} is ${explained.amount}, not ${text}`).toBe(
      true,
    );
    for (const parts of [explained.components, explained.settledBy])
      if (parts.length > 0)
        expect(formatDecimal(parts.map(({ amount }) => parseDecimal(amount)!).reduce(add, zero)), figure!).toBe(
          formatDecimal(parseDecimal(explained.amount)!),
        );
  }
  return seen.length;
}

/** Screens by their chords, and the tabs of each by their places. */
const screens = [
  { name: 'overview', chord: 'Control+1', tabs: 0, least: 60 },
  { name: 'bills', chord: 'Control+3', tabs: 5, least: 60 },
  { name: 'balances', chord: 'Control+7', tabs: 0, least: 60 },
  { name: 'allocations', chord: 'Control+8', tabs: 3, least: 20 },
  { name: 'import', chord: 'g p', tabs: 0, least: 10 },
];

test('every view of the balances, with and without a sheet over it', async () => {
  const { page } = app;
  await page.keyboard.press('Control+7');
  await settled(page);
  for (const view of ['By entity', 'Against vendor', 'Difference', 'Ledger']) {
    await page.locator('.segments').getByText(view, { exact: true }).click();
    await settled(page);
    await checkScreen(`balances, ${view}`);
  }
  await page.locator('#balances-ledger-0-0').focus();
  await page.keyboard.press('Control+t');
  await page.locator('dialog[open] dd[data-fig]').first().waitFor();
  expect(await checkScreen('a top-up over the balances')).toBeGreaterThan(60);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
});

test('the preview of a run of charges', async () => {
  const { page } = app;
  await page.keyboard.press('Control+Shift+r');
  await page.locator('dialog[open] td[data-fig]').first().waitFor();
  expect(await checkScreen('the preview')).toBeGreaterThan(20);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
});

test.each(screens)('$name: every number is explained', async ({ name, chord, tabs, least }) => {
  const { page } = app;
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  for (const key of chord.split(' ')) await page.keyboard.press(key);
  let count = 0;
  for (let tab = 0; tab < Math.max(1, tabs); tab += 1) {
    if (tabs > 0) await page.getByRole('tab').nth(tab).click();
    await settled(page);
    count += await checkScreen(`${name} ${tab + 1}`);
  }
  expect(count, `${name}: numbers seen`).toBeGreaterThan(least);
});
