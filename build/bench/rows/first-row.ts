// How long until there is something to work on (measure U12): from the start of the program to the first row of a large
// group's book, the browser's own start with it; and from the first run to the first table of the sample book.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, builtProgram, launchApp } from '../../launch-app.ts';
import { budget } from '../../sample/sizes.ts';
import { startChromium } from '../../stand-in/chromium.ts';
import { chargedBook } from '../charged-book.ts';
import type { Contest, Sample } from '../contest.ts';
import { pairedRuns } from '../paired.ts';
import { closeWindow, coverOf } from '../window/shown-book.ts';

const patience = { timeout: 60_000 };
const firstRow = 'main[aria-label=Overview] [role=gridcell] .text';
const firstScreen = 'button:focus';

/** A program on a home of its own, in a browser of its own, started and gone again; `since` is when it was started. */
async function withProgram<T>(
  args: readonly string[],
  work: (app: RunningApp, since: number) => Promise<T>,
): Promise<T> {
  builtProgram();
  await closeWindow();
  const home = mkdtempSync(join(tmpdir(), 'purser-bench-start-'));
  const since = performance.now();
  const browser = await startChromium();
  try {
    const app = await launchApp({ browser, home, args });
    const done = await work(app, since);
    await app.quit();
    return done;
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Seconds until an element is seen; its text is the answer. */
async function seen({ page }: RunningApp, selector: string, since: number): Promise<Sample> {
  const element = page.locator(selector).first();
  await element.waitFor(patience);
  const seconds = (performance.now() - since) / 1000;
  return { seconds, answer: await element.innerText() };
}

/** The sample book opened from the first run by its one key. */
async function openSample(app: RunningApp): Promise<Sample> {
  await app.page.locator(firstScreen).first().waitFor(patience);
  const since = performance.now();
  await app.page.keyboard.press('Enter');
  return seen(app, firstRow, since);
}

const needsRow = (subject: string): string | undefined => (subject === '' ? 'the first row says nothing' : undefined);

const coldStart: Contest = {
  name: 'cold start to the first useful row: 480 accounts, 13 months',
  peer: 'the program without a book, to its first screen',
  mark: null,
  limitSeconds: 2.5,
  async prepare() {
    const book = coverOf(await chargedBook(budget));
    return pairedRuns(async () => ({
      subject: await withProgram([book], (app, since) => seen(app, firstRow, since)),
      peer: await withProgram([], (app, since) => seen(app, firstScreen, since)),
    }));
  },
  objection: needsRow,
};

const firstRun: Contest = {
  name: 'first run to the first useful table: the sample book made and opened',
  peer: 'the same book opened again',
  mark: null,
  limitSeconds: 3,
  prepare: () =>
    Promise.resolve(
      pairedRuns(() =>
        withProgram([], async (app) => {
          const subject = await openSample(app);
          await app.page.evaluate(() => window.purser.command('closeBook', {}));
          return { subject, peer: await openSample(app) };
        }),
      ),
    ),
  objection: needsRow,
};

export const firstRowContests: readonly Contest[] = [coldStart, firstRun];
