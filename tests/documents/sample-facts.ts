// Facts of documents for tests: a group with long names, rare characters, refunds, and as many rows as are asked for.
import { type Day, type Month, parseDay, parseMonth } from '../../shared/calendar/day.ts';
import type {
  BillAccount,
  BillAmounts,
  BillFacts,
  BillPart,
  BillProduct,
} from '../../shared/documents/consolidated-bill-facts.ts';
import type { Stamp, TaxTitle } from '../../shared/documents/facts.ts';
import type { RequestFacts, RequestKind, RequestLine } from '../../shared/documents/invoice-request-facts.ts';
import type { StatementFacts, StatementLine } from '../../shared/documents/statement-facts.ts';
import type { DocumentLanguage } from '../../shared/documents/words.ts';
import { parseDecimal } from '../../shared/money/decimal.ts';

export const period: Month = parseMonth('2026-10')!;
const issued: Day = parseDay('2026-11-03')!;
const due: Day = parseDay('2026-12-03')!;

export function stampIn(language: DocumentLanguage, number: string | null): Stamp {
  return {
    language,
    bookName: 'Harbour Group',
    period,
    number,
    version: 1,
    mark: null,
    printedAt: '2026-11-03 09:15 UTC',
    verification: '3f9a01bc',
  };
}

export const harbour: TaxTitle = {
  name: 'Harbour Technology Holdings Limited',
  nameZh: '港湾科技控股有限公司',
  taxId: '91440300MA5FJ2YR8X',
  address: 'Unit 2301, Tower B, Kerry Plaza, 1 Zhongxinsi Road, Futian District, Shenzhen',
  phone: '+86 755 8266 1000',
  bank: 'Bank of China, Shenzhen Futian Branch 中国银行深圳福田支行',
  bankAccount: '7559 0001 2345 6789 012',
};

/** A long name with characters that few fonts hold. */
export const retail: TaxTitle = {
  name: 'Harbour Retail and Consumer Services (Greater Bay Area) Company Limited',
  nameZh: '龑骉港湾零售与消费服务（粤港澳大湾区）股份有限公司',
  taxId: '91440300MA5GKT3W4D',
  address: '深圳市南山区粤海街道科技园社区科苑路15号科兴科学园B栋',
  phone: '0755-8600 2222',
  bank: '招商银行深圳分行',
  bankAccount: '7559 4321 0000 1111',
};

const products = [
  'Cloud Virtual Machine',
  'Cloud Object Storage',
  '云数据库 MySQL',
  'Content Delivery Network – dynamic acceleration, mainland China',
  'Load Balancer',
];

function sumOf(amounts: readonly BillAmounts[]): BillAmounts {
  const sum = (pick: (each: BillAmounts) => bigint) => amounts.reduce((total, each) => total + pick(each), 0n);
  return {
    list: sum((each) => each.list),
    discount: sum((each) => each.discount),
    setOff: sum((each) => each.setOff),
    vouchers: sum((each) => each.vouchers),
    gift: sum((each) => each.gift),
    cash: sum((each) => each.cash),
    credit: sum((each) => each.credit),
    total: sum((each) => each.total),
  };
}

/** A product's charges; every seventh is a refund. */
function productOf(index: number): BillProduct {
  const refund = index % 7 === 6;
  const list = refund ? -12_345n : BigInt(1_234_567 + index * 98_765);
  const total = (list * 7n) / 10n;
  const vouchers = refund ? 0n : total / 10n;
  const gift = refund ? 0n : BigInt((index % 3) * 5_000);
  const amounts = { list, discount: list - total, setOff: 0n, vouchers, gift, credit: 0n, total };
  return {
    product: products[index % products.length]!,
    multiplier: parseDecimal('0.7')!,
    amounts: { ...amounts, cash: total - vouchers - gift },
  };
}

function accountOf(index: number, count: number): BillAccount {
  const own = Array.from({ length: count }, (_, product) => productOf(index * 3 + product));
  return {
    name: index % 4 === 3 ? '零售-生产环境-华南一区-核心交易系统账号' : `harbour-prod-${index + 1}`,
    account: `tencent:1000${17_000_000 + index}`,
    mode: index === 0 ? 'self-pay' : 'pay-on-behalf',
    payer: index === 0 ? '' : 'harbour-admin',
    sources: ['tencent-2026-10-l3.csv'],
    amounts: sumOf(own.map(({ amounts }) => amounts)),
    products: own,
  };
}

type Section = BillPart['sections'][number];

function sectionOf(code: string, title: TaxTitle, accounts: readonly BillAccount[]): Section {
  const amounts = sumOf(accounts.map((account) => account.amounts));
  return { code, name: title.name, nameZh: title.nameZh, accounts, amounts };
}

function summaryOf(sections: readonly Section[]): BillPart['summary'] {
  const amounts = sumOf(sections.map((section) => section.amounts));
  const selfPaid = sections[0]!.accounts[0]!.amounts.total;
  return {
    amounts,
    previousBalance: 50_000_000n,
    topUps: 20_000_000n,
    allocationsIn: 0n,
    allocationsOut: 1_500_000n,
    closingBalance: 68_500_000n - amounts.cash,
    tax: 0n,
    paidOnBehalf: amounts.total - selfPaid,
    selfPaid,
  };
}

