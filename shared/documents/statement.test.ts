// The statement shows every field of ux/documents.md §5.4, and both sides read the same figures.
import { expect, test } from 'vitest';
import { documentText, rowsOf } from '../../tests/documents/page-text.ts';
import { statementFacts } from '../../tests/documents/sample-facts.ts';
import { statement } from './statement.ts';

const english =
  'REIMBURSEMENT STATEMENT|Statement no.|Period|Currency|Issue date|Due date|Agreement|Debtor|Creditor|Opening balance|' +
  'Charges paid on behalf|Adjustments relating to earlier periods|Credits|Payments received|Closing balance|Date|' +
  'Doc no.|Account|Description|Charge|Credit|Balance|Disputed|tencent|Current|1–30 days|90+ days|Remittance slip|' +
  'Pay to|Bank|Account / IBAN|SWIFT|Amount|Payment reference|We confirm the balance above.|Differences|Signature|Seal|' +
  'Attachments|HT-ST-2026-0012';
const chinese =
  '内部往来结算单|结算单号|账期|币种|到期日|协议|付款方|收款方（代付方）|期初余额|代付费用|以前期间调整|贷项|已收款|' +
  '期末余额|日期|单据|云账号|借方|贷方|余额|争议|账龄|未到期|90+ 天|收款户名|开户行|账号|金额（小写）|金额（大写）|' +
  '附言|我方确认上述余额无误。|差异说明|签字|公章|附件|附单据 1 张|人民币陆仟伍佰壹拾壹元捌角整';

test.each([
  ['en', english],
  ['zh', chinese],
] as const)('says every field in %s', (language, fields) => {
  const text = documentText(statement(statementFacts(language, 5, 'HT-ST-2026-0012')));
  for (const field of fields.split('|')) expect(text).toContain(field);
});

test('carries charges, credits and the balance from page to page', () => {
  const printable = statement(statementFacts('en', 60));
  const [carried, brought] = [rowsOf(printable, 'carried'), rowsOf(printable, 'brought')];
  expect(carried.length).toBeGreaterThan(1);
  expect(carried.map((cells) => cells.slice(1))).toEqual(brought.map((cells) => cells.slice(1)));
  const balances = rowsOf(printable, 'row').map((cells) => cells.at(-1));
  for (const cells of carried) expect(balances).toContain(cells.at(-1));
});

test('shows what was set off between the two', () => {
  const facts = statementFacts('en', 3);
  const netting = { due: 900_00n, receivable: 200_00n, net: 700_00n, payer: 'HR → HT' };
  const text = documentText(statement({ ...facts, netting }));
  for (const field of ['Netting', 'Gross due', 'Gross receivable', '700.00', 'HR → HT']) expect(text).toContain(field);
});

test('a month without lines is still a statement', () => {
  const facts = statementFacts('en', 3);
  const movement = { ...facts.movement, charges: 0n, credits: 0n, payments: 0n, closing: facts.movement.opening };
  const text = documentText(statement({ ...facts, lines: [], ageing: null, movement }));
  expect(text).toContain('12,000.00');
});

test('refuses a closing balance that its movements do not make', () => {
  const facts = statementFacts('en', 3);
  const movement = { ...facts.movement, closing: facts.movement.closing + 1n };
  expect(() => statement({ ...facts, movement })).toThrow(/closing balance/);
});
