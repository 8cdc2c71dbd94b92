// Every guard of the shell: what it keeps from happening, as a check that fails where it happens, and the patch that
// takes the guard away.
import { expect } from 'vitest';
import type { RunningApp } from '../../../build/launch-app.ts';
import type { Planted } from './plant.ts';

export interface Guard extends Planted {
  readonly name: string;
  readonly check: (app: RunningApp) => Promise<void>;
}

/** Waits until a page has asked for something and says whether it was let. */
async function wasLet(app: RunningApp, kind: string, about = ''): Promise<boolean> {
  const found = () => app.asked.find((each) => each.kind === kind && JSON.stringify(each).includes(about));
  await expect.poll(found, { timeout: 10_000 }).toBeDefined();
  return found()!.allowed;
}

async function refusalCode(app: RunningApp, channel: string, message: unknown): Promise<unknown> {
  const answer = (await app.send(channel, message)) as { refusals?: readonly { readonly code: string }[] };
  return answer.refusals?.[0]?.code;
}

const notAnswered = /Only the window of Purser is answered/;
const settingsQuery = { name: 'settings', input: {} };

export const guards: readonly Guard[] = [
  {
    name: 'a page goes nowhere else',
    file: 'main.js',
    find: 'contents.on("will-navigate", (event) => event.preventDefault());',
    replace: '',
    async check(app) {
      await app.page.evaluate(() => void (location.href = '/print.html'));
      expect(await wasLet(app, 'navigation', 'print.html')).toBe(false);
      expect(await app.page.evaluate(() => location.pathname)).toBe('/index.html');
    },
  },
  {
    name: 'a page opens no window',
    file: 'main.js',
    find: 'contents.setWindowOpenHandler(() => ({ action: "deny" }));',
    replace: '',
    async check(app) {
      await app.page.evaluate(() => void window.open('/print.html'));
      expect(await wasLet(app, 'window')).toBe(false);
      await expect.poll(() => app.page.context().pages().length).toBe(1);
    },
  },
  {
    name: 'a page downloads nothing',
    file: 'main.js',
    find: 'session.on("will-download", (event) => event.preventDefault());',
    replace: '',
    async check(app) {
      await app.page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['text']));
        link.download = 'kept.txt';
        link.click();
      });
      expect(await wasLet(app, 'download', 'kept.txt')).toBe(false);
    },
  },
  {
    name: 'a page gets no permission',
    file: 'main.js',
    find: 'session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));',
    replace: '',
    async check(app) {
      await app.page.evaluate(() => navigator.geolocation.getCurrentPosition(() => {}));
      expect(await wasLet(app, 'permission', 'geolocation')).toBe(false);
    },
  },
  {
    name: 'a page is told that it has no permission',
    file: 'main.js',
    find: 'session.setPermissionCheckHandler(() => false);',
    replace: '',
    async check(app) {
      const state = () => navigator.permissions.query({ name: 'geolocation' }).then((answer) => answer.state);
      expect(await app.page.evaluate(state)).toBe('denied');
    },
  },
  {
    name: 'no request leaves the program',
    file: 'main.js',
    find: 'cancel: !details.url.startsWith(`${appOrigin}/`)',
    replace: 'cancel: false',
    async check(app) {
      await app.evaluate(({ BrowserWindow }) => {
        void new BrowserWindow({ show: false }).loadURL('https://example.org/').catch(() => {});
      });
      expect(await wasLet(app, 'request', 'example.org')).toBe(false);
    },
  },
  {
    name: 'nobody but the main frame of the program’s own window is answered',
    file: 'main.js',
    find: 'if (!isOwn(sender) || !isMain)',
    replace: 'if (false)',
    async check(app) {
      const frame = { url: 'app://purser/index.html', isMain: false };
      const elsewhere = { url: 'https://example.org/', isMain: true };
      for (const channel of ['purser:query', 'purser:command']) {
        await expect(app.send(channel, settingsQuery, frame)).rejects.toThrow(notAnswered);
        await expect(app.send(channel, settingsQuery, elsewhere)).rejects.toThrow(notAnswered);
      }
      const other = await app.evaluate(({ BrowserWindow }) => new BrowserWindow({ show: false }).id);
      const inOther = app.send('purser:query', settingsQuery, { url: 'app://purser/index.html', isMain: true }, other);
      await expect(inOther).rejects.toThrow(notAnswered);
    },
  },
  {
    name: 'no command is given that does not fit its schema',
    file: 'main.js',
    find: 'const read = readWindowCommand(message);',
    replace: 'const read = { ok: true, input: { to: "program", ...message } };',
    async check(app) {
      const message = { name: 'setSettings', input: { language: 'en', unheardOf: 1 } };
      expect(await refusalCode(app, 'purser:command', message)).toBe('badInput');
    },
  },
  {
    name: 'no query is put that does not fit its schema',
    file: 'main.js',
    find: 'const read = readWindowQuery(message);',
    replace: 'const read = { ok: true, input: { to: "program", ...message } };',
    async check(app) {
      expect(await refusalCode(app, 'purser:query', { name: 'settings', input: { of: 'others' } })).toBe('badInput');
    },
  },
  {
    name: 'a page makes no book at a place of its own choice',
    file: 'main.js',
    find: '|| command === "createBook"',
    replace: '',
    async check(app) {
      const message = { name: 'createBook', input: { path: 'elsewhere', name: 'Book', baseCurrency: 'CNY' } };
      expect(await refusalCode(app, 'purser:command', message)).toBe('notUnderstood');
    },
  },
  {
    name: 'a page names no file that nobody chose',
    file: 'main.js',
    find: 'if (path === void 0) throw new Refused(notChosen);',
    replace: 'if (path === void 0) return token;',
    async check(app) {
      const message = { name: 'importBills', input: { paths: [import.meta.filename] } };
      expect(await refusalCode(app, 'purser:command', message)).toBe('fileNotChosen');
    },
  },
  {
    name: 'a page cannot pretend that files were dropped',
    file: 'preload.cjs',
    find: '!event.isTrusted || ',
    replace: '',
    async check(app) {
      await app.listen();
      await app.page.evaluate(async () => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['text'], 'bill.csv'));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer }));
        await window.purser.query('settings', {});
      });
      expect((await app.toldEvents()).filter((event) => event.topic === 'window')).toEqual([]);
    },
  },
  {
    name: 'no script runs that is not the program’s own',
    file: 'main.js',
    find: '\t\t\t"content-security-policy": contentPolicy,\n',
    replace: '',
    async check(app) {
      const ran = await app.page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        return 'ran' in window;
      });
      expect(ran).toBe(false);
    },
  },
];
