// The table of Tencent Cloud's bill details (L3): international and Chinese headings, API field names (formats.md §3).
import type { Category } from '../../../shared/rules/names.ts';
import type { BillFormat } from '../bill-format.ts';

/** Words of a transaction type, in order: the first that it contains decides. */
const typeWords: readonly (readonly [Category, readonly string[]])[] = [
  ['Refund', ['refund', 'reversal', '退款', '退费', '冲正']],
  ['Adjustment', ['adjust', '调账', '补偿']],
  ['Purchase', ['purchase', 'renew', 'modif', 'new monthly', 'one-off', '新购', '续费', '变更', '变配']],
];

function categoryOfType(type: string): Category {
  const folded = type.toLowerCase();
  return typeWords.find(([, words]) => words.some((word) => folded.includes(word)))?.[0] ?? 'Usage';
}

export const tencentL3: BillFormat = {
  name: 'Tencent Cloud bill details (L3)',
  headings: {
    payer: ['Payer Account ID', '支付者 UIN', 'PayerUin'],
    owner: ['Owner Account ID', '使用者 UIN', 'OwnerUin'],
    operator: ['Operator Account ID', '操作者 UIN', 'OperateUin'],
    productCode: ['Product Code', '产品编码', 'BusinessCode'],
    product: ['Product Name', '产品名称', 'BusinessCodeName'],
    subproduct: ['Subproduct Name', '子产品名称', 'ProductCodeName'],
    billingMode: ['Billing Mode', '计费模式', 'PayModeName'],
    transactionType: ['Transaction Type', '交易类型', 'ActionTypeName'],
    order: ['Order ID', '订单 ID', 'OrderId'],
    transaction: ['Transaction ID', '交易 ID', 'BillId'],
    transactionTime: ['Transaction Time', 'Deduction Time', '扣费时间', 'PayTime'],
    start: ['Usage Start Time', '开始使用时间', 'FeeBeginTime'],
    end: ['Usage End Time', '结束使用时间', 'FeeEndTime'],
    resource: ['Instance ID', 'Resource ID', '资源 ID', 'ResourceId'],
    resourceName: ['Instance Name', '资源别名', '资源名称', 'ResourceName'],
    project: ['Project Name', '项目名称', 'ProjectName'],
    region: ['Region', '地域', 'RegionName'],
    zone: ['Availability Zone', '可用区', 'ZoneName'],
    component: ['Component Type', '组件类型', 'ComponentCodeName'],
    componentName: ['Component Name', '组件名称', 'ItemCodeName'],
    unitPrice: ['Component List Price', '组件刊例价', 'SinglePrice'],
    quantity: ['Component Usage', '组件用量', 'UsedAmount'],
    unit: ['Component Usage Unit', '组件用量单位', 'UsedAmountUnit'],
    list: ['Original Cost', '组件原价', '原价', 'Cost'],
    multiplier: ['Discount Multiplier', '折扣率', 'Discount'],
    billed: [
      'Total Amount After Discount (Excluding Tax)',
      'Total Cost',
      'Amount After Discount',
      '优惠后总价',
      'RealCost',
    ],
    voucher: ['Voucher Deduction', '优惠券支出', '代金券支出', 'VoucherPayAmount'],
    cash: ['Cash Payment', '现金账户支出', 'CashPayAmount'],
    gift: ['Gift (Free Credit) Payment', 'Gift Payment', 'Free Credit Payment', '赠送账户支出', 'IncentivePayAmount'],
    royalty: ['Commission Payment', '分成金账户支出', 'TransferPayAmount'],
    tax: ['Tax Amount', '税额', 'TaxAmount'],
    currency: ['Currency', '币种'],
    month: ['Bill Month', '账单月份', 'BillMonth'],
    tags: ['Tags'],
  },
  tagHeadings: ['Tag:', 'tag_key:', '标签键:'],
  unused: ['Tax Rate', '税率', 'TaxRate', 'Total Cost (Including Tax)', '含税总价'],
  required: [['payer'], ['owner'], ['productCode', 'product'], ['start', 'transactionTime'], ['billed']],
  provider: 'tencent',
  offsetMinutes: 8 * 60,
  payerOwns: false,
  category: categoryOfType,
  roundingResource: 'billVirtualId',
};
