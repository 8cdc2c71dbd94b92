// The window on the sample book, as tests share it: started on a home of its own, and gone without a trace.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../../build/stand-in/chromium.ts';
import { en } from '../../renderer/i18n/en.ts';
import { zhCN } from '../../renderer/i18n/zh-cn.ts';
import { openSample } from './flows/flow.ts';
import { type RunningApp, builtProgram, launchApp } from '../../build/launch-app.ts';

export interface SampleWindow {
  readonly app: RunningApp;
  close(): Promise<void>;
}

/** Starts the program and opens the sample book; the caller closes it. */
export async function openSampleWindow(): Promise<SampleWindow> {
  builtProgram();
  const home = mkdtempSync(join(tmpdir(), 'purser-sample-'));
  const browser = await startChromium();
  const app = await launchApp({ browser, home });
  await openSample(app);
  return {
    app,
    close: async () => {
      await app.kill();
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The screens by the keys that lead there, named as they are headed in English. */
const screenKeys = {
  Overview: ['Control+1'],
  Bills: ['Control+3'],
  Balances: ['Control+7'],
  Allocations: ['Control+8'],
  Import: ['g', 'p'],
  Settings: ['Control+,'],
} as const;
export type ScreenName = keyof typeof screenKeys;
export const screenNames = Object.keys(screenKeys) as ScreenName[];

/** Goes to a screen by keys, and waits until it has been read; `texts` are those of the window's language. */
export async function goTo(
  { page }: RunningApp,
  screen: ScreenName,
  texts: typeof en | typeof zhCN = en,
): Promise<void> {
  for (const key of screenKeys[screen]) await page.keyboard.press(key);
  const title = texts[`${screen.toLowerCase() as Lowercase<ScreenName>}.title`];
  await page.locator(`main[aria-label=${title}]`).waitFor({ timeout: 30_000 });
  await settled(page);
}

/** Waits until a screen has been read: no bones, and no list that is still asking. */
export async function settled(page: RunningApp['page']): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.bones, [aria-busy=true]'));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
