// Giving actions other chords.
import { expect, test } from 'vitest';
import type { KeyPress } from './chord.ts';
import { chordFrom, holderOf } from './rebind.ts';

function press(code: string, held: Partial<KeyPress> = {}): KeyPress {
  return {
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    code,
    key: code,
    keyCode: 0,
    isComposing: false,
    ...held,
  };
}

test('a press becomes the chord that it is on this system', () => {
  expect(chordFrom(press('KeyE', { ctrlKey: true, shiftKey: true }), 'windows')).toBe('Mod+Shift+E');
  expect(chordFrom(press('KeyE', { metaKey: true }), 'mac')).toBe('Mod+E');
  expect(chordFrom(press('F8'), 'windows')).toBe('F8');
});

test('modifiers alone and bare letters are no chords', () => {
  expect(chordFrom(press('ShiftLeft', { shiftKey: true }), 'windows')).toBeUndefined();
  expect(chordFrom(press('KeyE'), 'windows')).toBeUndefined();
});

test('what is taken or reserved is said, the own chord is free', () => {
  expect(holderOf('Mod+J', 'print', 'windows', {})).toBe('explain');
  expect(holderOf('Mod+J', 'explain', 'windows', {})).toBeUndefined();
  expect(holderOf('Mod+Shift+K', 'print', 'windows', {})).toBe('reserved');
  expect(holderOf('Mod+J', 'print', 'windows', { explain: 'F8' })).toBeUndefined();
});
