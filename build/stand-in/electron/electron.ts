// What `import … from 'electron'` gives a main process in the stand-in: the part of Electron's API that Purser uses.
import { mainAnswers } from './answers.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { answerParent } from './parent-line.ts';
import { protocol, session } from './session.ts';
import { Notification, nativeTheme, powerSaveBlocker, screen, shell } from './system.ts';

export {
  BrowserWindow,
  Menu,
  Notification,
  app,
  dialog,
  ipcMain,
  nativeTheme,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
};

answerParent(
  mainAnswers({
    BrowserWindow,
    Menu,
    Notification,
    app,
    dialog,
    ipcMain,
    nativeTheme,
    powerSaveBlocker,
    protocol,
    screen,
    session,
    shell,
  }),
);
