// One running program per folder of user data: the first listens, every further one tells it how it was started. Where
// the system has no abstract sockets (all but Linux) every program is the first.
import { createHash } from 'node:crypto';
import { connect, createServer } from 'node:net';

export interface Instance {
  readonly isFirst: boolean;
  /** Settled once the first instance has heard of this one. */
  readonly told: Promise<void> | undefined;
}

/** Becomes the first, or tells the first. */
export function takeInstance(folder: string, onStart: (args: readonly string[], cwd: string) => void): Instance {
  if (process.platform !== 'linux') return { isFirst: true, told: undefined };
  const path = `\0purser-stand-in-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const server = createServer({ allowHalfOpen: true }, (visitor) => {
    let text = '';
    visitor.on('data', (chunk) => (text += String(chunk)));
    visitor.on('end', () => {
      const { args, cwd } = JSON.parse(text) as { args: readonly string[]; cwd: string };
      visitor.end();
      onStart(args, cwd);
    });
  });
  server.on('error', () => {});
  server.listen({ path, exclusive: true });
  if (server.listening) {
    server.unref();
    return { isFirst: true, told: undefined };
  }
  const told = new Promise<void>((resolve) => {
    const first = connect(path, () => first.end(JSON.stringify({ args: process.argv, cwd: process.cwd() })));
    first.on('close', () => resolve());
    first.on('error', () => resolve());
    first.resume();
  });
  return { isFirst: false, told };
}
