// The program around the book, as a person meets it: it starts, makes and opens books, takes dropped files, stops work,
// comes back after a power cut, and keeps to itself.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import { verifyBook } from '../../electron/book/verify-book.ts';
import type { AppAnswers, AppEvent, ChosenFile } from '../../shared/contract/app.ts';
import { type RunningApp, builtProgram, launchApp, launchSecond } from '../../build/launch-app.ts';

/** The machine may be busy. */
const patience = { timeout: 30_000 };
const folder = mkdtempSync(join(tmpdir(), 'purser-shell-'));
const home = join(folder, 'home');
const books = join(folder, 'books');
const sampleBook = join(home, 'userData/sample/Harbour Group');
let browser: Browser;
let app: RunningApp;
let bills: readonly string[];

beforeAll(async () => {
  mkdirSync(books);
  const october = join(builtProgram(), 'sample/bills/2026-10');
  bills = readdirSync(october).map((name) => join(october, name));
  browser = await startChromium();
  app = await launchApp({ browser, home });
  await app.listen();
}, 120_000);
afterAll(async () => {
  await app.kill();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = <N extends keyof AppAnswers>(name: N, of = app): Promise<AppAnswers[N]> =>
  of.page.evaluate((query) => window.purser.query(query, {} as never) as Promise<AppAnswers[N]>, name as string as N);
const records = (of = app) =>
  of.page.evaluate(async () => ((await window.purser.query('book', {})) as unknown as { records: number }).records);
const title = (of = app) => of.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle());
const cover = (book: string) =>
  join(
    book,
    readdirSync(book).find((name) => name.endsWith('.purser'))!,
  );

async function told<T extends AppEvent['topic']>(topic: T): Promise<readonly Extract<AppEvent, { topic: T }>[]> {
  const events = await app.toldEvents();
  return events.filter((event): event is Extract<AppEvent, { topic: T }> => event.topic === topic);
}

test('the first window shows ways to begin; Enter opens the sample book', async () => {
  expect(await ask('openBook')).toBeNull();
  const code = { done: false, refusals: [{ code: 'noBookOpen' }] };
  expect(await app.send('purser:query', { name: 'entities', input: {} })).toMatchObject(code);
  const unlisted = { name: 'openBook', input: { recent: 'no token of the list' } };
  expect(await app.send('purser:command', unlisted)).toMatchObject({ done: false, refusals: [{ code: 'notRecent' }] });
  await app.page.keyboard.press('Enter');
  await expect
    .poll(() => ask('openBook'), patience)
    .toMatchObject({ name: 'Harbour Group', sample: true, readOnly: null });
  await app.page.getByText('Sample book').waitFor();
  expect(await title()).toBe('Harbour Group – Purser');
});

test('the page is sandboxed, isolated and has no Node', async () => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Electron.WebPreferences;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
  expect(await app.page.evaluate(() => Object.keys(window.purser))).toEqual(['command', 'query', 'onChanged']);
});

test('a new book is made where the dialog says, and opened again from the list', async () => {
  const place = join(books, 'Group');
  await app.answerDialog([place]);
  const made = await app.page.evaluate(() =>
    window.purser.command('newBook', { name: 'A & B Group', nameZh: '甲乙集团', baseCurrency: 'CNY' }),
  );
  expect(made).toMatchObject({ done: true });
  expect(await ask('openBook')).toMatchObject({ name: 'A & B Group', nameZh: '甲乙集团', sample: false });
  const [newest] = await app.evaluate(({ app }) => app.getRecentDocuments());
  expect(newest).toBe(join(place, 'A & B Group.purser'));
  await app.page.evaluate(() => window.purser.command('closeBook', {}));
  expect([await ask('openBook'), await title()]).toEqual([null, 'Purser']);
  const recent = await ask('recentBooks');
  expect(recent.map(({ name, missing }) => [name, missing])).toEqual([
    ['A & B Group', false],
    ['Harbour Group', false],
  ]);
  await app.clickMenu(`recent:${recent[0]!.token}`);
  await expect.poll(() => ask('openBook'), patience).toMatchObject({ name: 'A & B Group' });
  expect(verifyBook(place, {}).differences).toEqual([]);
});

test('a dialog that is cancelled changes nothing', async () => {
  const before = readdirSync(books);
  for (const command of ['newBook', 'openBook'] as const) {
    await app.answerDialog([]);
    const input = command === 'newBook' ? { name: 'Nowhere', baseCurrency: 'CNY' } : {};
    const answer = await app.page.evaluate(
      ([name, given]) => window.purser.command(name, given as { name: string; baseCurrency: string }),
      [command, input] as const,
    );
    expect(answer.done).toBe(true);
  }
  expect(readdirSync(books)).toEqual(before);
  expect(await ask('openBook')).toMatchObject({ name: 'A & B Group' });
});

