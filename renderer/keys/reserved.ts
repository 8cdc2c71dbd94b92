// Chords that belong to input methods, chat programs and the systems (ux/findings.md, 5): no action may take one.

/** As presses on Windows, in the spelling of `pressText`. */
export const reservedOnWindows: readonly string[] = [
  'Ctrl+Space',
  'Shift+Space',
  'Ctrl+Period',
  'Ctrl+Shift+KeyF',
  'Ctrl+Shift+KeyK',
  'Ctrl+Shift+KeyB',
  'Ctrl+Alt+KeyA',
  'Alt+KeyA',
  'Alt+F4',
  'Alt+Tab',
  'Alt+Space',
  'Ctrl+Alt+Delete',
  'Ctrl+Shift+Escape',
];

/** As presses on macOS. */
export const reservedOnMac: readonly string[] = [
  'Ctrl+Space',
  'Cmd+Space',
  'Cmd+Tab',
  'Cmd+KeyQ',
  'Cmd+KeyH',
  'Cmd+KeyM',
  'Cmd+Alt+Escape',
  'Cmd+Shift+Digit3',
  'Cmd+Shift+Digit4',
  'Cmd+Shift+Digit5',
];
