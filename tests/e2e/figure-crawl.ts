// Reads every number that the window shows, wherever it stands, and checks that it has a key whose explanation says that
// number and whose parts sum to it (measure U15). It opens nothing by itself: what is shown is what is crawled.
// Pages to be printed stand apart in a document of their own: they are pictures of paper, and are not crawled.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../../build/launch-app.ts';
import { add, formatCoefficient, formatDecimal, parseDecimal, zero } from '../../shared/money/decimal.ts';
import { ratioOf, roundRatio } from '../../shared/money/ratio.ts';
import type { Explanation } from '../../shared/reports/explain/explanation.ts';
import { ask } from './flows/flow.ts';

export interface SeenNumber {
  readonly text: string;
  /** Null where the number has no key. */
  readonly figure: string | null;
  readonly place: string;
}

/** Where numbers need no key, and why. */
const keyless = {
  'input, textarea, select': 'is typed by the clerk',
  'kbd, time, .identifier': 'chords, instants and identifiers are no amounts',
  'nav, [role=tab], .groups, .step, .rows-shown': 'counts places and work: where they lead shows what is counted',
  '[data-plain]': 'a plain count beside the amounts, or a size',
  '.explanation': 'is itself what explains: sentence, facts that parts end in, journal lines, rows of files',
  '.history': 'is the records themselves, with their journal lines: what explanations end in',
  '.pasted': 'is what the clerk pasted, as it was read',
  '.refusals, [role=alert]': 'a refusal quotes what was written',
  '.toast, .activity': 'says what was just done, with the amounts that were confirmed',
  'dialog footer, dialog h2': 'a sheet’s verb and title repeat a figure of the sheet, which has its key',
  '.segments': 'an example of how numbers are written',
  '.visually-hidden, [aria-hidden=true]': 'repeats what is shown',
} as const;

/** All numbers on the screen, panels included, or in a part of it: texts that are one, and amounts within a text. A dialog has them all. */
export async function numbersShown(page: Page, within = 'body'): Promise<readonly SeenNumber[]> {
  const asked = [Object.keys(keyless).join(', '), within] as const;
  return page.evaluate(([exempt, part]) => {
    const whole = /^\(?[-−–]?(?:[A-Z]{3}\s)?\d[\d,]*(?:\.\d+)?\)?(?:%|[KMB万亿])?$/;
    // A discount, `×0.70 (30% off)`, is none.
    const amount = /(?<![\w.×-])\d[\d,]*\.\d{2}(?![\d.])|\b[A-Z]{3}\s\d[\d,]*(?![\d-])/;
    const dialogs = [...document.querySelectorAll('dialog[open]')];
    const walker = document.createTreeWalker(dialogs.at(-1) ?? document.querySelector(part)!, NodeFilter.SHOW_TEXT);
    const seen: { text: string; figure: string | null; place: string }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      if (!(whole.test(text) || amount.test(text))) continue;
      if (parent.closest(exempt) || parent.getClientRects().length === 0) continue;
      const figure = parent.closest<HTMLElement>('[data-fig]')?.dataset['fig'] ?? null;
      seen.push({ text, figure, place: `${parent.parentElement?.className} > ${parent.tagName} ${parent.className}` });
    }
    // A mark of a chart says its figure without writing it: `Harbour Retail 2026-10: CNY 1,071,060.27`.
    for (const mark of dialogs.length > 0 || part !== 'body'
      ? []
      : document.querySelectorAll<HTMLElement>('main figure [role=img]')) {
      const [text = ''] = /[\d,]*\d(?:\.\d+)?\)?$/.exec(mark.ariaLabel ?? '') ?? [];
      seen.push({ text, figure: mark.dataset['fig'] ?? null, place: `mark: ${mark.ariaLabel}` });
    }
    return seen;
  }, asked);
}

/** The numbers that nothing explains. */
export function withoutKey(seen: readonly SeenNumber[]): readonly SeenNumber[] {
  return seen.filter(({ figure }) => figure === null);
}

