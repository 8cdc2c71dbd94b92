// What explanations say, in both languages: the names of columns and parts, and the sentence that puts them together.
import { type Decimal, negate } from '../../money/decimal.ts';
import { currencyDecimals } from '../../money/currency.ts';
import { formatFigure } from '../../money/display.ts';
import { formatDay } from '../../calendar/day.ts';
import type { Day } from '../../calendar/day.ts';
import type { Bucket } from '../../rules/bill.ts';
import type { MovementKind } from '../../rules/names.ts';
import type { Words } from '../words.ts';
import type { Part } from './explanation.ts';

/** The names of the columns that hold figures. */
const columnWords: Readonly<Record<string, Words>> = {
  targetDays: { en: 'Days asked for', zh: '目标天数' },
  afterDays: { en: 'Days after', zh: '之后可用天数' },
  suggested: { en: 'Suggested', zh: '建议金额' },
  free: { en: 'Free cash', zh: '可动用现金' },
  given: { en: 'Given', zh: '划出' },
  left: { en: 'Kept', zh: '留存' },
  repaid: { en: 'Owed, repaid first', zh: '先偿还的欠费' },
  frozenStays: { en: 'Stays, frozen', zh: '冻结留存' },
  rowsRead: { en: 'Rows read', zh: '读取行数' },
  rowsKept: { en: 'Rows kept', zh: '保留行数' },
  rowsAside: { en: 'Rows set aside', zh: '搁置行数' },
  sum: { en: 'Sum', zh: '合计' },
  average: { en: 'Average', zh: '平均' },
  min: { en: 'Smallest', zh: '最小' },
  max: { en: 'Largest', zh: '最大' },
  count: { en: 'Count', zh: '计数' },
  accounts: { en: 'Accounts', zh: '账号' },
  billsReceived: { en: 'Bills received', zh: '已收账单' },
  billsExpected: { en: 'Bills expected', zh: '应收账单' },
  exceptions: { en: 'Exceptions', zh: '异常' },
  runwayDays: { en: 'Days of cover', zh: '可用天数' },
  paysFor: { en: 'Accounts it pays for', zh: '代付账号' },
  openDues: { en: 'Open dues', zh: '未结往来' },
  allocatedToDate: { en: 'Allocated to date', zh: '累计划拨' },
  allocatedUnspent: { en: 'Allocated, unspent', zh: '已划拨未用' },
  amount: { en: 'Amount', zh: '金额' },
  after: { en: 'After', zh: '变更后' },
  available: { en: 'Available', zh: '可用额' },
  balance: { en: 'Balance', zh: '余额' },
  before: { en: 'Before', zh: '变更前' },
  billed: { en: 'Billed cost', zh: '账单金额' },
  burnPerDay: { en: 'Spent a day', zh: '日均消耗' },
  cash: { en: 'Cash', zh: '现金' },
  charges: { en: 'Charges', zh: '费用' },
  closing: { en: 'Closing', zh: '期末' },
  consumed: { en: 'Consumed', zh: '已消耗' },
  contract: { en: 'Contract price', zh: '合同价' },
  credit: { en: 'Credit', zh: '信用支付' },
  creditAvailable: { en: 'Credit left', zh: '剩余信用' },
  overdue: { en: 'Overdue', zh: '超额欠费' },
  creditLimit: { en: 'Credit limit', zh: '信用额度' },
  debit: { en: 'Debit', zh: '借方' },
  delta: { en: 'Change', zh: '变化' },
  difference: { en: 'Difference', zh: '差额' },
  discount: { en: 'Discount', zh: '折扣' },
  effective: { en: 'Effective cost', zh: '有效成本' },
  frozen: { en: 'Frozen', zh: '冻结' },
  gift: { en: 'Gift', zh: '赠送金' },
  inFile: { en: 'Sum in the file', zh: '文件合计' },
  intercompany: { en: 'Outstanding between entities', zh: '主体间未结' },
  keptSum: { en: 'Sum of kept lines', zh: '保留行合计' },
  ledger: { en: 'Ledger balance', zh: '账面余额' },
  list: { en: 'List price', zh: '目录价' },
  opening: { en: 'Opening', zh: '期初' },
  owed: { en: 'Owed', zh: '欠费' },
  paidOnBehalf: { en: 'Paid on behalf', zh: '代付' },
  payments: { en: 'Payments', zh: '付款' },
  posted: { en: 'Posted', zh: '已入账' },
  previous: { en: 'Month before', zh: '上月' },
  received: { en: 'Received', zh: '收到' },
  recoverable: { en: 'Recoverable', zh: '可回收' },
  remaining: { en: 'Remaining', zh: '剩余' },
  returned: { en: 'Returned', zh: '退回' },
  setOff: { en: 'Set off', zh: '抵销' },
  spent: { en: 'Spent', zh: '支出' },
  invoices: { en: 'Requests to make', zh: '待申请' },
  invoicesIssued: { en: 'Invoices issued', zh: '已开发票' },
  toInvoice: { en: 'To invoice', zh: '待开票' },
  total: { en: 'Total', zh: '合计' },
  unissuedInvoices: { en: 'Not yet invoiced', zh: '未开票' },
  vendorBalance: { en: 'Vendor balance', zh: '云商余额' },
  voucher: { en: 'Vouchers', zh: '代金券' },
  vouchers: { en: 'Vouchers', zh: '代金券' },
};