test('a second start hands its book to the first and ends', async () => {
  expect(await launchSecond({ browser, home, args: [cover(sampleBook)] })).toBe(0);
  await expect.poll(() => ask('openBook'), patience).toMatchObject({ name: 'Harbour Group' });
});

test('a book that another program writes to is opened for reading, and says who has it', async () => {
  const other = openBookFolder(join(books, 'Group'), { holder: { holder: 'Chen Wei', since: '2026-11-22T09:00:00Z' } });
  try {
    const group = (await ask('recentBooks')).find(({ name }) => name === 'A & B Group')!;
    await app.page.evaluate((recent) => window.purser.command('openBook', { recent }), group.token);
    expect(await ask('openBook')).toMatchObject({ readOnly: 'opened-elsewhere', holder: 'Chen Wei' });
  } finally {
    other.close();
  }
  await app.page.evaluate(() => window.purser.command('openSample', {}));
});

test('a menu performs its action in the page, and speaks the language of the settings', async () => {
  await app.clickMenu('goBalances');
  await expect.poll(() => told('menu')).toContainEqual({ topic: 'menu', action: 'goBalances' });
  await app.page.evaluate(() => window.purser.command('setSettings', { language: 'zh-CN', theme: 'dark' }));
  const labels = await app.evaluate(({ Menu, nativeTheme }) => [
    Menu.getApplicationMenu()!.getMenuItemById('newBook')!.label,
    nativeTheme.themeSource,
  ]);
  expect(labels).toEqual(['新建账簿(&N)…', 'dark']);
  expect(await ask('settings')).toMatchObject({ language: 'zh-CN', theme: 'dark' });
  await app.page.evaluate(() => window.purser.command('setSettings', { language: 'en', theme: 'system' }));
});

test('dropped bills reach the page as tokens, without a path, and are imported by them', async () => {
  await app.drop(bills);
  await expect.poll(async () => (await told('window')).some(({ change }) => change === 'files-dropped')).toBe(true);
  const [event] = (await told('window')).filter(({ change }) => change === 'files-dropped');
  const { files } = event as { readonly files: readonly ChosenFile[] };
  expect(files.map(({ name }) => name)).toEqual(bills.map((path) => path.slice(path.lastIndexOf('/') + 1)));
  expect(JSON.stringify(event)).not.toContain(folder);
  const answer = await app.page.evaluate(
    (paths) => window.purser.command('importBills', { paths }),
    files.map(({ token }) => token),
  );
  expect(answer).toMatchObject({ done: true, kind: 'billsImported' });
  const work = (await told('progress')).map((each) => each.work).filter(({ kind }) => kind === 'import');
  expect([work[0]!.state, work.at(-1)!.state]).toEqual(['running', 'done']);
  expect(await told('book')).toMatchObject([{ touched: ['billsImported'] }]);
});

test('no connection left the program, whatever was looked at', async () => {
  for (const screen of ['goOverview', 'goBills', 'goBalances', 'goAllocations', 'goImport', 'settings'])
    await app.clickMenu(screen);
  const requests = app.asked.filter(({ kind }) => kind === 'request') as readonly { readonly url: string }[];
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter(({ url }) => !url.startsWith('app://purser/'))).toEqual([]);
});

test('names from outside are text, whatever they look like', async () => {
  const names = ['<img src=x onerror="window.ran = true">', `=cmd|' /C calc'!A0`, '{@html ran}'];
  for (const [at, name] of names.entries()) {
    const entity = { code: `X${at}`, name, nameZh: name, country: 'CN', currency: 'CNY' };
    const account = {
      provider: 'tencent',
      id: `99900000${at}`,
      name,
      entity: `X${at}`,
      role: 'member',
      currency: 'CNY',
    };
    for (const [command, input] of [
      ['addEntity', entity],
      ['addAccount', account],
    ] as const)
      expect(
        await app.page.evaluate(([to, given]) => window.purser.command(to, given as never), [command, input] as const),
      ).toMatchObject({ done: true });
  }
  await app.clickMenu('goOverview');
  for (const name of names) await app.page.getByText(name).first().waitFor({ state: 'attached' });
  await app.clickMenu('palette');
  await app.page.keyboard.type('img');
  await app.page.getByRole('option').getByText(names[0]!).first().waitFor();
  await app.page.keyboard.press('Escape');
  expect(await app.page.evaluate(() => 'ran' in window)).toBe(false);
});

