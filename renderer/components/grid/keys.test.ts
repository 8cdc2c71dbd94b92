// The grid's keys on both systems, and where steps lead.
import { expect, test } from 'vitest';
import type { KeyPress } from '../../keys/chord.ts';
import { gridKey, stepped } from './keys.ts';

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

test('arrows move, with Shift they extend, with Ctrl or Cmd they go to the edge', () => {
  expect(gridKey(press('ArrowDown'), 'windows')).toEqual({ does: 'move', to: 'down', extend: false });
  expect(gridKey(press('ArrowDown', { shiftKey: true }), 'windows')).toEqual({
    does: 'move',
    to: 'down',
    extend: true,
  });
  expect(gridKey(press('ArrowDown', { ctrlKey: true }), 'windows')).toEqual({
    does: 'move',
    to: 'bottom',
    extend: false,
  });
  expect(gridKey(press('Home', { metaKey: true }), 'mac')).toEqual({ does: 'move', to: 'first', extend: false });
});

test('months, back and forward are not the grid’s', () => {
  expect(gridKey(press('PageDown', { ctrlKey: true }), 'windows')).toBeUndefined();
  expect(gridKey(press('ArrowLeft', { altKey: true }), 'windows')).toBeUndefined();
  expect(gridKey(press('ArrowLeft', { altKey: true, metaKey: true }), 'mac')).toBeUndefined();
});

test('Enter opens, Space ticks, and neither with Ctrl or Shift', () => {
  expect(gridKey(press('Enter'), 'windows')).toEqual({ does: 'open' });
  expect(gridKey(press('Enter', { ctrlKey: true }), 'windows')).toBeUndefined();
  expect(gridKey(press('Space'), 'windows')).toEqual({ does: 'tick' });
  expect(gridKey(press('Space', { shiftKey: true }), 'windows')).toBeUndefined();
});

test('the menu and the outline have the keys of their systems', () => {
  expect(gridKey(press('F10', { shiftKey: true }), 'windows')).toEqual({ does: 'menu' });
  expect(gridKey(press('Enter', { ctrlKey: true }), 'mac')).toEqual({ does: 'menu' });
  expect(gridKey(press('ArrowRight', { altKey: true, shiftKey: true }), 'windows')).toEqual({ does: 'expand' });
});

test('an input method keeps Enter and the arrows', () => {
  expect(gridKey(press('Enter', { isComposing: true }), 'windows')).toBeUndefined();
  expect(gridKey(press('ArrowDown', { keyCode: 229 }), 'windows')).toBeUndefined();
});

test('steps stay inside the list', () => {
  const corner = { row: 0, column: 0 };
  expect(stepped(corner, 'up', 10, 4, 5)).toEqual(corner);
  expect(stepped(corner, 'page-down', 10, 4, 5)).toEqual({ row: 5, column: 0 });
  expect(stepped(corner, 'last', 10, 4, 5)).toEqual({ row: 9, column: 3 });
  expect(stepped(corner, 'down', 0, 4, 5)).toEqual(corner);
});
