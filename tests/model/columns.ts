// The column names of the bill formats that the model reads (formats.md §3), and how spellings are compared.

/** A column's name without what spellings differ in: case, spaces, hyphens, underscores, dots, brackets. */
export function columnName(text: string): string {
  return text.toLowerCase().replace(/[\s\-_.()（）]/g, '');
}

/** The spellings of each field of a FOCUS file. */
export const focusColumns: Record<string, string[]> = {
  provider: ['ProviderName'],
  month: ['BillingPeriodStart'],
  payer: ['BillingAccountId'],
  owner: ['SubAccountId'],
  product: ['ServiceName'],
  list: ['ListCost'],
  billed: ['BilledCost'],
  effective: ['EffectiveCost'],
  commitment: ['CommitmentDiscountStatus'],
  unitPrice: ['ListUnitPrice'],
  quantity: ['PricingQuantity'],
  currency: ['BillingCurrency'],
  start: ['ChargePeriodStart'],
  end: ['ChargePeriodEnd'],
  category: ['ChargeCategory'],
};

/** The columns that make a file a FOCUS file. */
export const focusRequired = [
  'BilledCost',
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodStart',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ServiceName',
];

/** The spellings of each field of a Tencent Cloud L3 file. */
export const tencentColumns: Record<string, string[]> = {
  payer: ['Payer Account ID', '支付者 UIN', 'PayerUin'],
  owner: ['Owner Account ID', '使用者 UIN', 'OwnerUin'],
  productCode: ['Product Code', '产品编码', 'BusinessCode'],
  product: ['Product Name', '产品名称', 'BusinessCodeName'],
  transactionType: ['Transaction Type', '交易类型', 'ActionTypeName'],
  transactionTime: ['Transaction Time', 'Deduction Time', '扣费时间', 'PayTime'],
  start: ['Usage Start Time', '开始使用时间', 'FeeBeginTime'],
  end: ['Usage End Time', '结束使用时间', 'FeeEndTime'],
  resource: ['Instance ID', 'Resource ID', '资源 ID', 'ResourceId'],
  unitPrice: ['Component List Price', '组件刊例价', 'SinglePrice'],
  quantity: ['Component Usage', '组件用量', 'UsedAmount'],
  list: ['Original Cost', '组件原价', '原价', 'Cost'],
  billed: [
    'Total Amount After Discount (Excluding Tax)',
    'Total Cost',
    'Amount After Discount',
    '优惠后总价',
    'RealCost',
  ],
  tax: ['Tax Amount', '税额', 'TaxAmount'],
  currency: ['Currency', '币种'],
  month: ['Bill Month', '账单月份', 'BillMonth'],
};
