// The words of dialogs, menus and notifications that the main process shows itself, in both languages. What the page
// shows is worded in renderer/.
import type { Settings } from '../../shared/contract/app.ts';

const english = {
  bills: 'Bills',
  books: 'Purser books',
  chooseBills: 'Choose bills to import',
  openBook: 'Open a book',
  newBook: 'Where to keep the new book',
  saveDocument: 'Where to save the document',
  exportTable: 'Where to save the table',
  chooseBackup: 'Choose a backup to restore',
  backups: 'Backups',
  views: 'Purser views',
  exportViews: 'Where to save the views',
  importViews: 'Choose a file of views',
  backUpTo: 'Where to keep backups of this book',
  workIsRunning: 'Work is still running.',
  workWillStop: 'If you close now, it is stopped. An import or a run of charges then has not happened.',
  keepWorking: 'Keep Working',
  stopAndClose: 'Stop and Close',
  openFailed: 'The book was not opened.',
  backupFailed: 'The backup on closing was not written.',
  defect: 'Purser has met a defect of its own.',
  defectNext: 'Nothing was acknowledged. Try again; what it was stands in the log.',
  import: 'The import has ended.',
  charges: 'The run of charges has ended.',
  documents: 'The documents have been made.',
  export: 'The table has been written.',
  verify: 'Verifying the ledger has ended.',
  restore: 'Restoring the backup has ended.',
  salvage: 'Salvaging the book has ended.',
  backup: 'The backup has been written.',
  open: 'The book is open.',
};

const chinese: typeof english = {
  bills: '账单',
  books: 'Purser 账簿',
  chooseBills: '选择要导入的账单',
  openBook: '打开账簿',
  newBook: '新账簿的保存位置',
  saveDocument: '文件保存位置',
  exportTable: '表格保存位置',
  chooseBackup: '选择要恢复的备份',
  backups: '备份',
  views: 'Purser 视图',
  exportViews: '视图保存位置',
  importViews: '选择视图文件',
  backUpTo: '此账簿备份的保存位置',
  workIsRunning: '仍有工作正在进行。',
  workWillStop: '现在关闭将停止该工作；导入或计费结转则视为未发生。',
  keepWorking: '继续工作',
  stopAndClose: '停止并关闭',
  openFailed: '账簿未能打开。',
  backupFailed: '关闭时的备份未能写入。',
  defect: 'Purser 自身出现错误。',
  defectNext: '未确认任何更改。请重试；详情见日志。',
  import: '导入已结束。',
  charges: '计费结转已结束。',
  documents: '单据已生成。',
  export: '表格已写入。',
  verify: '账簿校验已结束。',
  restore: '备份恢复已结束。',
  salvage: '账簿抢救已结束。',
  backup: '备份已写入。',
  open: '账簿已打开。',
};

export type Words = typeof english;

/** The words of a language. */
export function wordsOf(language: Settings['language']): Words {
  return language === 'zh-CN' ? chinese : english;
}