function entityOf({ accounts, amounts, ...names }: Section, index: number): BillPart['entities'][number] {
  const { list, discount, vouchers, total } = amounts;
  const previous = index === 0 ? 25_000_000n : null;
  return { ...names, accounts: accounts.length, list, discount, vouchers, tax: 0n, total, previous };
}

function partOf(sections: readonly Section[]): BillPart {
  const summary = summaryOf(sections);
  const { list, discount, total } = summary.amounts;
  const file = 'tencent-2026-10-l3.csv';
  const multiplier = parseDecimal('0.7')!;
  return {
    currency: 'CNY',
    summary,
    entities: sections.map(entityOf),
    services: [{ provider: 'tencent', service: products[0]!, list, total }],
    sections,
    discounts: [{ holder: 'harbour-admin', product: '*', base: list, multiplier, saved: discount, deviation: -321n }],
    tieOut: [{ file, vendorTotal: total, adjustments: 0n, statement: total, difference: 0n }],
    exceptions: [{ code: 'unknown-account', count: 2, amount: 12_300n, resolution: 'adopted' }],
  };
}

/** A bill of so many accounts with three products each, in two entities. */
export function billFacts(language: DocumentLanguage, accounts: number, number: string | null = null): BillFacts {
  const all = Array.from({ length: accounts }, (_, index) => accountOf(index, 3));
  const half = Math.ceil(accounts / 2);
  const sections = [sectionOf('HT', harbour, all.slice(0, half)), sectionOf('HR', retail, all.slice(half))];
  return {
    stamp: stampIn(language, number),
    desk: harbour,
    account: 'tencent:100017000000',
    scope: 'group',
    preparedBy: 'Chen Wei 陈伟',
    reviewedBy: 'Lin Yue 林玥',
    parts: [partOf(sections.filter((section) => section.accounts.length > 0))],
  };
}

function requestLine(index: number): RequestLine {
  const net = index % 5 === 4 ? -50_000n : BigInt(840_000 + index * 1_234);
  return {
    description: index % 2 === 0 ? '*信息技术服务*云服务费' : 'Cloud services: Content Delivery Network',
    account: `harbour-prod-${index + 1} · 1000${17_000_000 + index}`,
    quantity: parseDecimal('1')!,
    unitPrice: parseDecimal('12000.123456')!,
    multiplier: parseDecimal('0.7')!,
    net,
    taxRate: parseDecimal('0.06')!,
    tax: 0n,
  };
}

/** A request with so many lines at 6 % tax. */
export function requestFacts(
  kind: RequestKind,
  language: DocumentLanguage,
  count: number,
  number: string | null = null,
): RequestFacts {
  const bare = Array.from({ length: count }, (_, index) => requestLine(index));
  const net = bare.reduce((sum, line) => sum + line.net, 0n);
  const lines = bare.map((line) => ({ ...line, tax: (line.net * 6n) / 100n }));
  const tax = lines.reduce((sum, line) => sum + line.tax, 0n);
  return {
    kind,
    stamp: stampIn(language, number),
    seller: harbour,
    buyer: retail,
    contact: '林玥 Lin Yue',
    reference: 'CC-4410',
    currency: 'CNY',
    issued,
    due,
    lines,
    rates: [{ rate: parseDecimal('0.06')!, base: net, tax, note: '' }],
    totals: { net, tax, total: net + tax },
    applied: [],
    amountDue: net + tax,
    remarks: ['合同 TC-2026-03；明细见附表 / Contract TC-2026-03'],
    applicant: '陈伟',
    reviewer: '林玥',
    fapiaoNumber: '',
  };
}

/** A statement with so many charges, a credit and a payment. */
export function statementFacts(
  language: DocumentLanguage,
  charges: number,
  number: string | null = null,
): StatementFacts {
  const opening = 1_200_000n;
  let balance = opening;
  const lines = Array.from({ length: charges + 2 }, (_, index): StatementLine => {
    const charge = index < charges ? BigInt(123_456 + index * 7_890) : null;
    const credit = index === charges ? 45_000n : index === charges + 1 ? 1_200_000n : null;
    balance += (charge ?? 0n) - (credit ?? 0n);
    return {
      date: charge === null ? issued : parseDay('2026-10-31')!,
      document: charge === null ? 'RB-2026-10' : '',
      account: charge === null ? '' : `harbour-prod-${index + 1}`,
      accountId: charge === null ? '' : `1000${17_000_000 + index}`,
      provider: charge === null ? '' : 'tencent',
      description: credit === 1_200_000n ? 'Payment received 已收款' : products[index % products.length]!,
      charge,
      credit,
      balance,
      invoice: '',
      disputed: index === 3,
    };
  });
  const charged = lines.reduce((sum, line) => sum + (line.charge ?? 0n), 0n);
  return {
    stamp: stampIn(language, number),
    creditor: harbour,
    debtor: retail,
    currency: 'CNY',
    issued,
    due,
    agreement: 'ICA-2026-02',
    movement: {
      opening,
      charges: charged,
      earlierPeriods: 0n,
      credits: 45_000n,
      payments: 1_200_000n,
      closing: balance,
    },
    lines,
    ageing: { current: balance, upTo30: 0n, upTo60: 0n, upTo90: 0n, over90: 0n },
    netting: null,
    swift: 'BKCHCNBJ45A',
    attachments: [{ name: 'Consolidated bill 合并账单', count: 1 }],
  };
}
