// Chords as people read them: `Ctrl+Shift+R` on Windows, `⇧⌘R` on macOS.
import type { Platform } from './chord.ts';

const keyNames: Readonly<Record<string, string>> = {
  Backslash: '\\',
  Slash: '/',
  Comma: ',',
  Equal: '+',
  Minus: '−',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
};

const macNames: Readonly<Record<string, string>> = {
  Enter: '↩',
  Backspace: '⌫',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Mod: '⌘',
};
const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod'];

/** The chord in the platform's own spelling. */
export function chordLabel(chord: string, platform: Platform): string {
  return chord
    .split(' ')
    .map((press) => pressLabel(press.split('+'), platform))
    .join(' ');
}

function pressLabel(parts: readonly string[], platform: Platform): string {
  if (platform === 'windows')
    return parts.map((part) => (part === 'Mod' ? 'Ctrl' : (keyNames[part] ?? part))).join('+');
  const [key = '', ...held] = [...parts].reverse();
  const modifiers = macOrder.filter((name) => held.includes(name)).map((name) => macNames[name]);
  return [...modifiers, keyNames[key] ?? macNames[key] ?? key].join('');
}
