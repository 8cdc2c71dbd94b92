// Long work in the window: while a bill of a million lines is imported and a table exported no task keeps the window from
// hearing a key, and an import that is cancelled ends at once with the book as it was.
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { digestOf, listSegments, segmentPath } from '../../../electron/ledger/segment.ts';
import { nodeDisk } from '../../../electron/ledger/node-disk.ts';
import type { RunningApp } from '../../launch-app.ts';
import { budget } from '../../sample/sizes.ts';
import { benchGroup } from '../bench-group.ts';
import type { Contest, Run } from '../contest.ts';
import { chargedBook } from '../charged-book.ts';
import { emptyBook } from '../decade-book.ts';
import { pairedRuns } from '../paired.ts';
import { focusCell } from '../window/key-rows.ts';
import { timedPress } from '../window/key-probe.ts';
import { longTaskSeconds, longestTask } from '../window/longest-task.ts';
import { closeWindow, goTo, settled, showBook } from '../window/shown-book.ts';

const lines = 1_000_000;
const patience = { timeout: 120_000 };

/** The window on a new copy of an empty book, with a bill chosen; the copy is gone afterwards. */
async function withBill<T>(work: (app: RunningApp, book: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'purser-bench-long-'));
  const book = join(folder, 'book');
  cpSync(await emptyBook(), book, { recursive: true });
  try {
    const app = await showBook(book);
    await app.answerDialog([benchGroup(lines, 'tencent').bill]);
    await app.page.keyboard.press('Control+i');
    await canUse(app.page, /^Check 1 file/);
    return await work(app, book);
  } finally {
    await closeWindow();
    rmSync(folder, { recursive: true });
  }
}

/** Waits until the button that begins or commits the import may be used. */
async function canUse(page: Page, name: RegExp): Promise<void> {
  const usable = page.locator('button:not([aria-disabled=true])');
  await page.getByRole('button', { name }).and(usable).first().waitFor(patience);
}

async function importing(): ReturnType<Run> {
  return withBill(async ({ page }) => {
    const seconds = await longestTask(page, async () => {
      await page.keyboard.press('Control+Enter');
      await canUse(page, /^Import 1 file/);
      await page.keyboard.press('Control+Enter');
      await page.locator('main[aria-label=Bills]').waitFor(patience);
      await settled(page);
    });
    return { seconds, answer: 'imported' };
  });
}

/** The lines of a month: some thousands, for the stand-in hands texts on many times slower than Electron. */
async function exporting(): ReturnType<Run> {
  const app = await showBook(await chargedBook(budget));
  const { page } = app;
  await goTo(page, 'Bills', 3);
  await page.locator(focusCell).focus();
  const folder = mkdtempSync(join(tmpdir(), 'purser-bench-export-'));
  const path = join(folder, 'lines.csv');
  try {
    await app.answerDialog([path]);
    const seconds = await longestTask(page, async () => {
      await page.keyboard.press('Control+e');
      await page.getByText(path).first().waitFor(patience);
    });
    return { seconds, answer: `${statSync(path).size} bytes` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function journalOf(book: string): string {
  return listSegments(nodeDisk, book)
    .map((segment) => digestOf(nodeDisk, segmentPath(book, segment)))
    .join();
}

function quiet(name: string, subject: Run): Contest {
  return {
    name: `${name}: the longest task of the window`,
    peer: 'what a long task is',
    mark: 1,
    rounds: 3,
    prepare: () => Promise.resolve({ subject, peer: () => Promise.resolve({ seconds: longTaskSeconds, answer: '' }) }),
    objection: () => undefined,
  };
}

const cancelled: Contest = {
  name: 'importing 1,000,000 lines: cancelled, with the book as it was',
  peer: 'an empty handler',
  mark: null,
  limitSeconds: 0.5,
  prepare: () =>
    Promise.resolve(
      pairedRuns(() =>
        withBill(async ({ page }, book) => {
          const before = journalOf(book);
          await page.keyboard.press('Control+Enter');
          await page.locator('.status progress[value]').waitFor(patience);
          const until = { selector: '.status', without: '.status .work' };
          const seconds = await timedPress(page, { key: { clickOn: '.status .cancel' }, until });
          await canUse(page, /^Check 1 file/);
          const empty = await timedPress(page, { key: { clickOn: 'main h1' } }, true);
          const answer = journalOf(book) === before ? 'as it was' : 'another journal';
          return { subject: { seconds, answer }, peer: { seconds: empty, answer: '' } };
        }),
      ),
    ),
  objection: (subject) => (subject === 'as it was' ? undefined : `the book has ${subject}`),
};

export const longWorkContests: readonly Contest[] = [
  quiet('importing 1,000,000 lines', importing),
  cancelled,
  quiet('exporting the lines of a month of 480 accounts', exporting),
];