test('messages that nobody would send are refused, and nothing comes of them', async () => {
  const before = [await records(), readdirSync(books).join()];
  const proto = JSON.parse('{"name":"settings","input":{},"__proto__":{"name":"x"}}') as object;
  const messages: readonly unknown[] = [
    undefined,
    null,
    'settings',
    [],
    {},
    { name: '__proto__', input: {} },
    { name: 'constructor', input: {} },
    { name: 'toString', input: {} },
    { name: 'importBills', input: { paths: ['../../etc/passwd'] } },
    { name: 'importBills', input: { paths: [{ toString: 'x' }] } },
    { name: 'openBook', input: { recent: books } },
    { name: 'openBook', input: { path: books } },
    { name: 'newBook', input: { name: 'x', baseCurrency: 'CNY', path: books } },
    { name: 'createBook', input: { name: 'x', baseCurrency: 'CNY' } },
    { name: 'topUp', input: {}, desk: '', by: 'somebody else' },
    { dropped: [1, 2] },
    { dropped: [], name: 'settings', input: {} },
    { name: 'accounts', input: { limit: 1e9 } },
    { name: 'explain', input: { figure: 'x'.repeat(10_000) } },
    proto,
  ];
  for (const channel of ['purser:command', 'purser:query'])
    for (const message of messages) {
      if (channel === 'purser:query' && message === proto) continue;
      const answer = (await app.send(channel, message)) as { done: boolean; refusals: readonly object[] };
      expect(answer.done, `${channel} ${JSON.stringify(message)}`).toBe(false);
      expect(answer.refusals.length).toBeGreaterThan(0);
    }
  await expect(app.send('purser:read', 'x')).rejects.toThrow('No handler');
  expect([await records(), readdirSync(books).join()]).toEqual(before);
});

/** A bill that takes a while to read: the rows of a small one, many times. */
function largeBill(): string {
  const [heading, ...rows] = readFileSync(bills[0]!, 'utf8').trimEnd().split('\n');
  const path = join(folder, 'large.csv');
  writeFileSync(path, `${heading}\n${`${rows.join('\n')}\n`.repeat(1_000)}`);
  return path;
}

/** Begins to import the large bill and waits until it is being read; the answer is kept in the page. */
async function beginImport(of: RunningApp, path: string): Promise<void> {
  await of.listen();
  await of.answerDialog([path]);
  await of.page.evaluate(async () => {
    const { result } = (await window.purser.command('chooseBills', {})) as unknown as {
      result: { files: { token: string }[] };
    };
    const paths = result.files.map(({ token }) => token);
    Object.assign(window, { importing: window.purser.command('importBills', { paths, duplicates: 'keep' }) });
  });
  const isReading = () =>
    (window as unknown as { told: AppEvent[] }).told.some(
      (event) => event.topic === 'progress' && event.work.kind === 'import' && event.work.done > 0,
    );
  await of.page.waitForFunction(isReading, undefined, { polling: 10 });
}

test('an import that is cancelled has not happened', async () => {
  const before = await records();
  await beginImport(app, largeBill());
  const bar = await app.evaluate(
    ({ BrowserWindow }) => (BrowserWindow.getAllWindows()[0] as unknown as { progress: number }).progress,
  );
  expect(bar).toBeGreaterThan(0);
  const answer = await app.page.evaluate(async () => {
    const [work] = await window.purser.query('work', {});
    await window.purser.command('cancelWork', { work: work!.id });
    return (window as unknown as { importing: Promise<unknown> }).importing;
  });
  expect(answer).toMatchObject({ done: false, refusals: [{ code: 'cancelled' }] });
  expect(await records()).toBe(before);
});

test('after a power cut in mid-import the book is as it was', async () => {
  const place = join(folder, 'second-home');
  const first = await launchApp({ browser, home: place });
  await first.page.evaluate(() => window.purser.command('openSample', {}));
  const before = await records(first);
  await beginImport(first, largeBill());
  await first.kill();
  const second = await launchApp({ browser, home: place });
  await second.page.evaluate(() => window.purser.command('openSample', {}));
  expect(await ask('openBook', second)).toMatchObject({ readOnly: null });
  expect(await records(second)).toBe(before);
  expect(verifyBook(join(place, 'userData/sample/Harbour Group'), {}).differences).toEqual([]);
  expect(await second.quit()).toBe(0);
});

test('closing while work runs asks first', async () => {
  const place = join(folder, 'third-home');
  const closing = await launchApp({ browser, home: place });
  await closing.page.evaluate(() => window.purser.command('openSample', {}));
  await beginImport(closing, largeBill());
  const close = () => closing.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await closing.answerDialog(0);
  await close();
  expect(await ask('openBook', closing)).toMatchObject({ name: 'Harbour Group' });
  await closing.answerDialog(1);
  await close();
  expect(await closing.quit()).toBe(0);
});