/** The name of a column; a figure's change, or what it was the month before, is named after the figure. */
export function columnName(column: string): Words {
  const of = /^(\w+)(Previous|Delta)$/.exec(column);
  if (of) return joined(columnName(of[1]!), plain('·'), columnWords[of[2]!.toLowerCase()]!);
  return columnWords[column] ?? plain(column);
}

/** A text that is the same in both languages: names, numbers, keys. */
export function plain(text: string): Words {
  return { en: text, zh: text };
}

/** Words one after another. */
export function joined(...words: readonly Words[]): Words {
  return { en: words.map(({ en }) => en).join(' '), zh: words.map(({ zh }) => zh).join(' ') };
}

const movementWords: Readonly<Record<MovementKind, Words>> = {
  'top-up': { en: 'Top-up', zh: '充值' },
  allocation: { en: 'Allocation', zh: '划拨' },
  recovery: { en: 'Recovery', zh: '收回' },
  gift: { en: 'Gift', zh: '赠送' },
  'gift-expiry': { en: 'Gift expired', zh: '赠送金到期' },
  freeze: { en: 'Freeze', zh: '冻结' },
  unfreeze: { en: 'Unfreeze', zh: '解冻' },
  withdrawal: { en: 'Withdrawal', zh: '提现' },
  'opening-cash': { en: 'Opening cash', zh: '期初现金' },
  'opening-owed': { en: 'Opening owed', zh: '期初欠费' },
};

export const partWords = {
  movement: (kind: MovementKind, key: string, date: Day): Words => {
    const { en, zh } = movementWords[kind];
    return { en: `${en} ${key} of ${formatDay(date)}`, zh: `${formatDay(date)} ${zh} ${key}` };
  },
  lot: (origin: string, date: Day, trail: readonly string[]): Words => {
    const [en, zh] = trail.length === 0 ? ['', ''] : [` through ${trail.join(', ')}`, `，经 ${trail.join('、')}`];
    return { en: `Cash of ${origin}, ${formatDay(date)}${en}`, zh: `${origin} 的现金，${formatDay(date)}${zh}` };
  },
  lines: ({ product, category, startDay, endDay, lines }: Bucket, file: string): Words => {
    const days = startDay === endDay ? formatDay(startDay) : `${formatDay(startDay)}..${formatDay(endDay)}`;
    return {
      en: `${lines} lines of ${file}: ${product} ${category}, ${days}`,
      zh: `${file} 中 ${lines} 行：${product} ${category}，${days}`,
    };
  },
  charge: (owner: string, product: string, category: string): Words => plain(`${owner} ${product} ${category}`),
  hiddenCharge: { en: 'A charge of another account', zh: '其他账号的费用' },
  voucher: (key: string): Words => ({ en: `Voucher ${key}`, zh: `代金券 ${key}` }),
  missingBill: (payer: string): Words => ({ en: `${payer}: missing`, zh: `${payer}：缺失` }),
  cover: (available: string, perDay: string): Words => ({
    en: `${available} available ÷ ${perDay} a day, whole days`,
    zh: `可用 ${available} ÷ 日均 ${perDay}，取整天数`,
  }),
  noneIssued: { en: 'Invoices are drafted here; none is issued yet.', zh: '此处仅生成草稿，尚未开具发票。' },
  rounding: { en: 'Rounding, once per charge', zh: '舍入（每笔费用一次）' },
  changed: { en: 'Changed since the charges were posted', zh: '入账后有变化' },
  noOffer: { en: 'Billed otherwise than list without an offer', zh: '无合同价而与目录价不同' },
  tiers: { en: 'Tiered prices', zh: '阶梯价' },
  payableTotal: { en: 'Payable total, rounded once', zh: '应付合计（舍入一次）' },
  billedTotal: { en: 'Billed total, rounded once', zh: '账单合计（舍入一次）' },
  sumOfCharges: { en: 'Sum of the charges', zh: '各笔费用合计' },
  returned: { en: 'Left over by refunds, kept as cash', zh: '退款抵销后的余额转为现金' },
  owedFor: (what: string): Words => ({ en: `Owed for ${what}`, zh: `欠费：${what}` }),
  owedOpening: { en: 'Owed from before the book', zh: '账套之前的欠费' },
  giftSpent: (period: string): Words => ({ en: `Gift spent in ${period}`, zh: `${period} 使用的赠送金` }),
  recovered: { en: 'Recovered', zh: '已收回' },
  unspent: { en: 'Unspent', zh: '未用' },
  heldByFreeze: { en: 'Held by a freeze', zh: '被冻结' },
  setOffWith: (owner: string, product: string): Words => ({
    en: `Set off with ${owner} ${product}`,
    zh: `与 ${owner} ${product} 抵销`,
  }),
  cashOf: (origin: string): Words => ({ en: `Cash of ${origin}`, zh: `${origin} 的现金` }),
  cashPaid: { en: 'Paid in cash, refunds taken off', zh: '现金支付（扣除退款）' },
  creditPaid: { en: 'Paid by credit', zh: '信用支付' },
  repaid: (what: Words): Words => ({ en: `Repaid: ${what.en}`, zh: `归还：${what.zh}` }),
  carried: { en: 'Carried over from the month before', zh: '上月结转' },
  monthBefore: { en: 'Closing of the month before', zh: '上月期末' },
  reimbursement: (key: string, date: Day): Words => ({
    en: `Reimbursement ${key} of ${formatDay(date)}`,
    zh: `${formatDay(date)} 报销 ${key}`,
  }),
  openingDue: (key: string): Words => ({ en: `Opening ${key}`, zh: `期初 ${key}` }),
  entityChanged: { en: 'The account moved to another entity', zh: '账号转到其他主体' },
  daysOfCover: (days: string, perDay: string): Words => ({
    en: `${days} days at ${perDay} a day`,
    zh: `日均 ${perDay} × ${days} 天`,
  }),
  written: (text: string): Words => ({ en: `Written in the plan as ${text}.`, zh: `方案中填写为 ${text}。` }),
  asked: { en: 'Asked for in the plan.', zh: '方案中填写。' },
  enough: { en: 'What is available covers it.', zh: '可用额已足够。' },
  setAside: { en: 'Lines set aside', zh: '搁置的行' },
  tried: (file: string): Words => ({
    en: `Added up exactly over the rows of ${file}, which was tried out and is not imported yet.`,
    zh: `由 ${file} 各行精确相加；该文件只是试读，尚未导入。`,
  }),
  rowsFromTo: (from: number, to: number): Words => ({ en: `Rows ${from} to ${to}`, zh: `第 ${from} 至 ${to} 行` }),
  sumByCount: (sum: string, count: number): Words => ({ en: `${sum} ÷ ${count} cells.`, zh: `${sum} ÷ ${count} 格。` }),
  perDay: (period: string, days: number): Words => ({
    en: `Cash and credit paid in ${period}, divided by ${days} days.`,
    zh: `${period} 的现金与信用支出除以 ${days} 天。`,
  }),
} as const;

