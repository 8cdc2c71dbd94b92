// The windows that exist, by number; apart from its class, so that app and the line to the parent can see them.

/** What is asked of any window. */
export interface ListedWindow {
  readonly id: number;
  close(): void;
  isDestroyed(): boolean;
}

const windows = new Map<number, ListedWindow>();
let made = 0;

/** Enters a new window and gives it its number. */
export function addWindow(window: ListedWindow): number {
  made += 1;
  windows.set(made, window);
  return made;
}

export function removeWindow(id: number): void {
  windows.delete(id);
}

export function allWindows(): ListedWindow[] {
  return [...windows.values()];
}

export function windowOf(id: number): ListedWindow | undefined {
  return windows.get(id);
}

/** The page was closed from outside: the window closes as if its user had closed it. */
export function windowClosed(id: number): void {
  windows.get(id)?.close();
}
