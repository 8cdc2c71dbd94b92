// Every action of the window: its name, its menu, its chord, in one table that the native menu, the palette, the keyboard
// and the shortcut sheet are made of. It says nothing of what an action does.

/** Menus in their order. */
export const menus = ['file', 'edit', 'view', 'go', 'actions', 'help'] as const;
export type Menu = (typeof menus)[number];

/** Where a chord is heard: anywhere, or with the focus in a grid. Anywhere wins nothing in a grid that has its own. */
export type Scope = 'app' | 'grid';

interface Row {
  readonly menu: Menu;
  readonly scope: Scope;
  /** `Mod` is Ctrl, on macOS Cmd; `G O` is a sequence. Key names are those of KeyboardEvent.code without Key and Digit. */
  readonly chords: readonly string[];
  /** The chords on macOS where they differ. */
  readonly macChords?: readonly string[];
  readonly en: string;
  readonly zh: string;
}

const go = (en: string, zh: string, ...chords: string[]): Row => ({ menu: 'go', scope: 'app', chords, en, zh });
const file = (en: string, zh: string, ...chords: string[]): Row => ({ menu: 'file', scope: 'app', chords, en, zh });
const edit = (en: string, zh: string, ...chords: string[]): Row => ({ menu: 'edit', scope: 'grid', chords, en, zh });
const view = (en: string, zh: string, ...chords: string[]): Row => ({ menu: 'view', scope: 'app', chords, en, zh });
const act = (en: string, zh: string, ...chords: string[]): Row => ({ menu: 'actions', scope: 'app', chords, en, zh });
const help = (en: string, zh: string, ...chords: string[]): Row => ({ menu: 'help', scope: 'app', chords, en, zh });

