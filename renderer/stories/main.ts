// A page that shows the window in one story, named by its address: `?screen=bills&state=full&language=zh-CN&theme=dark`.
// For pictures and tests in a plain browser; the program does not hold it.
import '../theme/styles.ts';
import { mount } from 'svelte';
import type { Settings } from '../../shared/contract/app.ts';
import { usualSettings } from '../../shared/contract/usual-settings.ts';
import App from '../frame/App.svelte';
import type { ScreenId } from '../state/view.ts';
import { session } from '../state/session.svelte.ts';
import { settings, showSettings } from '../state/settings.svelte.ts';
import type { BookStory, StoryState } from './declared.ts';
import { fakeBridge, posted } from './fake-bridge.ts';
import { widenTexts } from './widen.ts';

/** What a test may change of a story while it is shown. */
export interface StoryControl {
  change(next: Partial<Settings>): void;
  /** English two fifths longer, as translations are. */
  widen(): void;
  /** The commands given so far. */
  readonly posted: readonly string[];
}

const asked = new URLSearchParams(location.search);
const state = (asked.get('state') ?? 'full') as StoryState;
const screen = asked.get('screen') ?? 'overview';

const begun: Settings = {
  ...usualSettings,
  language: (asked.get('language') ?? 'en') as Settings['language'],
  theme: (asked.get('theme') ?? 'light') as Settings['theme'],
  inspector: asked.has('inspector'),
};

window.purser = fakeBridge({
  state,
  settings: begun,
  lines: Number(asked.get('lines') ?? 8412),
  isOpen: screen !== 'first-run',
  book: (asked.get('book') ?? 'verified') as BookStory,
});
const filter = state === 'empty-filter' ? 'no-such-thing' : '';
session.amend({
  screen: screen === 'first-run' ? 'overview' : (screen as ScreenId),
  tab: asked.get('tab') ?? '',
  filter,
});
mount(App, { target: document.body });

Object.assign(window, {
  story: {
    change: (next: Partial<Settings>) => showSettings({ ...settings(), ...next }),
    posted,
    widen: () => {
      widenTexts();
      showSettings({ ...settings(), language: 'zh-CN' });
      showSettings({ ...settings(), language: 'en' });
    },
  } satisfies StoryControl,
});
