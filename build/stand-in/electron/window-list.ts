// The windows that exist, by number; apart from BrowserWindow, so that app and the line to the parent can see them.
import type { BrowserWindow } from './browser-window.ts';

const windows = new Map<number, BrowserWindow>();
let made = 0;

/** Enters a new window and gives it its number. */
export function addWindow(window: BrowserWindow): number {
  made += 1;
  windows.set(made, window);
  return made;
}

export function removeWindow(id: number): void {
  windows.delete(id);
}

export function allWindows(): BrowserWindow[] {
  return [...windows.values()];
}

export function windowOf(id: number): BrowserWindow | undefined {
  return windows.get(id);
}

/** The page was closed from outside: the window closes as if its user had closed it. */
export function windowClosed(id: number): void {
  windows.get(id)?.close();
}
