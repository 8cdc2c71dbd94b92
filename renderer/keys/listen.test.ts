// The keyboard: every action is heard by its chords, none is taken twice or from somebody else, input methods keep theirs.
import { describe, expect, test } from 'vitest';
import { type ActionId, actions } from '../../shared/contract/actions.ts';
import { type KeyPress, type Platform, type Press, parseChord, pressText } from './chord.ts';
import { chordLabel } from './chord-label.ts';
import { type Focus, Listener, bindingsOf, chordsOf } from './listen.ts';
import { reservedOnMac, reservedOnWindows } from './reserved.ts';

const inGrid: Focus = { scopes: ['app', 'grid'], inText: false };
const inField: Focus = { scopes: ['app'], inText: true };
const platforms: readonly Platform[] = ['windows', 'mac'];

function eventOf(press: Press, more: Partial<KeyPress> = {}): KeyPress {
  const { ctrl, meta, alt, shift, code } = press;
  return {
    ctrlKey: ctrl,
    metaKey: meta,
    altKey: alt,
    shiftKey: shift,
    code,
    key: code,
    keyCode: 0,
    isComposing: false,
    ...more,
  };
}

function pressed(chord: string, more: Partial<KeyPress> = {}): KeyPress {
  return eventOf(parseChord(chord, 'windows')[0]!, more);
}

describe.each(platforms)('on %s', (platform) => {
  const bindings = bindingsOf(platform);

  test('no chord means two actions', () => {
    const texts = bindings.map(({ presses }) => presses.map(pressText).join(' '));
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test('no chord is one that input methods or the system keep', () => {
    const reserved = platform === 'mac' ? reservedOnMac : reservedOnWindows;
    const taken = bindings.flatMap(({ presses }) => presses.map(pressText)).filter((text) => reserved.includes(text));
    expect(taken).toEqual([]);
  });

  test('each chord means its action', () => {
    const heard = bindings.map(({ action, presses }) => {
      const listener = new Listener(bindings);
      const last = presses.map((press) => listener.hear(eventOf(press), inGrid, 0)).at(-1);
      return [action, last];
    });
    expect(heard).toEqual(bindings.map(({ action }) => [action, action]));
  });
});

test('no action is a bare letter or digit', () => {
  const bare = bindingsOf('windows').filter(
    ({ presses }) => presses.length === 1 && /^(Key|Digit)/.test(pressText(presses[0]!)),
  );
  expect(bare).toEqual([]);
});

test('an input method keeps its keys, by either sign', () => {
  const listener = new Listener(bindingsOf('windows'));
  expect(listener.hear(pressed('Mod+Enter', { isComposing: true }), inGrid, 0)).toBeUndefined();
  expect(listener.hear(pressed('Mod+Enter', { keyCode: 229 }), inGrid, 0)).toBeUndefined();
  expect(listener.hear(pressed('Mod+Enter'), inGrid, 0)).toBe('commit');
});

test('G O is a sequence outside text fields alone, and only within a second', () => {
  const hear = (focus: Focus, secondAtMs: number): ActionId | undefined => {
    const listener = new Listener(bindingsOf('windows'));
    listener.hear(pressed('G'), focus, 0);
    return listener.hear(pressed('O'), focus, secondAtMs);
  };
  expect(hear(inGrid, 900)).toBe('goOverview');
  expect(hear(inGrid, 1100)).toBeUndefined();
  expect(hear(inField, 10)).toBeUndefined();
});

test('in a text field undo and the clipboard are the field’s own, and Mod+Enter still commits', () => {
  const listener = new Listener(bindingsOf('windows'));
  expect(listener.hear(pressed('Mod+Z'), inField, 0)).toBeUndefined();
  expect(listener.hear(pressed('Mod+Enter'), inField, 0)).toBe('commit');
});

test('a chord that the clerk has chosen replaces the usual ones', () => {
  expect(chordsOf('explain', 'windows', { explain: 'F8' })).toEqual(['F8']);
  expect(chordsOf('explain', 'windows', { explain: '' })).toEqual([]);
  expect(chordsOf('redo', 'mac')).toEqual(['Mod+Shift+Z']);
});

test('chords are written as each system writes them', () => {
  expect(chordLabel('Mod+Shift+R', 'windows')).toBe('Ctrl+Shift+R');
  expect(chordLabel('Mod+Shift+R', 'mac')).toBe('⇧⌘R');
  expect(chordLabel('G O', 'mac')).toBe('G O');
  expect(chordLabel('Mod+Backslash', 'windows')).toBe('Ctrl+\\');
});

test('every action has a name in both languages', () => {
  expect(Object.values(actions).filter(({ en, zh }) => !/[A-Z]/.test(en) || !/[一-鿿]/.test(zh))).toEqual([]);
});
