// What Electron tells of the system and shows in it: the screen, the theme, sleep, notifications. What was asked is kept,
// so that tests can look at it.
import { callParent } from './parent-line.ts';

const display = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  scaleFactor: 1,
};

export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] };

class NativeTheme {
  #source: 'system' | 'light' | 'dark' = 'system';

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.#source;
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    this.#source = source;
    callParent('setColorScheme', { scheme: source === 'system' ? null : source }).catch(() => {});
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();

/** The files that were shown in the file manager, newest last. */
export const shell = {
  shown: [] as string[],
  showItemInFolder(path: string): void {
    shell.shown.push(path);
  },
};

const blockers = new Set<number>();
let blocked = 0;

export const powerSaveBlocker = {
  start(_type: string): number {
    blocked += 1;
    blockers.add(blocked);
    return blocked;
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
};

export class Notification {
  static readonly shown: Electron.NotificationConstructorOptions[] = [];
  readonly #options: Electron.NotificationConstructorOptions;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    this.#options = options;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    Notification.shown.push(this.#options);
  }
}
