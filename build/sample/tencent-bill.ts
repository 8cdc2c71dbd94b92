// The sample's lines as Tencent Cloud bill details (L3), with English or Chinese headings (formats.md §3).
import { formatMonth } from '../../shared/calendar/day.ts';
import { formatCoefficient } from '../../shared/money/decimal.ts';
import { clockText } from './clock-text.ts';
import { type SampleLine, type Transaction, scales } from './line.ts';

const headings = {
  en: 'Payer Account ID,Owner Account ID,Operator Account ID,Product Code,Product Name,Subproduct Name,Billing Mode,Transaction Type,Transaction ID,Transaction Time,Usage Start Time,Usage End Time,Instance ID,Instance Name,Project Name,Region,Component Name,Component List Price,Component Usage,Component Usage Unit,Original Cost,Discount Multiplier,Voucher Deduction,Gift (Free Credit) Payment,Cash Payment,Total Amount After Discount (Excluding Tax),Currency,Bill Month,Tag:env',
  zh: '支付者 UIN,使用者 UIN,操作者 UIN,产品编码,产品名称,子产品名称,计费模式,交易类型,交易 ID,扣费时间,开始使用时间,结束使用时间,资源 ID,资源别名,项目名称,地域,组件名称,组件刊例价,组件用量,组件用量单位,组件原价,折扣率,优惠券支出,赠送账户支出,现金账户支出,优惠后总价,币种,账单月份,标签键:env',
} as const;

interface Wording {
  readonly transactions: Readonly<Partial<Record<Transaction, string>>>;
  readonly payAsYouGo: string;
  readonly subscription: string;
  readonly standard: string;
  readonly project: string;
  readonly component: string;
}

const wordings: Readonly<Record<'en' | 'zh', Wording>> = {
  en: {
    transactions: {
      hourly: 'Hourly settlement',
      daily: 'Daily settlement',
      monthly: 'Monthly settlement',
      purchase: 'Purchase',
      renewal: 'Renewal',
      refund: 'Refund',
      adjustment: 'adjust-CR',
    },
    payAsYouGo: 'Pay-as-you-go',
    subscription: 'Monthly subscription',
    standard: 'standard',
    project: 'Default Project',
    component: 'Compute',
  },
  zh: {
    transactions: {
      hourly: '按量计费小时结',
      daily: '按量计费日结',
      monthly: '按量计费月结',
      purchase: '包年包月新购',
      renewal: '包年包月续费',
      refund: '包年包月退款',
      adjustment: '调账补偿',
    },
    payAsYouGo: '按量计费',
    subscription: '包年包月',
    standard: '标准版',
    project: '默认项目',
    component: '算力',
  },
};
const settled: ReadonlySet<Transaction> = new Set(['hourly', 'daily', 'monthly']);

export function tencentHeader(language: 'en' | 'zh'): string {
  return `${headings[language]}\n`;
}

/** One line with its line feed; no cell needs quotes. */
export function tencentRow(line: SampleLine, language: 'en' | 'zh'): string {
  const { owner, product } = line;
  const wording = wordings[language];
  const name = language === 'en' ? product.name : product.nameZh;
  const region = language === 'en' ? line.region.name : line.region.nameZh;
  const mode = settled.has(line.transaction) ? wording.payAsYouGo : wording.subscription;
  const list = line.list === null ? '-' : formatCoefficient(line.list, scales.list);
  const multiplier = line.thousandths === null ? '-' : formatCoefficient(line.thousandths, 3);
  const billed = formatCoefficient(line.billed, scales.billed);
  const cash = formatCoefficient(line.billed - line.missingCash - line.fromVoucher, scales.billed);
  const voucher = line.fromVoucher === 0n ? '0' : formatCoefficient(line.fromVoucher, scales.billed);
  const times = `${clockText(line.paidAt, ' ')},${clockText(line.start, ' ')},${clockText(line.end, ' ')}`;
  const price = formatCoefficient(BigInt(product.listPrice), scales.price);
  return `${line.vendorPayer},${owner.id},${owner.id},${product.code},${name},${name} - ${wording.standard},${mode},${wording.transactions[line.transaction]},${line.transactionId},${times},${line.resource},${owner.name},${wording.project},${region},${wording.component},${price},${formatCoefficient(line.quantity, scales.quantity)},${product.unit},${list},${multiplier},${voucher},0,${cash},${billed},${owner.currency},${formatMonth(line.month)},prod\n`;
}
