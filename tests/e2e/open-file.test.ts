// A book that the system hands over: by an argument at the start, as Windows does with a double click, by macOS's event
// while the program runs, and by the dialog, as a clerk takes a book from another machine.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BookWindows } from './book-windows.ts';
import { Flow } from './flows/flow.ts';
import { coverOf, makeSmallBook, openBookOf } from './small-books.ts';

const patience = { timeout: 30_000 };
const windows = new BookWindows();
const shown = () => openBookOf(windows.app);

test('by an argument, and by an event while another book is open', async () => {
  const [first, second] = [join(windows.place, 'First'), join(windows.place, 'Second')];
  await makeSmallBook(first);
  await makeSmallBook(second);
  const app = await windows.open(first);
  expect(await shown()).toMatchObject({ folder: first });
  await app.evaluate(({ app: electron }, cover) => {
    electron.emit('open-file', { preventDefault() {} }, cover);
  }, coverOf(second));
  await expect.poll(async () => (await shown()).folder, patience).toBe(second);
  expect(await shown()).toMatchObject({ readOnly: null });
});

test('from another machine: one chord and the dialog', async () => {
  const brought = join(windows.place, 'Brought along');
  await makeSmallBook(windows.book);
  await makeSmallBook(brought);
  const flow = await Flow.begin(await windows.open());
  await shown();
  await flow.pressForDialog('Mod+O', [coverOf(brought)]);
  await expect.poll(async () => (await shown()).folder, patience).toBe(brought);
  expect(await shown()).toMatchObject({ readOnly: null, damage: null });
  await flow.done(2);
});