/** The table (ux/conventions.md §3.1). Keys of the grid that move the focus are the grid's own and stand in renderer/. */
export const actions = {
  newBook: file('New Book…', '新建账簿…', 'Mod+Shift+N'),
  openBook: file('Open…', '打开…', 'Mod+O'),
  importBills: file('Import Bills…', '导入账单…', 'Mod+I'),
  export: file('Export…', '导出…', 'Mod+E'),
  backUp: file('Back Up Now', '立即备份', 'Mod+S'),
  saveCopy: file('Save a Copy As…', '另存副本…', 'Mod+Shift+S'),
  openCopy: file('Open a Copy…', '打开副本…'),
  restore: file('Restore from Backup…', '从备份恢复…'),
  salvage: file('Salvage into New Book…', '抢救到新账簿…'),
  acceptBook: file('Accept This Book…', '确认使用此账簿…'),
  reopenBook: file('Open Again', '重新打开'),
  pageSetup: file('Print Preview…', '打印预览…', 'Mod+Shift+P'),
  print: file('Print…', '打印…', 'Mod+P'),
  closeBook: file('Close Book', '关闭账簿'),

  undo: { ...edit('Undo', '撤销', 'Mod+Z'), scope: 'app' },
  redo: { ...edit('Redo', '重做', 'Mod+Y', 'Mod+Shift+Z'), scope: 'app', macChords: ['Mod+Shift+Z'] },
  copy: edit('Copy', '复制', 'Mod+C'),
  copyWithHeaders: edit('Copy with Headers', '连同表头复制', 'Mod+Shift+C'),
  paste: edit('Paste', '粘贴', 'Mod+V'),
  pasteRows: { ...edit('Paste Rows…', '粘贴为行…', 'Mod+Shift+V'), scope: 'app' },
  selectAll: edit('Select All', '全选', 'Mod+A'),
  fillDown: edit('Fill Down', '向下填充', 'Mod+D'),
  find: { ...edit('Filter This Table', '筛选本表', 'Mod+F'), scope: 'app' },
  findNext: { ...edit('Next Match', '下一个匹配项', 'F3'), scope: 'app', macChords: ['F3', 'Mod+G'] },

  toggleInspector: view('Inspector', '详情面板', 'Mod+Backslash'),
  toggleSidebar: view('Sidebar', '侧栏', 'Mod+B'),
  views: view('Saved Views…', '已存视图…'),
  saveView: view('Save This View…', '保存此视图…'),
  newWindow: view('Open in New Window', '在新窗口中打开'),
  zoomIn: view('Zoom In', '放大', 'Mod+Equal'),
  zoomOut: view('Zoom Out', '缩小', 'Mod+Minus'),
  zoomReset: view('Actual Size', '实际大小', 'Mod+0'),
  privacy: view('Hide Amounts', '隐藏金额', 'Mod+Shift+X'),
  activity: view('Activity', '活动记录', 'Mod+Shift+Y'),
  nextPane: view('Next Pane', '下一窗格', 'F6'),
  previousPane: view('Previous Pane', '上一窗格', 'Shift+F6'),
  settings: view('Settings…', '设置…', 'Mod+Comma'),

  palette: go('Search and Commands…', '搜索与命令…', 'Mod+K'),
  scope: go('Scope…', '范围…', 'Mod+L'),
  desk: go('Desk…', '工作台…', 'Mod+Shift+D'),
  back: { ...go('Back', '后退', 'Alt+ArrowLeft'), macChords: ['Mod+BracketLeft'] },
  forward: { ...go('Forward', '前进', 'Alt+ArrowRight'), macChords: ['Mod+BracketRight'] },
  previousMonth: {
    ...go('Previous Month', '上个月', 'Ctrl+PageUp'),
    macChords: ['Ctrl+PageUp', 'Mod+Alt+ArrowLeft'],
  },
  nextMonth: { ...go('Next Month', '下个月', 'Ctrl+PageDown'), macChords: ['Ctrl+PageDown', 'Mod+Alt+ArrowRight'] },
  goOverview: go('Overview', '总览', 'Mod+1', 'G O'),
  goClose: go('Month-end Close', '月结', 'Mod+2', 'G C'),
  goBills: go('Bills', '账单', 'Mod+3', 'G B'),
  goConsolidated: go('Consolidated Bills', '合并账单', 'Mod+4', 'G N'),
  goInvoices: go('Invoices', '发票', 'Mod+5', 'G I'),
  goReimbursements: go('Reimbursements', '报销与结算', 'Mod+6', 'G R'),
  goBalances: go('Balances', '余额', 'Mod+7', 'G F'),
  goAllocations: go('Allocations', '资金划拨', 'Mod+8', 'G A'),
  goRelationships: go('Relationships', '关系图', 'Mod+9', 'G M'),
  goAccounts: go('Accounts & Entities', '账号与主体', 'G E'),
  goDiscounts: go('Discounts & Policies', '折扣与策略', 'G D'),
  goImport: go('Import', '导入', 'G P'),
  goAudit: go('Audit Log', '审计日志', 'G L'),

  explain: act('Explain Figure', '追溯数字', 'Mod+J'),
  history: act('History of This Object', '此对象的历史', 'Mod+Shift+H'),
  create: act('New', '新建', 'Mod+N'),
  commit: act('Commit', '确认', 'Mod+Enter'),
  correct: act('Correct or Reverse…', '更正或冲销…', 'Mod+Backspace'),
  runCharges: act('Run Charges…', '计费结转…', 'Mod+Shift+R'),
  approve: act('Approve…', '复核…', 'Mod+Shift+A'),
  topUp: act('Top Up…', '充值…', 'Mod+T'),
  allocate: act('Allocate…', '划拨…', 'Mod+Shift+T'),
  recover: act('Bring Back…', '回收…', 'Mod+Shift+U'),
  verify: act('Verify Ledger', '校验账簿', 'F5'),
  verification: act('Verification…', '校验结果…'),

  shortcuts: help('Keyboard Shortcuts', '键盘快捷键', 'Mod+Slash', 'F1'),
} as const satisfies Readonly<Record<string, Row>>;

export type ActionId = keyof typeof actions;

/** Actions that no screen carries out yet: their names and chords stay theirs, and they are offered nowhere. */
export const planned: ReadonlySet<ActionId> = new Set([
  'goClose',
  'goConsolidated',
  'goInvoices',
  'goReimbursements',
  'goRelationships',
  'goAccounts',
  'goDiscounts',
  'goAudit',
  'approve',
]);
export type Action = Row;

/** Whether a text names an action. */
export function isActionId(candidate: string): candidate is ActionId {
  return Object.hasOwn(actions, candidate);
}
