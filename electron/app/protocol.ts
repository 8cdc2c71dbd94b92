// The scheme of the program's own addresses, `app://purser/…`, joined to Electron. What they answer is app-files.ts's.
import { type Session, protocol } from 'electron';
import { answerFrom } from './app-files.ts';

/** Makes `app:` a secure scheme of its own; to be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Serves `folder` (out/renderer) as `app://purser/` in the session. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', (request) => answerFrom(folder, request));
}
