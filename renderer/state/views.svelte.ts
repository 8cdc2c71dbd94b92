// The saved views of the open book: kept with the settings of this computer, because they are the clerk's own way of
// looking and no fact of the book. Every change of them can be undone.
import type { SavedView } from '../../shared/contract/app.ts';
import { t } from '../i18n/translate.svelte.ts';
import { session } from './session.svelte.ts';
import { changeSettings, settings } from './settings.svelte.ts';
import { undo } from './undo.svelte.ts';
import type { ScreenId } from './view.ts';

/** The views of the open book, in order of their names within each screen. */
export function savedViews(): readonly SavedView[] {
  return settings().views[session.book?.id ?? ''] ?? [];
}

export function viewsOf(screen: ScreenId): readonly SavedView[] {
  return savedViews().filter((view) => view.screen === screen);
}

/** What is looked at now as a view of this name. */
export function viewNow(name: string, grid: string, layout: SavedView['layout']): SavedView {
  const { screen, tab, filter, scope } = session.view;
  return { name, screen, tab, filter, scope, grid, layout };
}

/** Looks at the list as it was saved. */
export function openView({ screen, tab, filter, scope, grid, layout }: SavedView): void {
  changeSettings({ grids: { ...settings().grids, [grid]: layout } });
  session.go({ screen: screen as ScreenId, tab, filter, scope });
}

/** Whether a view is what is looked at now. */
export function isOpen({ screen, tab, filter, scope }: SavedView): boolean {
  const { view } = session;
  const sameScope = view.scope.entity === scope.entity && view.scope.account === scope.account;
  return view.screen === screen && view.tab === tab && view.filter === filter && sameScope;
}

/** Keeps a view; one of the same name on the same screen is replaced. */
export function saveView(view: SavedView): void {
  change([...others(view), view], t('views.saved', { name: view.name }));
}

export function renameView(view: SavedView, name: string): void {
  const renamed = { ...view, name };
  change([...others(renamed).filter((each) => each !== view), renamed], t('views.renamed', { name }));
}

export function removeView(view: SavedView): void {
  change(
    savedViews().filter((each) => each !== view),
    t('views.removed', { name: view.name }),
  );
}

/** Takes views from a file over. */
export function addViews(views: readonly SavedView[]): void {
  const names = views.map(nameOf);
  const kept = savedViews().filter((view) => !names.includes(nameOf(view)));
  change([...kept, ...views], t('views.added', { count: views.length }));
}

function others(view: SavedView): readonly SavedView[] {
  return savedViews().filter((each) => nameOf(each) !== nameOf(view));
}

function nameOf({ screen, name }: SavedView): string {
  return `${screen} ${name}`;
}

function change(next: readonly SavedView[], label: string): void {
  const before = savedViews();
  const sorted = [...next].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  keep(sorted);
  undo.did({ label, of: 'views', undo: () => keep(before), redo: () => keep(sorted) });
}

function keep(views: readonly SavedView[]): void {
  const id = session.book?.id;
  if (id !== undefined) changeSettings({ views: { ...settings().views, [id]: [...views] } });
}
