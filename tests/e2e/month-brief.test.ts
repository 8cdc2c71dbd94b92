// The month brief from the overview: looked at before it is printed, in both languages, saved as PDF and read back. It is one
// page of A4, and says what the screen says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../../build/launch-app.ts';
import { formatAmount, formatChange } from '../../shared/money/display.ts';
import { type Minor, parseMinor } from '../../shared/money/minor.ts';
import { figureNames } from '../../shared/reports/overview-figures.ts';
import type { Overview } from '../../shared/reports/overview.ts';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow } from './sample-window.ts';

const period = '2026-09';
const folder = mkdtempSync(join(tmpdir(), 'purser-brief-'));
let sample: SampleWindow;
let app: RunningApp;
let page: Page;
beforeAll(async () => {
  sample = await openSampleWindow();
  ({ app } = sample);
  ({ page } = app);
}, 120_000);
afterAll(async () => {
  await sample.close();
  rmSync(folder, { recursive: true });
});

/** The text of a PDF of one page of A4, blanks left out. */
async function textOf(path: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  expect(pdf.numPages).toBe(1);
  const only = await pdf.getPage(1);
  expect([Math.round(only.view[2]!), Math.round(only.view[3]!)]).toEqual([595, 842]);
  const { items } = await only.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** What the screen says of a row's figures, as a document of a language writes it. */
function said(row: Overview['figures'][number], language: 'en' | 'zh'): readonly string[] {
  const currency = row['currency']!;
  const minor = (column: string): Minor => parseMinor(row[column] ?? '', currency)!;
  return figureNames.flatMap((name) => {
    const [now, before] = [minor(name), minor(`${name}Previous`)];
    const change = now === 0n && before === 0n ? '' : formatChange(now, before, currency, language);
    return [formatAmount(now, currency, language), change];
  });
}

test('Mod+P shows the brief, in the language of the window first; saved, each is one page with the figures of the screen', async () => {
  await goTo(app, 'Overview');
  const told = await ask<Overview>(app, 'overview', { period });
  await page.keyboard.press('Control+p');
  const options = page.locator('dialog[open] [role=option]');
  await options.first().waitFor();
  expect(await options.allInnerTexts()).toEqual([
    expect.stringContaining('English'),
    expect.stringContaining('Chinese'),
  ]);
  for (const [place, language, title] of [
    [0, 'en', 'MONTHBRIEF'],
    [1, 'zh', '月度简报'],
  ] as const) {
    if (place > 0) await page.keyboard.press('ArrowDown');
    await page.locator('dialog[open] .page.month-brief').waitFor();
    await page.locator(`dialog[open] .month-brief.${language}`).waitFor();
    expect(await page.locator('dialog[open] .page').count()).toBe(1);
    const path = join(folder, `${language}.pdf`);
    await app.answerDialog([path]);
    await page.keyboard.press('Control+Enter');
    await page.getByText(`Saved as ${path}`).waitFor();
    const text = await textOf(path);
    expect(text).toContain(title);
    for (const row of told.figures)
      for (const piece of said(row, language)) expect([piece, text.includes(piece)]).toEqual([piece, true]);
    for (const { name, nameZh } of told.entities as readonly Record<string, string>[])
      expect(text).toContain((language === 'zh' ? nameZh! : name!).normalize('NFKC').replace(/\s/g, ''));
    for (const { count } of told.work) expect(text).toContain(String(count));
    for (const row of told.movers.rows)
      expect(text).toContain(formatAmount(parseMinor(row['delta']!, row['currency']!)!, row['currency']!, language));
    for (const row of told.runway.slice(0, 5)) expect(text).toContain(row['name']);
    for (const month of told.history.months) expect(text).toContain(month.period.slice(2));
  }
  await page.keyboard.press('Escape');
});

test('the brief of a month that is not run yet says so and is marked provisional', async () => {
  await page.keyboard.press('Control+PageDown');
  await page.getByRole('heading', { name: /2026-10/ }).waitFor();
  await page.getByRole('button', { name: 'Month brief' }).click();
  const shown = page.locator('dialog[open] .month-brief');
  await shown.waitFor();
  expect(await shown.locator('.watermark').innerText()).toBe('PROVISIONAL 暂估');
  expect(await shown.innerText()).toContain('To run');
  await page.keyboard.press('Escape');
});
