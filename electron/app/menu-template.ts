// The native menus made of the action table, in both languages, with access keys on Windows and Linux. Keys are heard by
// the page, so items show their chords without taking them; only what the page cannot do itself is done here.
import type { MenuItemConstructorOptions } from 'electron';
import { type Action, type ActionId, type Menu, actions, menus, planned } from '../../shared/contract/actions.ts';
import type { RecentBook, Settings } from '../../shared/contract/app.ts';

export interface MenuFacts {
  readonly language: Settings['language'];
  readonly chords: Settings['chords'];
  readonly isMac: boolean;
  readonly recent: readonly RecentBook[];
  /** What the page can carry out now. */
  readonly offered: ReadonlySet<ActionId>;
  /** What an action would do just now, said after its name. */
  readonly labels?: Readonly<Partial<Record<ActionId, string | undefined>>>;
}

export interface MenuDeeds {
  readonly perform: (action: ActionId) => void;
  readonly openRecent: (token: string) => void;
}

type Item = MenuItemConstructorOptions;

const titles: Readonly<Record<Menu, { readonly en: string; readonly zh: string }>> = {
  file: { en: '&File', zh: '文件(&F)' },
  edit: { en: '&Edit', zh: '编辑(&E)' },
  view: { en: '&View', zh: '视图(&V)' },
  go: { en: '&Go', zh: '转到(&G)' },
  actions: { en: '&Actions', zh: '操作(&A)' },
  help: { en: '&Help', zh: '帮助(&H)' },
};
const openRecent = { en: 'Open Recent', zh: '打开最近的账簿' } as const;
const exit = { en: 'Exit', zh: '退出' } as const;
const fullScreen = { en: 'Full Screen', zh: '全屏' } as const;
const windowMenu = { en: 'Window', zh: '窗口' } as const;

/** What Chromium does in whatever has the focus: text fields have it from the role, grids from the clipboard's events. */
const roles: Readonly<Partial<Record<ActionId, Item['role']>>> = {
  copy: 'copy',
  paste: 'paste',
};
/** On macOS text fields have these keys from the menu alone. */
const macRoles: typeof roles = { undo: 'undo', redo: 'redo', selectAll: 'selectAll' };

/** The menu bar. */
export function menuTemplate(facts: MenuFacts, deeds: MenuDeeds): Item[] {
  const bar = menus.map((menu): Item => ({
    id: menu,
    label: labelOf(titles[menu], facts),
    submenu: withAccessKeys(itemsOf(menu, facts, deeds), facts),
    ...(menu === 'help' && facts.isMac && { role: 'help' as const }),
  }));
  if (!facts.isMac) return bar;
  const window: Item = { label: labelOf(windowMenu, facts), role: 'windowMenu' };
  return [{ role: 'appMenu' }, ...bar.slice(0, -1), window, ...bar.slice(-1)];
}

function itemsOf(menu: Menu, facts: MenuFacts, deeds: MenuDeeds): Item[] {
  const ids = (Object.keys(actions) as ActionId[]).filter((id) => actions[id].menu === menu && !planned.has(id));
  const items = ids.map((id) => itemOf(id, facts, deeds));
  const separator: Item = { type: 'separator' };
  if (menu === 'view')
    return [...items, separator, { id: 'fullScreen', label: labelOf(fullScreen, facts), role: 'togglefullscreen' }];
  if (menu !== 'file') return items;
  const recent: Item = {
    id: 'openRecent',
    label: labelOf(openRecent, facts),
    enabled: facts.recent.length > 0,
    submenu: facts.recent.map(({ token, name, folder, missing }) => ({
      id: `recent:${token}`,
      label: plain(`${name} – ${folder}`),
      enabled: !missing,
      click: () => deeds.openRecent(token),
    })),
  };
  const end: Item[] = facts.isMac ? [] : [separator, { id: 'exit', label: labelOf(exit, facts), role: 'quit' }];
  return [...items.slice(0, 2), recent, ...items.slice(2), ...end];
}

function itemOf(id: ActionId, facts: MenuFacts, deeds: MenuDeeds): Item {
  const action: Action = actions[id];
  const detail = facts.labels?.[id];
  const role = roles[id] ?? (facts.isMac && detail === undefined ? macRoles[id] : undefined);
  const label = labelOf(action, facts);
  const accelerator = acceleratorOf(id, facts);
  return {
    id,
    label: detail === undefined ? label : `${label} ${detail}`,
    enabled: role !== undefined || facts.offered.has(id),
    ...(accelerator !== undefined && { accelerator }),
    ...(role === undefined
      ? { registerAccelerator: macRoles[id] !== undefined && facts.isMac, click: () => deeds.perform(id) }
      : { role, registerAccelerator: true }),
  };
}

/** Lets items be clicked that the page can carry out now, and no others; `itemNamed` finds an item of the menu bar. */
export function offerInMenu(
  itemNamed: (id: ActionId) => { enabled: boolean; readonly role?: unknown } | null | undefined,
  offered: ReadonlySet<ActionId>,
): void {
  for (const id of Object.keys(actions) as ActionId[]) {
    const item = itemNamed(id);
    if (item && !item.role) item.enabled = offered.has(id);
  }
}

/** Ampersands in data are no access keys. */
function plain(text: string): string {
  return text.replaceAll('&', '&&');
}

function labelOf(words: { readonly en: string; readonly zh: string }, { language, isMac }: MenuFacts): string {
  const label = language === 'zh-CN' ? words.zh : words.en;
  return isMac ? label.replace(/\(&.\)/, '').replaceAll('&', '') : label;
}

/** Gives each item of a menu a letter of its own; Chinese labels carry it in parentheses, as is usual. */
function withAccessKeys(items: readonly Item[], { language, isMac }: MenuFacts): Item[] {
  if (isMac) return [...items];
  const taken = new Set<string>();
  return items.map((item): Item => {
    const label = item.label ?? '';
    const english = item.id !== undefined && item.id in actions ? actions[item.id as ActionId].en : label;
    const letter = [...english].find((each) => /[a-z]/i.test(each) && !taken.has(each.toLowerCase()));
    if (letter === undefined || label === '') return item;
    taken.add(letter.toLowerCase());
    const keyed = plain(label);
    if (language === 'zh-CN') return { ...item, label: withLetter(keyed, letter.toUpperCase()) };
    return { ...item, label: keyed.replace(letter, `&${letter}`) };
  });
}

function withLetter(label: string, letter: string): string {
  return label.endsWith('…') ? `${label.slice(0, -1)}(&${letter})…` : `${label}(&${letter})`;
}

const keyNames: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  Equal: '=',
  Minus: '-',
  Comma: ',',
  Slash: '/',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** The first chord as Electron spells it; sequences such as `G O` are none. */
function acceleratorOf(id: ActionId, { chords, isMac }: MenuFacts): string | undefined {
  const action: Action = actions[id];
  const usual = isMac && action.macChords ? action.macChords : action.chords;
  const chord = chords[id] ?? usual.find((each) => !each.includes(' '));
  if (chord === undefined || chord === '') return undefined;
  return chord
    .split('+')
    .map((key) => keyNames[key] ?? key)
    .join('+');
}
