// Workbooks read back: numbers and dates are real ones, identifiers and dangerous texts stay text, the heading is frozen and
// filtered, and what is not XML never gets in.
import { text as textOf } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { expect, test } from 'vitest';
import { inParts, joined } from './test-tables.ts';
import { xlsxChunks } from './xlsx.ts';

const columns = [
  { title: 'Account ID', holds: 'identifier' },
  { title: '名称 & <name>', holds: 'text' },
  { title: 'Date', holds: 'date' },
  { title: 'Amount', holds: 'number' },
] as const;

async function filesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const text = await textOf(await zip.openReadStreamPromise(entry));
    expect(crc32(text), entry.fileName).toBe(entry.crc32);
    files.set(entry.fileName, text);
  }
  return files;
}

const sheetOf = async (...rows: readonly (readonly string[])[]): Promise<string> =>
  (await filesOf(await joined(xlsxChunks(columns, inParts(rows))))).get('xl/worksheets/sheet1.xml')!;

test('the package has the parts that a workbook needs, each named where it is looked for', async () => {
  const files = await filesOf(await joined(xlsxChunks(columns, inParts([['1', 'a', '2026-10-31', '1']]))));
  expect([...files.keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  for (const part of ['workbook', 'worksheets/sheet1', 'styles'])
    expect(files.get('[Content_Types].xml')).toContain(`/xl/${part}.xml`);
});

test('amounts and days are numbers, identifiers keep every digit, the heading row is frozen and filtered', async () => {
  const sheet = await sheetOf(['100003000112', 'hb-admin', '2026-10-31', '-1234.50'], ['007', '', '', '']);
  expect(sheet).toContain('<c s="2" t="inlineStr"><is><t xml:space="preserve">100003000112</t></is></c>');
  expect(sheet).toContain('<c s="2" t="inlineStr"><is><t xml:space="preserve">007</t></is></c><c/><c/><c/>');
  // 31 October 2026 is day 46326 of a workbook's calendar.
  expect(sheet).toContain('<c s="3"><v>46326</v></c><c><v>-1234.50</v></c>');
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('<autoFilter ref="A1:D3"/>');
});

test('what a spreadsheet would take for a formula is text, and what XML would take for a tag too', async () => {
  const sheet = await sheetOf(['=1+1', '<img src=x onerror=1> & "x"\u0000\u0007', 'not a day', '=cmd|1']);
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet).toContain('>=1+1</t>');
  expect(sheet).toContain('>&lt;img src=x onerror=1&gt; &amp; "x"</t>');
  expect(sheet).toContain('>not a day</t>');
  expect(sheet).toContain('>=cmd|1</t>');
});

test('what goes wrong while rows are read reaches the writer', async () => {
  const broken = async function* (): AsyncGenerator<readonly (readonly string[])[]> {
    yield await Promise.resolve([['1', '', '', '']]);
    throw new Error('the disk is gone');
  };
  await expect(joined(xlsxChunks(columns, broken()))).rejects.toThrow('the disk is gone');
});
