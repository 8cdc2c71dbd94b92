// The kinds of records, in Chinese.
import type { Translated } from '../message.ts';
import type { records as english } from '../en/records.ts';

export const records: Translated<typeof english> = {
  'record.bookCreated': '新建账簿',
  'record.directoryImported': '导入设置',
  'record.entityAdded': '新增主体',
  'record.entityChanged': '修改主体',
  'record.accountAdded': '新增账号',
  'record.accountChanged': '修改账号',
  'record.accountClosed': '关闭账号',
  'record.accountMoved': '账号变更主体',
  'record.creditLimitSet': '设定信用额度',
  'record.linkStarted': '建立关联',
  'record.linkEnded': '结束关联',
  'record.paymentModeSwitched': '切换付款模式',
  'record.offerAdded': '新增优惠',
  'record.offerEnded': '结束优惠',
  'record.productBlocked': '排除产品',
  'record.voucherAdded': '新增代金券',
  'record.fundsMoved': '资金变动',
  'record.movementReversed': '冲销',
  'record.movementsDoneAtVendor': '云商处已办',
  'record.billsImported': '导入账单',
  'record.importUndone': '撤销导入',
  'record.exceptionsResolved': '处理异常',
  'record.chargesRun': '计费结转',
  'record.vendorBalanceRecorded': '登记云商余额',
  'record.reimbursementRecorded': '登记报销',
  'record.policySet': '设定策略',
};
