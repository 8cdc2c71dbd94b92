// What `import … from 'electron'` gives a main process in the stand-in: the part of Electron's API that Purser uses.
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { ipcMain } from './ipc-main.ts';
export { protocol, session } from './session.ts';
