// Requests show every field of ux/documents.md §5.1 that applies to them, and never pass for an invoice.
import { expect, test } from 'vitest';
import { documentText, pageText, rowsOf } from '../../tests/documents/page-text.ts';
import { requestFacts } from '../../tests/documents/sample-facts.ts';
import { requestKind } from './invoice-request-facts.ts';
import { invoiceRequest } from './invoice-request.ts';

const disclaimer = '本单据非发票，不作为抵扣或报销的税务凭证。';
const chinese =
  '开票申请单（非发票）|单据编号|开具日期|2026年11月3日|服务期间|2026年10月|到期日|购买方|销售方|' +
  '龑骉港湾零售与消费服务（粤港澳大湾区）股份有限公司|91440300MA5GKT3W4D|91440300MA5FJ2YR8X|联系人|开户行|项目名称|' +
  '规格型号（云账号）|单位|月|数量|单价|7 折（×0.70）|金额|税率|6%|税额|税率汇总|价税合计|价税合计（大写）|' +
  '人民币⊗叁万伍仟陆佰玖拾肆圆肆角捌分|¥35,694.48|备注|申请人|复核|数电票号码|公章';
const english =
  'INVOICE REQUEST|No.|Issue date|3 November 2026|Service period|October 2026|Due date|Bill to|From|VAT no.|Contact|' +
  'Bank|Description|Account|Unit|month|Qty|Unit price|30% off (×0.70)|Net|VAT %|6%|VAT|VAT summary|TOTAL|Amount due|' +
  'CNY 35,694.48|Notes|Issued by|Reviewed|This document is not an invoice';

test.each([
  ['fapiao-request', 'zh', chinese],
  ['invoice-request', 'en', english],
] as const)('a %s says every field in %s', (kind, language, fields) => {
  const text = documentText(invoiceRequest(requestFacts(kind, language, 4)));
  for (const field of fields.split('|')) expect(text.replaceAll('\n', ' ')).toContain(field);
});

test('every page of a fapiao request says that it is none', () => {
  const { pages } = invoiceRequest(requestFacts('fapiao-request', 'zh', 60));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(pageText(page)).toContain(disclaimer);
});

test('an internal charge note needs no disclaimer', () => {
  const { pages } = invoiceRequest(requestFacts('charge-note', 'zh', 2));
  expect(pages[0]!.foot.disclaimer).toBeNull();
});

test('carries net and tax from page to page', () => {
  const printable = invoiceRequest(requestFacts('invoice-request', 'en', 60));
  const [carried, brought] = [rowsOf(printable, 'carried'), rowsOf(printable, 'brought')];
  expect(carried.length).toBeGreaterThan(1);
  expect(carried.map((cells) => cells.slice(1))).toEqual(brought.map((cells) => cells.slice(1)));
});

test('refuses totals that do not add up', () => {
  const facts = requestFacts('invoice-request', 'en', 3);
  expect(() => invoiceRequest({ ...facts, amountDue: facts.amountDue - 1n })).toThrow(/amount due/);
  const totals = { ...facts.totals, net: facts.totals.net + 1n, total: facts.totals.total + 1n };
  const wrong = { ...facts, totals, amountDue: facts.amountDue + 1n };
  expect(() => invoiceRequest(wrong)).toThrow(/the total of "Net"/);
});

test('in China, for yuan, the request is a fapiao request', () => {
  expect(requestKind('CN', 'CNY')).toBe('fapiao-request');
  expect(requestKind('CN', 'USD')).toBe('invoice-request');
  expect(requestKind('DE', 'EUR')).toBe('invoice-request');
});
