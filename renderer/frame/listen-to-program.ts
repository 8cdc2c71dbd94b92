// Follows the program: what it tells over `purser:changed`, and what the window reads once a book is open.
import type { ActionId } from '../../shared/contract/actions.ts';
import type { AppEvent } from '../../shared/contract/app.ts';
import type { ListFilter } from '../../shared/reports/listing.ts';
import { bridge } from '../bridge.ts';
import { activity } from '../state/activity.svelte.ts';
import { droppedFiles } from '../state/dropped-files.svelte.ts';
import { perform } from '../state/handlers.svelte.ts';
import { plan } from '../state/plan.svelte.ts';
import { session } from '../state/session.svelte.ts';
import { tellSettings } from '../state/settings.svelte.ts';
import { askedView } from '../state/asked-view.ts';
import { wholeList } from '../state/whole-list.ts';
import { undo } from '../state/undo.svelte.ts';

/** Reads settings and book, then follows events until the function that it answers with is called. */
export function listenToProgram(): () => void {
  const asked = askedView(location.hash);
  if (asked) session.begin(asked);
  void bridge.query('settings', {}).then(tellSettings);
  void bridge.query('work', {}).then((work) => work.forEach((each) => activity.progress(each)));
  void bridge.query('openBook', {}).then(async (book) => {
    // A book that was told of meanwhile is the newer answer; its lists are still to be read.
    if (session.book === undefined) session.book = book;
    await readBook();
    verifyFirst();
  });
  return bridge.onChanged(follow);
}

function follow(event: AppEvent): void {
  switch (event.topic) {
    case 'book':
      session.changes += 1;
      if (session.book) session.book = { ...session.book, records: Math.max(session.book.records, event.seq) };
      void readBook();
      break;
    case 'progress':
      activity.progress(event.work);
      break;
    case 'menu':
      performFromMenu(event.action);
      break;
    case 'settings':
      tellSettings(event.settings);
      break;
    case 'window':
      if (event.change === 'book-opened') {
        if (event.book?.id !== session.book?.id) begin(() => session.begin());
        else if (event.book?.desk !== session.book?.desk) begin(() => session.forget());
        session.book = event.book;
        session.changes += 1;
        void readBook().then(verifyFirst);
      } else if (event.change === 'book-state') {
        session.book = event.book;
      } else {
        droppedFiles.files = event.files;
        session.go({ screen: 'import' });
      }
  }
}

/** Begins to verify a book that was just opened, once its first screen has been read. */
function verifyFirst(): void {
  const known = session.book?.verification;
  if (known?.state === 'unverified' && known.because === null) void bridge.command('verify', {});
}

/** Nothing that was begun in another book, or at another desk, stays. */
function begin(look: () => void): void {
  look();
  plan.begin();
  undo.begin();
}

/** In a text field undo and redo are about its text, as they are by key. */
function performFromMenu(action: ActionId): void {
  const isOfText = document.activeElement?.matches('input:not([type=checkbox]), textarea') ?? false;
  if (isOfText && (action === 'undo' || action === 'redo')) document.execCommand(action);
  else perform(action);
}

/** The lists that the frame itself shows: months, entities, accounts, and the work that waits. */
async function readBook(): Promise<void> {
  if (!session.book) return;
  const names = ['months', 'entities', 'accounts'] as const;
  const [months = [], entities = [], accounts = []] = await Promise.all(
    names.map((name) => wholeList(name).catch(() => [])),
  );
  session.months = months;
  session.entities = entities;
  session.accounts = accounts;
  if (session.view.period === '') session.amend({ period: months.at(-1)?.id ?? thisMonth() });
  await readBadges();
}

/** The month of the clock: where a book without bills begins. */
function thisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
}

/** Counts the work of the open month for the sidebar. */
async function readBadges(): Promise<void> {
  const { period } = session.view;
  const missing: ListFilter = { column: 'cause', test: 'is', value: 'missing-bill' };
  const count = (filter: ListFilter[]): Promise<number> =>
    bridge.query('exceptions', { period, filter, limit: 1 }).then(
      ({ total }) => total,
      () => 0,
    );
  const [all, lacking] = await Promise.all([count([]), count([missing])]);
  session.badges = { bills: all - lacking, import: lacking };
}
