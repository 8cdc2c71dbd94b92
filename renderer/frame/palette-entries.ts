// The actions as the palette and the shortcut sheet list them: those somebody carries out now, in the language in use.
import pinyin from 'pinyin-match';
import { type Action, type ActionId, actions } from '../../shared/contract/actions.ts';
import type { Found } from '../../shared/reports/search.ts';
import type { Platform } from '../keys/chord.ts';
import { chordLabel } from '../keys/chord-label.ts';
import { chordsOf } from '../keys/listen.ts';
import { isAvailable } from '../state/handlers.svelte.ts';
import type { View } from '../state/view.ts';

/** A line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly key: string;
  readonly amount?: string;
  readonly run: () => void;
  /** What Shift+Enter shows in another window. */
  readonly view?: Partial<View> | undefined;
  /** What Tab narrows into. */
  readonly found?: Found;
}

export interface ActionEntry {
  readonly id: string;
  readonly action: ActionId;
  readonly text: string;
  readonly key: string;
  readonly menu: Action['menu'];
  /** The texts in both languages, to be found by either. */
  readonly words: string;
}

/** The actions that can be carried out now. */
export function actionEntries(
  platform: Platform,
  chosen: Readonly<Record<string, string>>,
  language: 'en' | 'zh',
): readonly ActionEntry[] {
  return (Object.keys(actions) as ActionId[]).filter(isAvailable).map((action) => {
    const { en, zh, menu } = actions[action];
    const key = chordsOf(action, platform, chosen)
      .map((chord) => chordLabel(chord, platform))
      .join(' · ');
    return {
      id: `action ${action}`,
      action,
      text: actions[action][language],
      key,
      menu,
      words: `${en} ${zh}`.toLowerCase(),
    };
  });
}

/** A text holds a word as it is, or its Chinese does by pinyin, whole or by initials. */
function holds(text: string, word: string): boolean {
  return text.includes(word) || (/[\u3400-\u9fff]/.test(text) && pinyin.match(text, word) !== false);
}

/** The entries that hold every word of a text, in either language; those that begin with it come first. */
export function matching<Entry extends { readonly words: string }>(
  entries: readonly Entry[],
  text: string,
): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => words.every((word) => holds(entry.words, word)));
  const first = words[0];
  if (first === undefined) return found;
  const rank = (entry: Entry): number =>
    Number(!entry.words.includes(first)) * 2 + Number(!entry.words.startsWith(first));
  return [...found].sort((left, right) => rank(left) - rank(right));
}