/** Whether one of the numbers of a text is an amount, rounded to as many decimals as it has. */
function shows(text: string, amount: string): boolean {
  const exact = parseDecimal(amount.replace('-', ''))!;
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].some(([number]) => {
    const digits = number.replaceAll(',', '');
    const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
    return formatCoefficient(roundRatio(ratioOf(exact), decimals), decimals) === digits;
  });
}

/** Checks all numbers that are shown now, or those of a part of the screen; how many there were. */
export async function checkNumbers(app: RunningApp, name: string, within?: string): Promise<number> {
  const seen = await numbersShown(app.page, within);
  expect(withoutKey(seen), `${name}: numbers without a key`).toEqual([]);
  for (const { text, figure } of new Map(seen.map((one) => [one.figure, one])).values()) {
    if (/^(?:allocationPlan|recoveryPlan|importTrial)|^selectionSum\?.*query=(?:allocation|recovery)Plan/.test(figure!))
      await checkDrafted(app, name, text, figure!);
    else await checkFigure(app, name, text, figure!);
  }
  return seen.length;
}

async function checkFigure(app: RunningApp, name: string, text: string, figure: string): Promise<void> {
  const explained = await ask<Explanation>(app, 'explain', { figure });
  const isShort = /[KMB万亿%]$/.test(text);
  expect(isShort || shows(text, explained.amount), `${name}: ${figure} is ${explained.amount}, not ${text}`).toBe(true);
  for (const parts of [explained.components, explained.settledBy])
    if (parts.length > 0)
      expect(formatDecimal(parts.map(({ amount }) => parseDecimal(amount)!).reduce(add, zero)), figure).toBe(
        formatDecimal(parseDecimal(explained.amount)!),
      );
}

/** A figure of a draft is explained with the draft that the window holds: it is asked there, as a clerk asks. */
async function checkDrafted({ page }: RunningApp, name: string, text: string, figure: string): Promise<void> {
  const place = page.locator(`[data-fig="${figure}"]`).first();
  await place.evaluate((element: HTMLElement) => {
    const focusable = element.matches('button, [tabindex]') ? element : element.querySelector<HTMLElement>('button');
    (focusable ?? element).focus();
  });
  await page.keyboard.press('Control+j');
  await page.locator(`[data-explains="${figure}"]`).waitFor();
  const [sentence, parts] = await page.evaluate((key) => {
    const panel = document.querySelector(`[data-explains="${key}"]`)!.parentElement!;
    const [first] = panel.querySelectorAll('table');
    const amounts = [...(first?.querySelectorAll('td.amount') ?? [])].map((cell) => cell.textContent!.trim());
    return [panel.querySelector('.sentence')!.textContent!, amounts] as const;
  }, figure);
  const [number = ''] = /\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  expect(sentence, `${name}: ${figure} shown as ${text}`).toContain(number);
  if (parts.length > 0) {
    const sum = parts.map((part) => amountOf(part)).reduce(add, zero);
    // Parts are shown with the decimals of their currency, a sum of a file with all of its own.
    const digits = number.replaceAll(',', '');
    const added = formatDecimal(sum).replace('-', '');
    const isSum = /\.\d{3}/.test(digits) ? shows(added, digits) : added === formatDecimal(parseDecimal(digits)!);
    expect(isSum, `${name}: parts of ${figure} sum to ${added}, not ${digits}`).toBe(true);
  }
  if (await page.locator('dialog .explanation').count()) await page.keyboard.press('Escape');
}

/** `(1,234.50)` as people read it, `–` for nothing. */
function amountOf(text: string): NonNullable<ReturnType<typeof parseDecimal>> {
  const digits = text.replaceAll(/[^\d.]/g, '');
  return parseDecimal(`${text.startsWith('(') ? '-' : ''}${digits || '0'}`)!;
}
