// What no page may do, whatever it contains: go elsewhere, open windows, download, ask for permissions, reach the network.
// The content policy stands in app-files.ts, the check of senders in ipc/serve.ts.
import type { Session, WebContents } from 'electron';
import { appOrigin } from './app-files.ts';

/** Refuses permissions, downloads and every request that is not for the program's own files. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: !details.url.startsWith(`${appOrigin}/`) });
  });
}

/** Keeps a page where it was loaded and alone. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
