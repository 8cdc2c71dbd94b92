// The consolidated bill shows every field of ux/documents.md §5.3, and its carried figures are those of its rows.
import { expect, test } from 'vitest';
import { documentText, rowsOf } from '../../tests/documents/page-text.ts';
import { billFacts } from '../../tests/documents/sample-facts.ts';
import { consolidatedBill } from './consolidated-bill.ts';

const english =
  'CONSOLIDATED BILL|No.|Period|October 2026|Scope|Group|Status|Currency|CNY|Version|Previous balance|Top-ups|' +
  'Allocations in|Allocations out|List cost|Discount|Vouchers|Gift|Cash|Credit|Net charges|VAT|Total|Paid on behalf|' +
  'Self-paid|Closing balance|By entity|Accounts|Share|By provider and service|Charges by account and product|' +
  'Discounts|Offer of|30% off (×0.70)|Saved|Deviation|Tie-out|Vendor total|Adjustments|This bill|Difference|Exceptions|' +
  'unknown-account|Resolution|Prepared|Reviewed|Approved|Seal|Page 1 of 2|tencent-2026-10-l3.csv';
const chinese =
  '合并账单|单据编号|账期|2026年10月|范围|集团|状态|币种|版本|上期余额|充值|划入|划出|原价|优惠|代金券|赠送金|现金|' +
  '信用额度|折后费用|税额|应付合计|代付|自付|期末余额|按法人主体|账号数|占比|环比|按供应商和产品|账号明细|优惠来源|' +
  '7 折（×0.70）|优惠金额|核对|供应商账单|调整|本账单|差异|异常|处理|编制|复核|批准|公章|第 1 页 共 2 页';

test.each([
  ['en', english],
  ['zh', chinese],
] as const)('says every field in %s', (language, fields) => {
  const text = documentText(consolidatedBill(billFacts(language, 2)));
  for (const field of fields.split('|')) expect(text).toContain(field);
});

test('says everything twice where it is bilingual', () => {
  const text = documentText(consolidatedBill(billFacts('both', 2)));
  const bothSay = (field: string) => !/Page|30%|第|折（/.test(field);
  for (const field of [...english.split('|'), ...chinese.split('|')].filter(bothSay)) expect(text).toContain(field);
});

test('brings forward exactly what it carried forward', () => {
  const printable = consolidatedBill(billFacts('en', 40));
  const carried = rowsOf(printable, 'carried');
  const brought = rowsOf(printable, 'brought');
  expect(carried.length).toBeGreaterThan(3);
  expect(carried.map((cells) => cells.slice(1))).toEqual(brought.map((cells) => cells.slice(1)));
});

test('is a draft without a number, an original with one', () => {
  expect(consolidatedBill(billFacts('en', 2)).watermark).toBe('DRAFT 草稿');
  expect(consolidatedBill(billFacts('en', 2, 'HT-CB-2026-0007')).watermark).toBeNull();
});

test('refuses totals that its rows do not make', () => {
  const facts = billFacts('en', 2);
  const part = facts.parts[0]!;
  const amounts = part.summary.amounts;
  const wrong = { ...amounts, list: amounts.list + 1n, discount: amounts.discount + 1n };
  const parts = [{ ...part, summary: { ...part.summary, amounts: wrong } }];
  expect(() => consolidatedBill({ ...facts, parts })).toThrow(/the total of "List cost"/);
});

test('refuses a tie-out that does not tie out', () => {
  const facts = billFacts('en', 2);
  const part = facts.parts[0]!;
  const parts = [{ ...part, tieOut: part.tieOut.map((row) => ({ ...row, difference: 1n })) }];
  expect(() => consolidatedBill({ ...facts, parts })).toThrow(/differs by 0, not by 1/);
});

test('keeps currencies apart, each on pages of its own', () => {
  const facts = billFacts('en', 2);
  const part = facts.parts[0]!;
  const printable = consolidatedBill({ ...facts, parts: [part, { ...part, currency: 'USD' }] });
  const currencies = printable.pages.map((page) =>
    page.blocks.filter((block) => block.kind === 'heading').map((block) => block.note),
  );
  for (const notes of currencies) expect(new Set(notes.filter(Boolean)).size).toBeLessThanOrEqual(1);
  expect(currencies.flat()).toContain('USD');
});
