// Copies of a whole book, from the window: one is made on closing a book that has grown, restoring never loses a record,
// and what is undamaged in a damaged book becomes a new one.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { verifyBook } from '../../electron/book/verify-book.ts';
import { BookWindows } from './book-windows.ts';
import { Flow } from './flows/flow.ts';
import { addEntity, coverOf, damageRecord, makeSmallBook, openBookOf, quitBook } from './small-books.ts';

const patience = { timeout: 30_000 };
const windows = new BookWindows();
beforeEach(() => makeSmallBook(windows.book));

const backups = (of = windows.book) => (existsSync(join(of, 'backups')) ? readdirSync(join(of, 'backups')) : []);
const recordsIn = (names: readonly string[]) => names.map((name) => Number(/-(\d+)\.zip$/.exec(name)?.[1]));
const shown = () => openBookOf(windows.app);

/** Opens a command by the palette; `files` is what the system's dialog is answered with. */
async function command(flow: Flow, name: string, files?: readonly string[]): Promise<void> {
  await flow.press('Mod+K');
  await flow.type(`>${name}`);
  if (files) await flow.pressForDialog('Enter', files);
  else await flow.press('Enter');
}

/** Says why in the sheet on top, and commits. */
async function commit(flow: Flow, why: string, files?: readonly string[]): Promise<void> {
  await windows.app.page.locator('dialog textarea').focus();
  await flow.type(why);
  if (files) await flow.pressForDialog('Mod+Enter', files);
  else await flow.press('Mod+Enter');
}

test('closing a book that has grown backs it up; one that has not is left alone', async () => {
  await windows.open();
  const { records } = await shown();
  await quitBook(windows.app);
  expect(recordsIn(backups())).toEqual([records]);
  await windows.open();
  await shown();
  await quitBook(windows.app);
  expect(recordsIn(backups())).toEqual([records]);
  await windows.open();
  await shown();
  await addEntity(windows.app, 'MORE');
  await windows.app.page.evaluate(() => window.purser.command('closeBook', {}));
  expect(recordsIn(backups()).sort()).toEqual([records, records + 1]);
});

test('a backup that cannot be written keeps nobody from closing, and the reason is told and stands in the log', async () => {
  await windows.open();
  await shown();
  await windows.app.evaluate(
    (_electron, path) => {
      const fs = (process as unknown as { getBuiltinModule(name: string): typeof import('node:fs') }).getBuiltinModule(
        'fs',
      );
      fs.writeFileSync(path, 'in the way');
    },
    join(windows.book, 'backups'),
  );
  await quitBook(windows.app);
  const log = readFileSync(join(windows.place, 'home/logs/defects.log'), 'utf8');
  expect(log).toContain(join(windows.book, 'backups'));
  expect(windows.app.output).toMatch(/The backup on closing was not written\.\n.*Group\/backups/);
});

test('a backup that holds all takes the place of the book, which is kept beside it', async () => {
  await windows.open();
  const { records } = await shown();
  await quitBook(windows.app);
  const [backup] = backups();
  damageRecord(windows.book, 4);
  await windows.open();
  await windows.app.page.getByText(/^Ledger does not hold/).waitFor(patience);
  const flow = await Flow.begin(windows.app);
  const kept = join(windows.book, 'backups', backup!);
  await command(flow, 'Restore', [kept]);
  await flow.sees('It holds every record of the book here.');
  await commit(flow, 'A byte was changed');
  await expect.poll(async () => (await shown()).readOnly, patience).toBeNull();
  expect(await shown()).toMatchObject({ records, damage: null });
  const former = readdirSync(windows.place).find((name) => name.startsWith('Group before restore'));
  expect(readdirSync(join(windows.place, former!, 'journal'))).not.toEqual([]);
  expect(verifyBook(windows.book, {}).journal).toMatchObject({ records });
  const note = `"what":"restored","reason":"A byte was changed","backup":"${backup}","former":"${join(windows.place, former!)}"`;
  expect(readFileSync(join(windows.book, 'notes.jsonl'), 'utf8')).toContain(note);
  await flow.sees(`${records} records restored; the former book is kept in ${join(windows.place, former!)}`);
});

test('a backup that lacks records is told, and goes into another folder; the book here stays', async () => {
  await windows.open();
  await shown();
  await quitBook(windows.app);
  const backup = join(windows.book, 'backups', backups()[0]!);
  await windows.open();
  const { records } = await shown();
  await addEntity(windows.app, 'LATER');
  const flow = await Flow.begin(windows.app);
  await command(flow, 'Restore', [backup]);
  await flow.sees('It lacks one record of the book here: record 7 (entityAdded');
  const to = join(windows.place, 'Elsewhere');
  await commit(flow, 'To look at it', [to]);
  await expect.poll(async () => (await shown()).folder, patience).toBe(to);
  expect(await shown(), 'it lacks what was seen of the book').toMatchObject({ records, readOnly: 'not-the-newest' });
  expect(verifyBook(windows.book, {}).journal.records).toBe(records + 1);
  const asked = { name: 'restoreBackup', input: { backup: 'nothing chosen', place: 'elsewhere', reason: 'x' } };
  expect(await windows.app.send('purser:command', asked)).toMatchObject({ refusals: [{ code: 'fileNotChosen' }] });
});

test('a file that is no backup is refused by name, and the book stays open', async () => {
  await windows.open();
  await shown();
  const flow = await Flow.begin(windows.app);
  await command(flow, 'Restore', [coverOf(windows.book)]);
  await flow.sees('The backup cannot be used');
  await flow.press('Enter');
  expect(await addEntity(windows.app, 'STILL')).toMatchObject({ done: true });
});

test('the undamaged records of a damaged book become a new book, which is worked on', async () => {
  const before = verifyBook(windows.book, {}).journal.records;
  damageRecord(windows.book, 4);
  await windows.open();
  const flow = await Flow.begin(windows.app);
  await windows.app.page.getByText(/^Ledger does not hold/).waitFor(patience);
  await command(flow, 'Salvage');
  await flow.sees('Salvage into a new book');
  const to = join(windows.place, 'Salvaged');
  await commit(flow, 'No backup holds more', [to]);
  await expect.poll(async () => (await shown()).folder, patience).toBe(to);
  expect(await shown()).toMatchObject({ records: before - 1, readOnly: null, damage: null });
  await flow.sees(`${before - 1} records salvaged, 1 left out`);
  expect(await addEntity(windows.app, 'NEW')).toMatchObject({ done: true });
  expect(readFileSync(join(to, 'notes.jsonl'), 'utf8')).toContain('"what":"salvaged","reason":"No backup holds more"');
  expect(verifyBook(windows.book, {}).journal.failure, 'the damaged book is as it was').toMatchObject({
    record: 4,
  });
});
