// The settings of this computer as the window uses them. Changing one shows at once and is kept by the main process.
import type { Settings } from '../../shared/contract/app.ts';
import { usualSettings } from '../../shared/contract/usual-settings.ts';
import { useLanguage } from '../i18n/translate.svelte.ts';
import type { Platform } from '../keys/chord.ts';
import { askProgram } from './ask-program.ts';

export const rowHeights: Readonly<Record<Settings['density'], number>> = { compact: 24, default: 28, comfortable: 36 };

const zoomStep = 10;

let kept = $state.raw<Settings>(usualSettings);
/** How many changes the computer was not yet heard to keep, and what was told of the settings since the last of them. */
let asked = 0;
let told: Settings | undefined;

/** The keyboard and the words of the system. */
export const platform: Platform = /Mac/.test(navigator.platform) ? 'mac' : 'windows';

/** The settings in force. */
export function settings(): Settings {
  return kept;
}

/** Takes settings over as they are told; a change made meanwhile is not undone by what was told before it. */
export function tellSettings(next: Settings): void {
  told = next;
  if (asked === 0) showSettings(next);
}

/** Puts settings on the page. */
export function showSettings(next: Settings): void {
  kept = next;
  useLanguage(next.language);
  const root = document.documentElement;
  root.lang = next.language;
  if (next.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = next.theme;
  root.dataset['density'] = next.density;
  root.toggleAttribute('data-privacy', next.privacy);
}

/** The page larger (+1) or smaller (−1) by a step, or at its own size (0). */
export function zoom(step: -1 | 0 | 1): void {
  const wanted = step === 0 ? 100 : kept.zoom + step * zoomStep;
  changeSettings({ zoom: Math.min(200, Math.max(80, wanted)) });
}

/** Changes some settings, here and on the computer. */
export function changeSettings(change: Partial<Settings>): void {
  showSettings({ ...kept, ...change });
  asked += 1;
  told = undefined;
  void askProgram('setSettings', change).finally(() => {
    asked -= 1;
    if (asked === 0 && told) showSettings(told);
  });
}
