// The menus: every action of a menu stands in it, both languages have access keys, and a click says what was meant.
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { type ActionId, actions, planned } from '../../shared/contract/actions.ts';
import { type MenuFacts, menuTemplate, offerInMenu } from './menu-template.ts';

const windows: MenuFacts = {
  language: 'en',
  chords: {},
  isMac: false,
  recent: [],
  offered: new Set(Object.keys(actions) as ActionId[]),
};

function itemsOf(facts: MenuFacts, perform: (action: ActionId) => void = () => {}): MenuItemConstructorOptions[] {
  const template = menuTemplate(facts, { perform, openRecent: () => {} });
  return template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

const item = (id: string, facts: MenuFacts = windows) => itemsOf(facts).find((each) => each.id === id)!;

test('every action that names a menu stands in the menu bar once, those that nothing carries out yet do not', () => {
  const ids = itemsOf(windows).map(({ id }) => id);
  for (const [id, { menu }] of Object.entries(actions))
    expect(
      ids.filter((each) => each === id),
      id,
    ).toHaveLength((menu as string) === 'none' || planned.has(id as ActionId) ? 0 : 1);
});

test.each(['en', 'zh-CN'] as const)('in %s no two items of a menu have the same access key', (language) => {
  for (const { submenu, label } of menuTemplate({ ...windows, language }, { perform() {}, openRecent() {} })) {
    const labels = (submenu as MenuItemConstructorOptions[]).map((each) => each.label ?? '');
    const keys = labels.map((each) => /&([A-Za-z])/.exec(each)?.[1]?.toLowerCase()).filter((key) => key !== undefined);
    expect(new Set(keys).size, label).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(0);
  }
});

test('labels are those of the language, on macOS without access keys', () => {
  expect(item('newBook').label).toBe('&New Book…');
  expect(item('newBook', { ...windows, language: 'zh-CN' }).label).toBe('新建账簿(&N)…');
  expect(item('newBook', { ...windows, language: 'zh-CN', isMac: true }).label).toBe('新建账簿…');
});

test('items show their chords and leave the keys to the page', () => {
  expect(item('settings')).toMatchObject({ accelerator: 'CmdOrCtrl+,', registerAccelerator: false });
  expect(item('goOverview')).toMatchObject({ accelerator: 'CmdOrCtrl+1' });
  expect(item('goImport').accelerator).toBeUndefined();
  expect(item('explain', { ...windows, chords: { explain: 'F8' } }).accelerator).toBe('F8');
  expect(item('back', { ...windows, isMac: true }).accelerator).toBe('CmdOrCtrl+[');
});

test('a click performs the action, and only what the page offers can be clicked', () => {
  const performed: ActionId[] = [];
  const clicked = itemsOf(windows, (action) => performed.push(action)).find(({ id }) => id === 'runCharges')!;
  (clicked.click as () => void)();
  expect(performed).toEqual(['runCharges']);
  const offered = { ...windows, offered: new Set<ActionId>(['openBook']) };
  expect([item('runCharges', offered).enabled, item('openBook', offered).enabled]).toEqual([false, true]);
  expect(item('copy', offered).enabled, 'text fields copy without the page').toBe(true);
});

test('what the page offers changes in the menu that stands', () => {
  const items = new Map(itemsOf(windows).map((each) => [each.id, { role: each.role, enabled: each.enabled ?? true }]));
  offerInMenu((id) => items.get(id), new Set<ActionId>(['print']));
  expect(['print', 'export', 'copy'].map((id) => items.get(id)!.enabled)).toEqual([true, false, true]);
});

test('what would be undone is said in the menu, and on macOS is then undone by the page', () => {
  const labels = { undo: 'Fill Down 12 cells' };
  expect(item('undo', { ...windows, labels }).label).toBe('&Undo Fill Down 12 cells');
  expect(item('undo', { ...windows, labels, language: 'zh-CN' }).label).toBe('撤销 Fill Down 12 cells(&U)');
  expect(item('undo', { ...windows, labels, isMac: true }).role).toBeUndefined();
  expect(item('undo', { ...windows, isMac: true }).role).toBe('undo');
});

test('an ampersand in the name of a recent book is no access key', () => {
  const recent = [{ token: 't', name: 'A&B', folder: 'books', opened: '', missing: false }];
  const [first] = item('openRecent', { ...windows, recent }).submenu as MenuItemConstructorOptions[];
  expect(first).toMatchObject({ id: 'recent:t', label: 'A&&B – books', enabled: true });
});
