// `app://purser/…`, the only address that windows load: it serves the built renderer, under a content policy, and nothing
// else of the disk.
import { type Protocol, type Session, protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { pathInside } from './app-path.ts';

export const appOrigin = 'app://purser';

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Makes `app:` a secure scheme of its own; to be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/** Serves `folder` (out/renderer) as `app://purser/` in the session. */
export function serveApp(session: Session, folder: string): void {
  const inSession: Protocol = session.protocol;
  inSession.handle('app', (request) => answer(request, folder));
}

async function answer(request: Request, folder: string): Promise<Response> {
  const path = request.method === 'GET' ? pathInside(request.url, folder) : undefined;
  const type = path && contentTypes[extname(path)];
  if (!path || !type) return refused();
  try {
    const headers = {
      'content-type': type,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    };
    return new Response(await readFile(path), { headers });
  } catch {
    return refused();
  }
}

function refused(): Response {
  return new Response(null, { status: 404, headers: { 'content-security-policy': contentPolicy } });
}
