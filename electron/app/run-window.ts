// Purser with its window, joined to Electron's life: one program, its guards before any page, then the shell.
import { app, nativeTheme, session, shell } from 'electron';
import { serveApp } from './protocol.ts';
import { guardContents, guardSession } from './security.ts';
import { Shell, type ShellOptions, type System } from './shell.ts';
import { isOnlyInstance } from './single-instance.ts';

export interface WindowOptions extends Omit<ShellOptions, 'system'> {
  /** The folder of the built renderer. */
  readonly renderer: string;
  /** The folder of the book to begin with. */
  readonly book: string | undefined;
}

/** Opens the window; ends at once where another Purser is running, which is handed the book. */
export async function runWindow({ renderer, book, ...options }: WindowOptions): Promise<void> {
  let first = book;
  let onStart = (named: string | undefined): void => void (first = named);
  if (!isOnlyInstance((named) => onStart(named))) return app.quit();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  await app.whenReady();
  guardSession(session.defaultSession);
  serveApp(session.defaultSession, renderer);
  const window = new Shell({ ...options, system: systemOf() });
  onStart = (named) => window.showBook(named);
  await window.start(first);
}

function systemOf(): System {
  return {
    data: app.getPath('userData'),
    documents: app.getPath('documents'),
    language: app.getLocale().startsWith('zh') ? 'zh-CN' : 'en',
    takeTheme: (theme) => void (nativeTheme.themeSource = theme),
    rememberDocument: (path) => app.addRecentDocument(path),
    showInFolder: (path) => shell.showItemInFolder(path),
  };
}
