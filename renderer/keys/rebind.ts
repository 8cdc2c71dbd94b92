// Giving an action another chord: which chord a press is, and who has it already.
import type { ActionId } from '../../shared/contract/actions.ts';
import { type KeyPress, type Platform, parseChord, pressText } from './chord.ts';
import { bindingsOf } from './listen.ts';
import { reservedOnMac, reservedOnWindows } from './reserved.ts';

const modifiers = /^(Control|Shift|Alt|Meta)(Left|Right)$/;

/** The chord of a press; undefined for a modifier alone, and for letters and digits without one. */
export function chordFrom(event: KeyPress, platform: Platform): string | undefined {
  if (modifiers.test(event.code)) return undefined;
  const key = event.code.replace(/^(Key|Digit)/, '');
  const isMod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const isCtrl = platform === 'mac' && event.ctrlKey;
  if (key !== event.code && !isMod && !isCtrl && !event.altKey) return undefined;
  const held = [isMod && 'Mod', isCtrl && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift'].filter(Boolean);
  return [...held, key].join('+');
}

/** The other action that has a chord, or `reserved` where the system or input methods do. */
export function holderOf(
  chord: string,
  action: ActionId,
  platform: Platform,
  chosen: Readonly<Record<string, string>>,
): ActionId | 'reserved' | undefined {
  const text = textOf(chord, platform);
  if ((platform === 'mac' ? reservedOnMac : reservedOnWindows).includes(text)) return 'reserved';
  const held = bindingsOf(platform, chosen).find(
    (binding) => binding.action !== action && binding.presses.map(pressText).join(' ') === text,
  );
  return held?.action;
}

function textOf(chord: string, platform: Platform): string {
  return parseChord(chord, platform).map(pressText).join(' ');
}
