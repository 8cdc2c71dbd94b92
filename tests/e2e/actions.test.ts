// What the window offers in menu, palette and sheet is carried out by what is open, and nothing else is offered.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { text as textOf } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { openPromise } from 'yauzl';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { type Action, type ActionId, actions, planned } from '../../shared/contract/actions.ts';
import { Flow, ask, openSample } from './flows/flow.ts';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';

const patience = { timeout: 30_000 };
const folder = mkdtempSync(join(tmpdir(), 'purser-actions-'));
let browser: Browser;
let app: RunningApp;

beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
  app = await launchApp({ browser, home: join(folder, 'home') });
  await openSample(app);
}, 120_000);
afterAll(async () => {
  await app.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What stands in the menus and may be clicked, without what Chromium does itself. */
const inMenu = (): Promise<readonly string[]> =>
  app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()!
      .items.flatMap((menu) => menu.submenu?.items ?? [])
      .filter(({ enabled, role }) => enabled && !role)
      .map(({ id }) => id),
  );

async function open(screen: ActionId): Promise<void> {
  await app.clickMenu(screen);
  const title = actions[screen].en.replace('…', '');
  await app.page.locator(`main.host[aria-label="${title}"] h1`).first().waitFor(patience);
}

/** What the palette lists for commands, by their names. */
async function inPalette(): Promise<readonly string[]> {
  await app.clickMenu('palette');
  await app.page.locator('[aria-controls=palette-list]').fill('>');
  const names = await app.page.locator('#palette-list [role=option] .text').allTextContents();
  await app.page.keyboard.press('Escape');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
  return names;
}

/** What the sheet of shortcuts lists, by names. */
async function onSheet(): Promise<readonly string[]> {
  await app.clickMenu('shortcuts');
  const names = await app.page.locator('dialog[open] section p span').allTextContents();
  await app.page.keyboard.press('Escape');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
  return names;
}

const screens = ['goOverview', 'goBills', 'goBalances', 'goAllocations', 'goImport', 'settings'] as const;

test('on every screen menu, palette and sheet offer the same, and nothing that no screen carries out', async () => {
  for (const screen of screens) {
    await open(screen);
    await expect
      .poll(async () => {
        const [palette, sheet] = [await inPalette(), await onSheet()];
        return (await inMenu())
          .filter((id) => id in actions)
          .map((id): Action => actions[id as ActionId])
          .filter(({ en, chords }) => !palette.includes(en) || (chords.length > 0 && !sheet.includes(en)))
          .map(({ en }) => en);
      }, patience)
      .toEqual([]);
    expect((await inMenu()).filter((id) => planned.has(id as ActionId))).toEqual([]);
  }
});

test('an action is offered only where there is something to carry it out on', async () => {
  await open('settings');
  await expect.poll(inMenu, patience).not.toContain('history');
  await open('goBalances');
  await expect.poll(inMenu, patience).toContain('topUp');
  await open('goAllocations');
  await expect.poll(inMenu, patience).not.toContain('topUp');
});

test('the page is made larger and smaller, within bounds, and stays so', async () => {
  const zoom = () =>
    app.evaluate(({ BrowserWindow }) => {
      return (BrowserWindow.getAllWindows()[0]!.webContents as unknown as { zoomFactor: number }).zoomFactor;
    });
  const flow = await Flow.begin(app);
  await flow.press('Mod+Equal', 'Mod+Equal');
  await expect.poll(zoom).toBe(1.2);
  for (let press = 0; press < 6; press++) await flow.press('Mod+Minus');
  await expect.poll(zoom).toBe(0.8);
  await flow.press('Mod+0');
  await expect.poll(zoom).toBe(1);
});

test('a table is exported whole, as it is filtered, sorted and shown, for a spreadsheet', async () => {
  const flow = await Flow.begin(app);
  const period = '2026-09';
  await flow.press('Mod+3');
  await app.page.getByRole('tab', { name: 'Lines' }).focus();
  await flow.press('Enter', 'Mod+F');
  await flow.type('list>0');
  const { rows, total } = await ask<{ rows: readonly Readonly<Record<string, string>>[]; total: number }>(
    app,
    'wholeList',
    { query: 'billLines', input: { period, filter: [{ column: 'list', test: 'above', value: '0' }] }, offset: 0 },
  );
  expect(total).toBeGreaterThan(200);
  const count = `${total.toLocaleString('en')} rows`;
  await flow.sees(count);
  const place = join(folder, 'lines.csv');
  await flow.pressForDialog('Mod+E', [place]);
  await flow.sees(`${count} exported to ${place}`);
  const text = readFileSync(place, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, ...body] = parse(text, { bom: true }) as string[][];
  expect(head!.slice(0, 4)).toEqual(['Account', 'Account ID', 'Entity', 'Product']);
  const listed = head!.indexOf('List price');
  expect(body.map((cells) => [cells[1], cells[listed]])).toEqual(
    rows.map((row) => [/^\d+$/.test(row['owner']!) ? `="${row['owner']}"` : row['owner'], row['list']]),
  );
});

test('named as a workbook it is one: real numbers and days, identifiers as text, its heading frozen and filtered', async () => {
  const flow = await Flow.begin(app);
  const place = join(folder, 'lines.xlsx');
  await app.page.locator('main [role=gridcell]').first().focus();
  await flow.pressForDialog('Mod+E', [place]);
  await flow.sees(`exported to ${place}`);
  const zip = await openPromise(place, { lazyEntries: true });
  const sheets: string[] = [];
  for await (const entry of zip.eachEntry())
    if (entry.fileName.includes('sheet1')) sheets.push(await textOf(await zip.openReadStreamPromise(entry)));
  expect(sheets[0]).toMatch(/<c s="2" t="inlineStr"><is><t xml:space="preserve">\d{12}<\/t>/);
  expect(sheets[0]).toMatch(/<c s="3"><v>46\d{3}<\/v><\/c>/);
  expect(sheets[0]).toMatch(/<c><v>\d+\.\d+<\/v><\/c>/);
  expect(sheets[0]).toContain('state="frozen"');
});

test('what was saved is shown in its folder from the note that says so', async () => {
  await app.page.locator('.toast').getByRole('button', { name: 'Show in folder' }).focus();
  await app.page.keyboard.press('Enter');
  const shown = () =>
    app.evaluate((electron) => (electron as unknown as { shell: { shown: readonly string[] } }).shell.shown);
  await expect.poll(shown).toEqual([join(folder, 'lines.xlsx')]);
});

test('an export that the system refuses says so, and a cancelled one nothing', async () => {
  const flow = await Flow.begin(app);
  await app.clickMenu('goBalances');
  await flow.sees('harbour-group');
  await flow.pressForDialog('Mod+E', []);
  await flow.pressForDialog('Mod+E', [join(folder, 'no such folder', 'balances.csv')]);
  await flow.sees('No file was written or replaced.');
  await flow.press('Enter');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect(readdirSync(folder).filter((name) => name.includes('balances'))).toEqual([]);
});

test('a table is looked at as pages, saved as PDF with what narrows it, and sent to a printer', async () => {
  const flow = await Flow.begin(app);
  await flow.press('Mod+7');
  await flow.sees('harbour-group');
  await flow.press('Mod+F');
  await flow.type('runway<20');
  await flow.sees('12 rows');
  await flow.press('Mod+P');
  await flow.sees(/^\d+ pages?$/);
  const place = join(folder, 'balances.pdf');
  await flow.pressForDialog('Enter', [place]);
  await flow.sees(`Saved as ${place}`);
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
  const pages = await pdfPages(place);
  expect(pages[0]).toMatch(/Harbour Group.*Balances.*2026-09.*runway<20.*12/s);
  expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  const { rows } = await ask<{ rows: readonly Readonly<Record<string, string>>[] }>(app, 'balances', {
    asOf: '2026-09-30',
    filter: [{ column: 'runwayDays', test: 'below', value: '20' }],
  });
  for (const row of rows) expect(pages.join('\n')).toContain(row['account']);
  await flow.press('Mod+Shift+P');
  await flow.sees(/^\d+ pages?$/);
  const lies = () =>
    app.page
      .locator('dialog .page')
      .evaluateAll((all: HTMLElement[]) => all[0] && all[0].offsetWidth > all[0].offsetHeight);
  expect(await lies()).toBe(true);
  await app.page.getByRole('radio', { name: 'Portrait' }).press('Space');
  await expect.poll(lies).toBe(false);
  await app.page.getByRole('button', { name: 'Print…' }).press('Enter');
  await flow.sees('Balances sent to the printer');
});

test('a printer that takes no document says why, and the preview stays', async () => {
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const contents = Object.getPrototypeOf(webContents) as { print: Electron.WebContents['print'] };
    const usual = contents.print;
    contents.print = (_options, told) => {
      contents.print = usual;
      told?.(false, 'out of paper');
    };
  });
  const flow = await Flow.begin(app);
  await flow.press('Mod+Shift+P');
  await flow.sees(/^\d+ pages?$/);
  await app.page.getByRole('button', { name: 'Print…' }).press('Enter');
  await flow.sees('The printer did not take the document: out of paper.');
  await flow.sees('notPrinted');
  await flow.press('Escape');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
});

test('the draft documents of a month are looked at, chosen with arrows and saved', async () => {
  const flow = await Flow.begin(app);
  await flow.press('Mod+3');
  await flow.canUse(/^Documents…/);
  await flow.press('Mod+Shift+P');
  await flow.sees('Draft documents of 2026-09');
  const { rows } = await ask<{ rows: readonly Readonly<Record<string, string>>[] }>(app, 'drafts', {
    period: '2026-09',
  });
  expect(await app.page.locator('dialog [role=option]').count()).toBe(rows.length);
  await flow.hasFocusIn('[role=listbox]');
  await flow.press('ArrowDown');
  await flow.sees(/^\d+ pages?$/);
  const place = join(folder, 'bill.pdf');
  await flow.pressForDialog('Mod+Enter', [place]);
  await flow.sees(`Saved as ${place}`);
  const text = (await pdfPages(place)).join('\n');
  expect(text).toMatch(/CONSOLIDATED BILL/);
  expect(text).toContain(rows[1]!['number']);
  await flow.press('Escape');
  await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
});

/** The text of each page of a PDF file. */
async function pdfPages(path: string): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(path))));
  return text;
}
