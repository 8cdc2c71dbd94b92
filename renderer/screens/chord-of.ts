// The chord of an action as people read it here and now.
import type { ActionId } from '../../shared/contract/actions.ts';
import { chordLabel } from '../keys/chord-label.ts';
import { chordsOf } from '../keys/listen.ts';
import { platform, settings } from '../state/settings.svelte.ts';

/** The first chord of an action; '' where it has none. */
export function chordOf(action: ActionId): string {
  return chordLabel(chordsOf(action, platform, settings().chords)[0] ?? '', platform);
}
