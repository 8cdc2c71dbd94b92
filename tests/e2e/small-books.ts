// Small books for tests of the book as a whole: made on disk, opened by their cover, entered into from a page.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeNewBook } from '../../electron/book/make-book.ts';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { OpenBook } from '../../shared/contract/open-book.ts';
import type { RunningApp } from '../../build/launch-app.ts';

const holder = { holder: 'Li Na', since: '2026-11-01T00:00:00.000Z' };
const bill = [
  'Payer Account ID,Owner Account ID,Product Code,Transaction Time,Total Amount After Discount (Excluding Tax),Currency,Bill Month',
  '100000000001,100000000001,p_cvm,2026-10-30 10:59:08,56.27,CNY,2026-10',
  '',
].join('\n');

/** What a book is made by: commands, each of which must be done, and bills by what stands in their files. */
interface Making {
  enter<N extends CommandName>(name: N, input: CommandInput<N>): Promise<void>;
  importBill(text: string): Promise<void>;
}

/** Makes a book by commands. */
export async function makeBookBy(folder: string, make: (making: Making) => Promise<void>): Promise<void> {
  const title = { id: randomUUID(), name: 'Small Group', baseCurrency: 'CNY' };
  await makeNewBook(folder, title, holder);
  const outside = mkdtempSync(join(tmpdir(), 'purser-bill-'));
  const { open, close } = openBookFolder(folder, { holder });
  let entered = 0;
  const enter: Making['enter'] = async (name, input) => {
    const by = { id: `command-${++entered}`, by: holder.holder, desk: '', now: holder.since } as const;
    const answer = await open.execute({ name, input, ...by });
    if (!answer.done) throw new Error(`${name}: ${answer.refusals.map(({ what }) => what).join(' ')}`);
  };
  try {
    await make({
      enter,
      importBill: async (text) => {
        writeFileSync(join(outside, 'bill.csv'), text);
        await enter('importBills', { paths: [join(outside, 'bill.csv')], final: true });
      },
    });
  } finally {
    close();
    rmSync(outside, { recursive: true });
  }
}

/** Makes a book of six records with one imported bill. */
export function makeSmallBook(folder: string): Promise<void> {
  return makeBookBy(folder, async ({ enter, importBill }) => {
    for (const code of ['A', 'B', 'C', 'D']) await enter('addEntity', { code, name: code, currency: 'CNY' });
    await importBill(bill);
  });
}

/** Changes a byte inside a record of the journal; answers where. */
export function damageRecord(book: string, record: number): { readonly segment: string; readonly line: number } {
  const journal = join(book, 'journal');
  for (const name of readdirSync(journal).filter((each) => each.endsWith('.jsonl'))) {
    const lines = readFileSync(join(journal, name), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.startsWith(`{"v":1,"seq":${record},`));
    if (at < 0) continue;
    lines[at] = lines[at]!.replace('"by":"', '"by":"x');
    writeFileSync(join(journal, name), lines.join('\n'));
    return { segment: name.slice(0, 'YYYY-MM'.length), line: at + 1 };
  }
  throw new Error(`there is no record ${record}`);
}

/** The file by which a book is opened. */
export function coverOf(folder: string): string {
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.purser'))!,
  );
}

/** The open book as the window sees it. */
export async function openBookOf(app: RunningApp): Promise<OpenBook> {
  await app.page.locator('main.host').waitFor({ timeout: 30_000 });
  return app.page.evaluate(async () => (await window.purser.query('openBook', {}))!);
}

/** Enters an entity, as a page does. */
export function addEntity(app: RunningApp, code: string): Promise<CommandAnswer> {
  const input = { code, name: code, currency: 'CNY' };
  return app.page.evaluate((entity) => window.purser.command('addEntity', entity), input);
}

/** Closes the program as a person would, and waits until it has ended. */
export async function quitBook(app: RunningApp): Promise<void> {
  const status = await app.quit();
  if (status !== 0) throw new Error(`The program ended with ${status}: ${app.output}`);
}
