// The book as a whole, in the window: it is verified behind the first screen and says so only afterwards; what does not
// hold is named and nothing is entered any more; an older book put in its place is told and used only once accepted.
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { verifyBook } from '../../electron/book/verify-book.ts';
import type { OpenBook } from '../../shared/contract/open-book.ts';
import { BookWindows } from './book-windows.ts';
import { Flow } from './flows/flow.ts';
import { addEntity, damageRecord, makeSmallBook, openBookOf, quitBook } from './small-books.ts';

const patience = { timeout: 30_000 };
const windows = new BookWindows();
beforeEach(() => makeSmallBook(windows.book));

const facts = (): Promise<OpenBook> => openBookOf(windows.app);
const status = () => windows.app.page.getByRole('contentinfo');
const ended = (state: 'holds' | 'fails') =>
  expect.poll(async () => (await facts()).verification.state, patience).toBe(state);

test('the book is verified behind the first screen, up to the record that was last then', async () => {
  await windows.open();
  await ended('holds');
  const { records, head } = verifyBook(windows.book, {}).journal;
  expect(await facts()).toMatchObject({ records, readOnly: null, verification: { records, head, anchor: null } });
  await status()
    .getByText(new RegExp(`^Verified \\d\\d:\\d\\d · ${records} records$`))
    .waitFor(patience);
  await addEntity(windows.app, 'LATER');
  await status()
    .getByText(new RegExp(`^Verified \\d\\d:\\d\\d up to record ${records} · 1 since$`))
    .waitFor(patience);
  await windows.app.page.keyboard.press('F5');
  await status()
    .getByText(new RegExp(`^Verified \\d\\d:\\d\\d · ${records + 1} records$`))
    .waitFor(patience);
});

test('by keys alone: the head is read, and the book checked against one noted earlier', async () => {
  await windows.open();
  await ended('holds');
  const { head, records } = verifyBook(windows.book, {}).journal;
  await addEntity(windows.app, 'LATER');
  const flow = await Flow.begin(windows.app);
  await flow.press('Mod+K');
  await flow.type('>Verification');
  await flow.press('Enter');
  await flow.sees(head);
  await flow.sees(/^Not proved by this/);
  await windows.app.page.getByLabel('A head noted earlier').focus();
  await flow.type(head.toUpperCase());
  await flow.press('Tab', 'Tab', 'Enter');
  await flow.sees(`The head noted earlier is that of record ${records}: the book goes on from it.`);
  await windows.app.page.getByLabel('A head noted earlier').focus();
  await flow.press('Mod+a');
  await flow.type('0'.repeat(64));
  await flow.press('Tab', 'Tab', 'Enter');
  await flow.sees('No record has the head noted earlier');
  expect(await facts(), 'a head that nobody has is no damage').toMatchObject({ readOnly: null });
  await flow.done(20);
});

test('damage that only reading every byte finds takes the book out of use, and names its place', async () => {
  await windows.open();
  await ended('holds');
  const place = damageRecord(windows.book, 3);
  await windows.app.page.keyboard.press('F5');
  await ended('fails');
  const what = 'the line does not have the hash that it states: its bytes were changed';
  const damage = { ...place, record: 3, what };
  expect(await facts()).toMatchObject({ records: 2, readOnly: 'damaged', verification: { records: 2, damage } });
  const banner = windows.app.page.getByRole('alert').filter({ hasText: 'Ledger does not hold' });
  await banner.waitFor(patience);
  const file = `journal/${place.segment}.jsonl`;
  expect(await banner.textContent()).toContain(`(${file}, line ${place.line}, record 3)`);
  await status().getByText('Does not hold').waitFor();
  expect(await windows.app.page.getByText(/^Verified/).count()).toBe(0);
  expect(await addEntity(windows.app, 'NO')).toMatchObject({ done: false, refusals: [{ code: 'bookDamaged' }] });
  await windows.app.page.evaluate(() => window.purser.command('setSettings', { language: 'zh-CN' }));
  await windows.app.page.getByText('账簿校验不符：该行的哈希值与其所载不符：字节已被改动').waitFor(patience);
});

test('a damaged book opens up to its last good record, and is never called verified', async () => {
  damageRecord(windows.book, 4);
  await windows.open();
  await windows.app.page.getByText(/^Ledger does not hold: .*Records up to 3 are whole/).waitFor(patience);
  await ended('fails');
  expect(await facts()).toMatchObject({ records: 3, readOnly: 'damaged', damage: { record: 4 } });
});

test('a lost imported file is told; the records are whole and work goes on', async () => {
  await windows.open();
  await ended('holds');
  const [file] = readdirSync(join(windows.book, 'evidence'));
  rmSync(join(windows.book, 'evidence', file!));
  await windows.app.page.keyboard.press('F5');
  await windows.app.page.getByText(/^Ledger does not hold: the evidence of bill\.csv is missing/).waitFor(patience);
  expect(await addEntity(windows.app, 'YES')).toMatchObject({ done: true });
});

test('an older book put in its place is told, entered into by nobody, and used once somebody says why', async () => {
  const older = join(windows.place, 'older');
  cpSync(windows.book, older, { recursive: true });
  await windows.open();
  const { records } = await facts();
  await addEntity(windows.app, 'NEWER');
  await quitBook(windows.app);
  rmSync(windows.book, { recursive: true });
  cpSync(older, windows.book, { recursive: true });
  await windows.open();
  await windows.app.page
    .getByText(new RegExp(`record ${records + 1} was seen on .* does not stand here`))
    .waitFor(patience);
  expect(await facts()).toMatchObject({ readOnly: 'not-the-newest', records, lost: { records: records + 1 } });
  expect(await addEntity(windows.app, 'NO')).toMatchObject({ done: false, refusals: [{ code: 'notTheNewest' }] });
  const flow = await Flow.begin(windows.app);
  await flow.press('Mod+K');
  await flow.type('>Accept');
  await flow.press('Enter');
  await flow.sees('Accept this book from here on');
  await windows.app.page.getByLabel('Why this book is the right one').focus();
  await flow.type('The laptop was lost');
  await flow.press('Mod+Enter');
  await expect.poll(async () => (await facts()).readOnly, patience).toBeNull();
  expect(readFileSync(join(windows.book, 'notes.jsonl'), 'utf8')).toMatch(
    /"what":"accepted","reason":"The laptop was lost"/,
  );
  expect(await addEntity(windows.app, 'YES')).toMatchObject({ done: true });
  await quitBook(windows.app);
  await windows.open();
  expect(await facts()).toMatchObject({ readOnly: null, lost: null });
});
