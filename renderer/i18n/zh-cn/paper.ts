// What leaves the program, in Chinese: exports and printed pages.
import type { Translated } from '../message.ts';
import type { paper as english } from '../en/paper.ts';

export const paper: Translated<typeof english> = {
  'export.show': '在文件夹中显示',
  'export.saved': { other: '已导出 {count} 行至 {path}' },
  'paper.scope': '范围',
  'paper.month': '账期',
  'paper.filter': '筛选',
  'paper.pages': '页面',
  'paper.making': '正在排版',
  'paper.save': '另存为 PDF',
  'paper.print': '打印…',
  'paper.saved': '已保存为 {path}',
  'paper.printed': '{title}已发送至打印机',
  'paper.brief': '{period} 月度简报',
  'paper.briefName': '月度简报',
  'paper.in.en': '英文',
  'paper.in.zh': '中文',
  'paper.draftsAction': '单据…',
  'paper.drafts': '{period} 单据草稿',
  'paper.consolidated-bill': '合并账单',
  'paper.invoice-request': '开票申请',
  'paper.fapiao-request': '开票申请单',
  'paper.charge-note': '内部结算单',
  'paper.statement': '内部往来结算单',
  'paper.tooLong': '本表有 {count} 行，最多可打印 {most} 行。',
  'paper.tooLongNext': '请筛选本表，或将其导出。',
  'paper.noDrafts': '{period} 在此范围内没有单据。',
  'paper.noDraftsNext': '请选择全部主体，或先进行本月计费结转。',
  'paper.pageCount': { other: '共 {count} 页' },
};
