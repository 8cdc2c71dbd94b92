// The built renderer as `app://purser/…` serves it, the only address that windows load: its own files under a content
// policy, and nothing else of the disk.
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

/** Answers a request for a file of `folder` (out/renderer). */
export async function answerFrom(folder: string, request: Request): Promise<Response> {
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
