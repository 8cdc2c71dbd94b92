// Documents printed by the program's own printer, in Chromium, and read back: pages, paper, fonts, and both languages.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/freshness.mjs';
import { StandIn } from '../../build/stand-in/launch.ts';
import { consolidatedBill } from '../../shared/documents/consolidated-bill.ts';
import { invoiceRequest } from '../../shared/documents/invoice-request.ts';
import { monthBrief } from '../../shared/documents/month-brief.ts';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import { statement } from '../../shared/documents/statement.ts';
import { briefFacts } from '../documents/brief-facts.ts';
import { billFacts, requestFacts, statementFacts } from '../documents/sample-facts.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'purser-documents-'));

const documents: Readonly<Record<string, PrintableDocument>> = {
  bill: consolidatedBill(billFacts('both', 12)),
  'bill-en': consolidatedBill(billFacts('en', 2, 'HT-CB-2026-0007')),
  invoice: invoiceRequest(requestFacts('invoice-request', 'en', 4)),
  fapiao: invoiceRequest(requestFacts('fapiao-request', 'zh', 30)),
  note: invoiceRequest(requestFacts('charge-note', 'both', 2)),
  statement: statement(statementFacts('zh', 30, 'HT-ST-2026-0012')),
  brief: monthBrief(briefFacts('en', 60, 2)),
  'brief-zh': monthBrief(briefFacts('zh', 60, 6)),
};

interface PdfPage {
  readonly size: readonly number[];
  readonly text: string;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
}

const read = new Map<string, PdfPage[]>();

beforeAll(async () => {
  expect(ensureBuilt(root)).toBe(true);
  const list = join(folder, 'documents.json');
  writeFileSync(list, JSON.stringify(Object.entries(documents).map(([name, printable]) => ({ name, printable }))));
  const args = [join(root, 'out/renderer'), list, folder];
  const printing = new StandIn({ main: resolve(import.meta.dirname, 'print-main.ts'), args, stdio: 'pipe' });
  let output = '';
  printing.process.stdout!.on('data', (chunk) => (output += String(chunk)));
  printing.process.stderr!.on('data', (chunk) => (output += String(chunk)));
  const status = await printing.ended;
  expect(status, output).toBe(0);
  for (const [name, { kind }] of Object.entries(documents))
    read.set(name, await readPages(join(folder, `HT_${kind}_${name}_2026-10.pdf`)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readPages(path: string): Promise<PdfPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    // Fonts are known once the page's drawing is read.
    await page.getOperatorList();
    const fonts: { name: string; embedded: boolean }[] = [];
    for (const [, loaded] of page.commonObjs as Iterable<[string, { name?: string; missingFile?: boolean }]>)
      if (loaded?.name) fonts.push({ name: loaded.name, embedded: !loaded.missingFile });
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push({ size: page.view, text: text.normalize('NFKC').replace(/\s/g, ''), fonts });
  }
  return pages;
}

const expectedText: Readonly<Record<string, readonly string[]>> = {
  bill: ['CONSOLIDATEDBILL', '合并账单', '龑骉港湾零售与消费服务', 'Broughtforward', '承前页', 'Page2of', 'DRAFT'],
  'bill-en': ['HT-CB-2026-0007', 'HarbourTechnologyHoldingsLimited', 'Closingbalance', 'Page1of'],
  invoice: ['INVOICEREQUEST', 'CNY35,694.48', 'Thisdocumentisnotaninvoice', '陈伟'],
  fapiao: ['开票申请单(非发票)', '价税合计(大写)', '本单据非发票,不作为抵扣或报销的税务凭证。', '过次页'],
  note: ['INTERNALCHARGENOTE', '内部结算单'],
  brief: ['MONTHBRIEF', 'PROVISIONAL', 'others', 'Page1of1', 'Chargesbymonth,CNY', '2026-10'],
  'brief-zh': ['月度简报', '暂估', '合计', '第1页共1页', '30天内余额不足'],
  statement: ['内部往来结算单', 'HT-ST-2026-0012', '人民币', '我方确认上述余额无误', 'BKCHCNBJ45A'],
};

test.each(Object.keys(documents))('%s is printed whole on A4, in fonts of its own, as text', (name) => {
  const pages = read.get(name)!;
  expect(pages.length).toBe(documents[name]!.pages.length);
  const text = pages.map((page) => page.text).join('');
  for (const piece of expectedText[name]!) expect(text).toContain(piece);
  for (const { size, fonts } of pages) {
    expect(size[2]).toBeCloseTo(595, 0);
    expect(size[3]).toBeCloseTo(842, 0);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(font.embedded, font.name).toBe(true);
      expect(font.name).toMatch(/Inter|NotoSansSC/);
    }
  }
});