/** At most this many parts are written out in a sentence. */
const mostInSentence = 6;

/** `Amount CNY 70.00 = list price 100.00 − discount 30.00`: the figure and its parts, or how many they are. */
export function sentenceOf(
  title: Words,
  value: Decimal,
  currency: string,
  parts: readonly Part[],
  note?: Words,
): Words {
  const [end, ende] = note ? [` ${note.en}`, note.zh] : ['', ''];
  const amount = `${currency} ${shown(value, currency)}`.trim();
  if (parts.length === 0) return { en: `${title.en}: ${amount}.${end}`, zh: `${title.zh}：${amount}。${ende}` };
  if (parts.length > mostInSentence)
    return {
      en: `${title.en} ${amount} is the sum of ${parts.length} parts.${end}`,
      zh: `${title.zh} ${amount}，由 ${parts.length} 项合计。${ende}`,
    };
  const terms = (language: 'en' | 'zh'): string =>
    parts
      .map(({ label, value: part }, at) => `${sign(part, at)}${label[language]} ${shown(size(part), currency)}`)
      .join('');
  return { en: `${title.en} ${amount} = ${terms('en')}.${end}`, zh: `${title.zh} ${amount} = ${terms('zh')}。${ende}` };
}

function sign({ coefficient }: Decimal, at: number): string {
  if (at === 0) return coefficient < 0n ? '−' : '';
  return coefficient < 0n ? ' − ' : ' + ';
}

function size(value: Decimal): Decimal {
  return value.coefficient < 0n ? negate(value) : value;
}

/** With the decimals of the currency, more where the amount has more. */
function shown(value: Decimal, currency: string): string {
  const least = currency === '' ? 0 : currencyDecimals(currency);
  let { coefficient, scale } = value;
  while (scale > least && coefficient % 10n === 0n) {
    coefficient /= 10n;
    scale -= 1;
  }
  const figure = { coefficient, scale };
  return coefficient === 0n ? '0' : formatFigure(figure, Math.max(scale, least), 'en', 'minus');
}
