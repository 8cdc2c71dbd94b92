// The window: sandboxed, isolated, without Node; shown when it has something to show, where it stood before.
import { BrowserWindow, app, screen } from 'electron';
import { appOrigin } from './protocol.ts';
import { type WindowPlace, placeOn, smallestWindow } from './window-place.ts';

/** Makes the window, hidden until its page can be seen. `preload` is the built preload script. */
export function createWindow(preload: string, remembered: WindowPlace | undefined): BrowserWindow {
  const { maximized, ...bounds } = placeOn(workAreas(), remembered);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: app.name,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium's spelling dictionaries come from the network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}

/** Loads the program's page. */
export function loadWindow(window: BrowserWindow): Promise<void> {
  return window.loadURL(`${appOrigin}/index.html`);
}

/** Where the window stands now. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Puts the window where it stood with another book. */
export function putWindow(window: BrowserWindow, remembered: WindowPlace | undefined): void {
  if (!remembered) return;
  const { maximized, ...bounds } = placeOn(workAreas(), remembered);
  window.setBounds(bounds);
  if (maximized) window.maximize();
}

/** Names the book in the title bar; on macOS its folder is the title's icon. */
export function titleWindow(window: BrowserWindow, name: string | undefined, folder: string | undefined): void {
  window.setTitle(name === undefined ? app.name : `${name} – ${app.name}`);
  window.setRepresentedFilename(folder ?? '');
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}
