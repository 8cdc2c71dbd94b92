// The words of the month brief in both languages; those above narrow columns are short, so that names have room.
import type { Label } from './words.ts';

export const briefWords = {
  title: { en: 'MONTH BRIEF', zh: '月度简报' },
  state: { en: 'Charges', zh: '计费' },
  figures: { en: 'Figures', zh: '主要数字' },
  entities: { en: 'Entities', zh: '法人主体' },
  entity: { en: 'Entity', zh: '法人主体' },
  accounts: { en: 'Accts.', zh: '账号' },
  bills: { en: 'Bills', zh: '账单' },
  currency: { en: 'Cur.', zh: '币种' },
  charges: { en: 'Charges', zh: '费用' },
  change: { en: 'Change', zh: '变化' },
  percent: { en: '%', zh: '%' },
  balance: { en: 'Balance', zh: '余额' },
  runway: { en: 'Runway days', zh: '可用天数' },
  exceptions: { en: 'Exc.', zh: '异常' },
  invoices: { en: 'Inv.', zh: '发票' },
  close: { en: 'Close', zh: '月结' },
  task: { en: 'To do', zh: '待办' },
  count: { en: 'Count', zh: '数量' },
  product: { en: 'Product and entity', zh: '产品、主体' },
  total: { en: 'Total', zh: '合计' },
  open: { en: 'Open this month', zh: '本月待办' },
  nothingOpen: { en: 'Nothing is waiting.', zh: '没有待办事项。' },
  history: { en: 'Charges by month', zh: '各月费用' },
  noHistory: { en: 'No month has been run yet.', zh: '尚无已结转的月份。' },
  otherEntities: { en: 'Other entities', zh: '其他主体' },
  movers: { en: 'Largest changes', zh: '最大变化' },
  notRun: { en: 'Told once the charges of the month have been run.', zh: '结转本月费用后显示。' },
  noMovers: { en: 'No change against the month before.', zh: '较上月无变化。' },
  otherChanges: { en: 'All other changes', zh: '其余变化' },
  runningDry: { en: 'Running dry within 30 days', zh: '30 天内余额不足' },
  nobodyDry: { en: 'Every account lasts at least 30 days.', zh: '所有账号至少可用 30 天。' },
  available: { en: 'Available', zh: '可用额' },
  account: { en: 'Account', zh: '云账号' },
  days: { en: 'Days', zh: '天数' },
} as const satisfies Record<string, Label>;

/** `3 others`. */
export function othersWords(count: number): Label {
  return { en: count === 1 ? '1 other' : `${count} others`, zh: `其余 ${count} 家` };
}

/** `3 more accounts`. */
export function moreAccounts(count: number): Label {
  return { en: count === 1 ? '1 more account' : `${count} more accounts`, zh: `另有 ${count} 个账号` };
}
