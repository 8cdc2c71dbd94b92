// Small books for tests of the book as a whole: made on disk, opened by their cover, entered into from a page.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeNewBook } from '../../electron/book/make-book.ts';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { OpenBook } from '../../shared/contract/open-book.ts';
import type { RunningApp } from '../../build/launch-app.ts';

const holder = { holder: 'Li Na', since: '2026-11-01T00:00:00.000Z' };
const bill = [
  'Payer Account ID,Owner Account ID,Product Code,Transaction Time,Total Amount After Discount (Excluding Tax),Currency,Bill Month',
  '100000000001,100000000001,p_cvm,2026-10-30 10:59:08,56.27,CNY,2026-10',
  '',
].join('\n');

/** Makes a book of six records with one imported bill. */
export async function makeSmallBook(folder: string): Promise<void> {
  const title = { id: randomUUID(), name: 'Small Group', baseCurrency: 'CNY' };
  await makeNewBook(folder, title, holder);
  const outside = mkdtempSync(join(tmpdir(), 'purser-bill-'));
  const opened = openBookFolder(folder, { holder });
  try {
    const by = { by: holder.holder, desk: '', now: holder.since } as const;
    for (const code of ['A', 'B', 'C', 'D'])
      await opened.open.execute({ name: 'addEntity', input: { code, name: code, currency: 'CNY' }, id: code, ...by });
    writeFileSync(join(outside, 'bill.csv'), bill);
    const paths = [join(outside, 'bill.csv')];
    await opened.open.execute({ name: 'importBills', input: { paths }, id: 'bill', ...by });
  } finally {
    opened.close();
    rmSync(outside, { recursive: true });
  }
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
