// A new book leads a clerk on: from its making to a book with entities and accounts, by field and by rows from Excel, with the
// keyboard alone, in both languages; then the first bill.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';
import { startChromium } from '../../build/stand-in/chromium.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import { Flow, ask } from './flows/flow.ts';

let browser: Browser;
let app: RunningApp;
let home: string;
beforeAll(async () => {
  builtProgram();
  browser = await startChromium();
}, 120_000);
afterAll(async () => browser.close());
afterEach(async () => {
  await app.kill();
  rmSync(home, { recursive: true, force: true });
});

/** A fresh start, and a new book made from it. */
async function beginNewBook(name: string): Promise<Flow> {
  home = mkdtempSync(join(tmpdir(), 'purser-starter-'));
  app = await launchApp({ browser, home });
  await app.page.locator('button:focus').first().waitFor({ timeout: 30_000 });
  const flow = await Flow.begin(app);
  await flow.press('Tab', 'Enter');
  await flow.page.locator('dialog[open] input').first().waitFor();
  await flow.type(name);
  const place = join(home, name);
  await app.answerDialog([place]);
  await flow.press('Mod+Enter');
  await flow.page.locator('main ol').waitFor({ timeout: 30_000 });
  expect(existsSync(place)).toBe(true);
  return flow;
}

const rowsOf = async (list: 'entities' | 'accounts'): Promise<readonly ListRow[]> =>
  (await ask<{ rows: readonly ListRow[] }>(app, list, {})).rows;

/** Pastes rows into the open sheet, as the clipboard would. */
async function paste(flow: Flow, text: string): Promise<void> {
  await flow.page.locator('dialog[open] textarea').waitFor();
  await flow.page.evaluate((rows) => document.execCommand('insertText', false, rows), text);
}

async function closed(flow: Flow): Promise<void> {
  await flow.page.locator('dialog[open]').waitFor({ state: 'detached' });
}

test('a first run is one key away from the first useful table', async () => {
  home = mkdtempSync(join(tmpdir(), 'purser-starter-'));
  app = await launchApp({ browser, home });
  await app.page.locator('button:focus').first().waitFor({ timeout: 30_000 });
  const flow = await Flow.begin(app);
  await flow.press('Enter');
  await flow.page.locator('main[aria-label=Overview] [role=gridcell] .text').first().waitFor({ timeout: 30_000 });
  await flow.done(2);
}, 60_000);

test('from New Book by field to an entity and an account, by keyboard', async () => {
  const flow = await beginNewBook('Field Group');
  await flow.page.locator('main li .primary', { hasText: 'Add entity' }).waitFor();
  await flow.press('Mod+N');
  await flow.page.locator('dialog[open] input:focus').waitFor();
  await flow.type('HQ');
  await flow.press('Tab');
  await flow.type('Field Group Ltd');
  await flow.canUse('Add 1 entity');
  await flow.press('Mod+Enter');
  await closed(flow);
  await flow.sees('1 entity');
  await flow.page.locator('main li .primary', { hasText: 'Add account' }).waitFor();

  await flow.press('Mod+N');
  await flow.page.locator('dialog[open] select:focus').waitFor();
  await flow.type('Tencent');
  await flow.press('Tab');
  await flow.type('100012345678');
  await flow.press('Tab');
  await flow.type('root');
  await flow.press('Tab');
  await flow.type('Field');
  await flow.press('Tab');
  await flow.type('Group');
  await flow.canUse('Add 1 account');
  await flow.press('Mod+Enter');
  await closed(flow);
  await flow.sees('100012345678');
  await flow.page.locator('main li .primary', { hasText: 'Import' }).waitFor();
  await flow.done(40);
  expect(await rowsOf('entities')).toMatchObject([{ id: 'HQ', name: 'Field Group Ltd', currency: 'CNY' }]);
  expect(await rowsOf('accounts')).toMatchObject([
    { id: 'tencent:100012345678', name: 'root', entity: 'HQ', role: 'group-admin', currency: 'CNY' },
  ]);
}, 60_000);

test('in Chinese, by rows from Excel: what is wrong stands in its cell, what a rule refuses by its row', async () => {
  const flow = await beginNewBook('Excel Group');
  await flow.page.evaluate(() => window.purser.command('setSettings', { language: 'zh-CN' }));
  await flow.sees('三步开始第一个月');
  await flow.press('Mod+Shift+V');
  await paste(flow, '简称代码\t名称\t中文名称\t币种\nHQ\tHead Office\t总部\tCNY\nSH\tShanghai\t上海\t\n');
  await flow.canUse('添加 2 个主体');
  await flow.press('Mod+Enter');
  await closed(flow);
  // The note of what was entered comes before the step that follows: only then do the keys mean accounts.
  await flow.page.locator('main li .primary', { hasText: '添加账号' }).waitFor();
  await flow.sees('2 个主体');

  await flow.press('Mod+Shift+V');
  await paste(flow, '腾讯云\t100000000001\troot\tHQ\t集团管理账号\t\n腾迅\t100000000002\tshop\t上海\t成员账号\t\n');
  const bad = flow.page.locator('dialog[open] td.bad');
  await bad.first().waitFor();
  expect(await bad.allInnerTexts()).toEqual(['腾迅\n没有此名称']);
  expect(await flow.page.locator('dialog[open] footer .primary').getAttribute('aria-disabled')).toBe('true');
  await flow.press('Mod+A');
  await paste(flow, '腾讯云\t100000000001\troot\tHQ\t集团管理账号\t\n腾讯云\t100000000001\tshop\t上海\t成员账号\t\n');
  await flow.page.locator('dialog[open] [role=alert]', { hasText: '第 2 行' }).waitFor();
  expect(await rowsOf('accounts')).toEqual([]);
  await flow.press('Mod+A');
  await paste(flow, '腾讯云\t100000000001\troot\tHQ\t集团管理账号\t\n腾讯云\t100000000002\tshop\t上海\t成员账号\t\n');
  await flow.canUse('添加 2 个账号');
  await flow.press('Mod+Enter');
  await closed(flow);
  await flow.sees('100000000002');
  expect(await rowsOf('accounts')).toMatchObject([
    { id: 'tencent:100000000001', entity: 'HQ', role: 'group-admin' },
    { id: 'tencent:100000000002', entity: 'SH', role: 'member' },
  ]);
}, 60_000);
