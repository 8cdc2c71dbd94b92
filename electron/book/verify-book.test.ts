// A whole book verified: a sound one holds, one whose evidence was touched or lost does not.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeBookFolder, openBookFolder } from './book-folder.ts';
import { verifyBook } from './verify-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-verify-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bill = [
  'Payer Account ID,Owner Account ID,Product Code,Transaction Time,Total Amount After Discount (Excluding Tax),Currency,Bill Month',
  '100000000001,100000000001,p_cvm,2026-10-30 10:59:08,56.27,CNY,2026-10',
  '',
].join('\n');

test('L4: evidence that is not the file that was imported is found', async () => {
  const book = join(folder, 'book');
  makeBookFolder(book, { id: 'b', name: 'Harbour' });
  const now = '2026-11-01T00:00:00.000Z';
  const opened = openBookFolder(book, { holder: { holder: 'test', since: now } });
  const by = { by: 'test', desk: '', now } as const;
  await opened.open.execute({ name: 'createBook', input: { name: 'Harbour', baseCurrency: 'CNY' }, id: 'a', ...by });
  writeFileSync(join(folder, 'bill.csv'), bill);
  const answer = await opened.open.execute({
    name: 'importBills',
    input: { paths: [join(folder, 'bill.csv')] },
    id: 'c',
    ...by,
  });
  opened.close();
  expect(answer).toMatchObject({ done: true, result: { imports: [{ name: 'bill.csv', rows: 1, kept: 1 }] } });
  expect(verifyBook(book, {}).differences).toEqual([]);
  const evidence = join(book, 'evidence', readdirSync(join(book, 'evidence'))[0]!);
  writeFileSync(evidence, readFileSync(evidence, 'utf8').replace('56.27', '56.28'));
  expect(verifyBook(book, {}).differences).toEqual(['the evidence of bill.csv is not the file that was imported']);
  rmSync(evidence);
  expect(verifyBook(book, {}).differences).toEqual(['the evidence of bill.csv is missing']);
});
