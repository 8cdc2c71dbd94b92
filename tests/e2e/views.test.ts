// Saved views by keys alone (ux/conventions.md §3.4): named, found in sidebar and palette, opened as they were, renamed,
// deleted and undone, carried to another computer in a file, and there again after a restart.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SampleWindow, goTo, openSampleWindow, settled } from './sample-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-views-'));
let sample: SampleWindow;
beforeAll(async () => {
  sample = await openSampleWindow();
}, 120_000);
afterAll(async () => {
  await sample.close();
  rmSync(folder, { recursive: true });
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sample.app.page.keyboard.press(key);
}

/** Runs what the palette finds first. */
async function command(words: string, found: string): Promise<void> {
  const { page } = sample.app;
  await press('Control+K');
  await page.locator('dialog input').waitFor();
  await page.keyboard.type(words);
  await page.locator('dialog [role=option]').first().getByText(found, { exact: true }).waitFor();
  await press('Enter');
}

/** Chooses an item of the menu of views. */
async function choose(item: string): Promise<void> {
  const { page } = sample.app;
  await command('saved views', 'Saved Views…');
  await page.getByRole('menu').waitFor();
  await page.getByRole('menu').getByText(item, { exact: true }).locator('..').focus();
  await press('Enter');
}

const inSidebar = (): Promise<readonly string[]> => sample.app.page.locator('.sidebar .view').allInnerTexts();
const filter = (): Promise<string> => sample.app.page.locator('.filter input').inputValue();
const headings = (): Promise<readonly string[]> =>
  sample.app.page.locator('[role=columnheader]').filter({ visible: true }).allInnerTexts();

test('a view brings filter, columns, sorting and grouping back', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Balances');
  await press('Control+F');
  await page.keyboard.type('runway<15');
  await press('Enter');
  await settled(page);
  await press('Shift+F10');
  await page.getByRole('menu').getByText('Hide column').locator('..').focus();
  await press('Enter');
  const shown = await headings();
  await command('save this', 'Save This View…');
  await page.getByRole('dialog', { name: 'Save what is shown as a view' }).waitFor();
  await page.keyboard.type('Running dry');
  await press('Control+Enter');
  await expect.poll(inSidebar).toEqual(['Running dry']);
  await press('Control+F', 'Escape');
  await page.getByRole('button', { name: 'Columns' }).focus();
  await press('Enter');
  await page.getByRole('menu').getByText('Account', { exact: true }).locator('..').focus();
  await press('Enter', 'Escape');
  expect(await headings()).not.toEqual(shown);
  await goTo(sample.app, 'Overview');
  await command('running', 'Running dry');
  await page.locator('main[aria-label=Balances]').waitFor();
  expect(await filter()).toBe('runway<15');
  await expect.poll(headings).toEqual(shown);
});

test('it is renamed and deleted, and both are undone', async () => {
  const { page } = sample.app;
  await choose('Rename “Running dry”');
  await page.locator('dialog input').waitFor();
  await press('Control+A');
  await page.keyboard.type('将用尽');
  await press('Control+Enter');
  await expect.poll(inSidebar).toEqual(['将用尽']);
  await page.locator('.sidebar .view').focus();
  await press('Delete');
  await expect.poll(inSidebar).toEqual([]);
  await press('Control+Z');
  await expect.poll(inSidebar).toEqual(['将用尽']);
  await press('Control+Z');
  await expect.poll(inSidebar).toEqual(['Running dry']);
});

test('views go into a file and come back from it', async () => {
  const { app } = sample;
  const place = join(folder, 'views.json');
  await app.answerDialog([place]);
  await choose('Export views…');
  await app.page.getByText(`Views saved: ${place}`).waitFor();
  expect(JSON.parse(readFileSync(place, 'utf8'))).toMatchObject({ purser: 'views', views: [{ filter: 'runway<15' }] });
  await app.page.locator('.sidebar .view').focus();
  await press('Delete');
  await expect.poll(inSidebar).toEqual([]);
  await app.answerDialog([place]);
  await choose('Import views…');
  await expect.poll(inSidebar).toEqual(['Running dry']);
});
