// Chords as text (`Mod+Shift+KeyR`, `G O`) and how a key event is held against them. Letters are told by their place on
// the keyboard (event.code), so that an input method or another layout changes nothing.

export type Platform = 'windows' | 'mac';

/** One press: modifiers and the code of the key. */
export interface Press {
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly code: string;
}

/** The part of a KeyboardEvent that is looked at. */
export interface KeyPress {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly code: string;
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
}

/** The presses of a chord, one after the other; `Mod` is Cmd on macOS, else Ctrl. */
export function parseChord(chord: string, platform: Platform): readonly Press[] {
  return chord.split(' ').map((press) => {
    const parts = press.split('+');
    const key = parts.pop() ?? '';
    const has = (name: string): boolean => parts.includes(name);
    return {
      ctrl: has('Ctrl') || (has('Mod') && platform === 'windows'),
      meta: has('Mod') && platform === 'mac',
      alt: has('Alt'),
      shift: has('Shift'),
      code: codeOf(key),
    };
  });
}

function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return key;
}

/** Whether a press is that of an event; the numeric pad counts as the main keys. */
export function isPress(press: Press, event: KeyPress): boolean {
  return (
    press.ctrl === event.ctrlKey &&
    press.meta === event.metaKey &&
    press.alt === event.altKey &&
    press.shift === event.shiftKey &&
    press.code === mainCode(event.code)
  );
}

function mainCode(code: string): string {
  if (code === 'NumpadEnter') return 'Enter';
  if (code === 'NumpadAdd') return 'Equal';
  if (code === 'NumpadSubtract') return 'Minus';
  return code.replace(/^Numpad(\d)$/, 'Digit$1');
}

/** Whether an input method has this key: then it is nobody else's (`keyCode` 229 is said by older ones). */
export function isComposing(event: KeyPress): boolean {
  return event.isComposing || event.keyCode === 229 || event.key === 'Process';
}

/** The same text for chords that are the same presses. */
export function pressText(press: Press): string {
  const held = [press.ctrl && 'Ctrl', press.meta && 'Cmd', press.alt && 'Alt', press.shift && 'Shift'];
  return [...held.filter(Boolean), press.code].join('+');
}
