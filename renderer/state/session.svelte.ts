// What the window is looking at: the book, the screen, the month, the scope, the figure in the inspector. It knows no
// screen's content and computes nothing.
import type { OpenBook } from '../../shared/contract/open-book.ts';
import { addMonths } from '../../shared/calendar/label.ts';
import { formatMonth, parseMonth } from '../../shared/calendar/day.ts';
import type { ListRow } from '../../shared/reports/listing.ts';
import type { QueryInput } from '../../shared/contract/queries.ts';
import type { Found } from '../../shared/reports/search.ts';
import type { QueryAnswer } from '../../shared/reports/answer.ts';
import type { GridMemory } from '../components/grid/grid-state.svelte.ts';
import { changeSettings, settings } from './settings.svelte.ts';
import type { ScreenId, View } from './view.ts';
import { type Trail, amended, current, stepped, trailOf, visited } from './history.ts';

/** What is selected in the grid with the focus. */
export interface Selected {
  readonly rows: number;
  readonly columns: number;
  readonly statistics: QueryAnswer<'selectionSum'> | null;
  /** What was asked to add it up; null where nobody did. */
  readonly question: QueryInput<'selectionSum'> | null;
}

/** A cell of the row in hand; a figure with its key. */
export interface RowCell {
  readonly title: string;
  readonly text: string;
  readonly isIdentifier: boolean;
  readonly figure: string | undefined;
}

/** The row that the inspector shows. */
export interface RowInHand {
  readonly title: string;
  readonly cells: readonly RowCell[];
  readonly object: string;
  /** The account it is, where that pays for others, and what needs looking at. */
  readonly payer?: { readonly account: string; readonly alert: string } | undefined;
}

export type InspectorTab = 'details' | 'explain' | 'history';

const mostRecent = 5;
const beginning: View = {
  screen: 'overview',
  tab: '',
  period: '',
  scope: { entity: '', account: '' },
  filter: '',
};

class Session {
  /** undefined until it is known, null where none is open. */
  book = $state.raw<OpenBook | null | undefined>(undefined);
  /** Grows when the book changes: what is shown is asked for again. */
  changes = $state(0);
  months = $state.raw<readonly ListRow[]>([]);
  entities = $state.raw<readonly ListRow[]>([]);
  accounts = $state.raw<readonly ListRow[]>([]);
  /** Work waiting, by screen, for the sidebar. */
  badges = $state.raw<Readonly<Partial<Record<ScreenId, number>>>>({});
  trail = $state.raw<Trail<View>>(trailOf(beginning));
  selected = $state.raw<Selected | null>(null);
  row = $state.raw<RowInHand | null>(null);
  figure = $state<string | null>(null);
  /** The figure of a sheet that is explained over it. */
  figureOver = $state<string | null>(null);
  inspectorTab = $state<InspectorTab>('details');
  /** What the palette led to last, most recent first. */
  recent: readonly Found[] = [];
  readonly memories = new Map<string, GridMemory>();

  readonly view = $derived(current(this.trail));
  readonly isClosed = $derived(this.months.find(({ id }) => id === this.view.period)?.['state'] === 'closed');

  readonly isWritable = $derived(this.book != null && this.book.readOnly === null);

  /** Whether what is for the book desk alone can be done: entering anything but funds (rule P3). */
  readonly isWritableWhole = $derived(this.isWritable && this.book?.desk === '');

  /** Shows a book as it is first seen: nothing that was looked at in another one stays. */
  begin(view = beginning): void {
    this.trail = trailOf(view);
    this.forget();
  }

  /** Forgets what was in hand, as another desk may not see it. */
  forget(): void {
    this.selected = null;
    this.row = null;
    this.figure = null;
    this.recent = [];
    this.memories.clear();
  }

  /** Notes what the palette led to. */
  remember(one: Found): void {
    const others = this.recent.filter(({ type, object }) => type !== one.type || object !== one.object);
    this.recent = [one, ...others].slice(0, mostRecent);
  }

  /** Goes to another view; what is not named stays. */
  go(change: Partial<View>): void {
    const next = { ...this.view, journal: undefined, ...change };
    if (change.screen !== undefined && change.screen !== this.view.screen)
      this.trail = visited(this.trail, { ...next, tab: change.tab ?? '', filter: change.filter ?? '' });
    else this.trail = visited(this.trail, next);
    this.selected = null;
  }

  /** Changes the view without a step of its own, as typing in the filter does. */
  amend(change: Partial<View>): void {
    this.trail = amended(this.trail, { ...this.view, ...change });
  }

  step(step: -1 | 1): void {
    this.trail = stepped(this.trail, step);
  }

  canStep(step: -1 | 1): boolean {
    return stepped(this.trail, step) !== this.trail;
  }

  moveMonth(step: -1 | 1): void {
    const month = parseMonth(this.view.period);
    if (month !== undefined) this.go({ period: formatMonth(addMonths(month, step)) });
  }

  /** Shows where a figure comes from; without one, where that would stand. A sheet is explained over itself. */
  explain(figure: string | null): void {
    if (document.querySelector('dialog[open]')) {
      this.figureOver = figure;
      return;
    }
    this.figure = figure;
    this.inspectorTab = 'explain';
    if (!settings().inspector) changeSettings({ inspector: true });
  }

  /** The name of an entity by its code, in the language asked for. */
  entityName(code: string, language: 'en' | 'zh'): string {
    const row = this.entities.find(({ id }) => id === code);
    return (language === 'zh' && row?.['nameZh']) || row?.['name'] || code;
  }

  accountName(key: string): string {
    return this.accounts.find(({ id }) => id === key)?.['name'] ?? key;
  }
}

export const session = new Session();
